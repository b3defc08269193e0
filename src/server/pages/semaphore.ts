// Limits work of one kind to a few pieces at a time; the rest waits its turn, up to a number.

/** There is too much to do already. */
export class QueueFull extends Error {
  override name = 'QueueFull'
}

export class Semaphore {
  readonly #size: number
  readonly #maxWaiting: number
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(size: number, maxWaiting: number) {
    this.#size = size
    this.#maxWaiting = maxWaiting
  }

  /** @throws QueueFull when too much waits; what `work` throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  #enter(): Promise<void> | undefined {
    if (this.#taken < this.#size) {
      this.#taken += 1
      return
    }
    if (this.#waiting.length >= this.#maxWaiting) throw new QueueFull('Too much is waiting.')
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** The place goes to the work that waited longest. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken -= 1
  }
}
