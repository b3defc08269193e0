// An editor's desk in a fault run: the REST interface, with an account, at whichever instance answers.
import { setTimeout as sleep } from 'node:timers/promises'
import { faqBlock, paragraph, richText } from '../fixtures/richText'

/** Longer than the site takes to give up. */
const PATIENCE_MS = 20_000

export interface Reply {
  /** 0 when no answer came. */
  status: number
  body: {
    doc?: { id: number; workflowVersion?: number }
    version?: number
    token?: string
    message?: string
  } & Record<string, unknown>
}

export interface Account {
  email: string
  password: string
}

export class Desk {
  readonly #url: string
  #token = ''

  constructor(url: string) {
    this.#url = url
  }

  async signIn(account: Account): Promise<void> {
    const { body, status } = await this.ask('POST', '/users/login', account)
    if (!body.token) throw new Error(`Signing in failed: ${status} ${JSON.stringify(body)}`)
    this.#token = body.token
  }

  /** @param path after /api; never throws: an answer that does not come is status 0 */
  async ask(method: string, path: string, data?: object | FormData): Promise<Reply> {
    const isForm = data instanceof FormData
    try {
      const answer = await fetch(`${this.#url}/api${path}`, {
        method,
        headers: {
          ...(this.#token && { Authorization: `JWT ${this.#token}` }),
          ...(data && !isForm && { 'Content-Type': 'application/json' }),
        },
        body: isForm ? data : data && JSON.stringify(data),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const text = await answer.text()
      return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
    } catch (error) {
      return { status: 0, body: { message: String(error) } }
    }
  }

  async must(method: string, path: string, data?: object): Promise<Reply> {
    const reply = await this.ask(method, path, data)
    if (reply.status === 0 || reply.status >= 300)
      throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply
  }

  /** The version that a write has to begin from. */
  async versionOf(id: number): Promise<number> {
    const { body } = await this.must('GET', `/articles/${id}/workflow`)
    return Number(body.version)
  }

  async create(title: string, path: string): Promise<number> {
    const body = richText(paragraph('The first text.'))
    const data = { title, path, summary: 'In short.', body }
    return (await this.must('POST', '/articles?draft=true', data)).body.doc?.id ?? 0
  }

  async event(id: number, event: string, more: object = {}): Promise<Reply> {
    return this.ask('POST', `/articles/${id}/events`, {
      event,
      version: await this.versionOf(id),
      note: 'A fault run.',
      ...more,
    })
  }

  /** The next revision of an article: each of its parts says which one, a new FAQ item too. */
  async write(id: number, revision: number): Promise<void> {
    const answer = richText(paragraph(`It is revision ${revision}.`))
    const question = `Is this revision ${revision}?`
    const item = await this.must('POST', '/faq-items?draft=true', { question, answer })
    const body = richText(
      paragraph(`This text is of revision ${revision}.`),
      faqBlock([item.body.doc?.id ?? 0]),
    )
    const title = `The page of revision ${revision}`
    const workflowVersion = await this.versionOf(id)
    await this.must('PATCH', `/articles/${id}?draft=true`, { title, body, workflowVersion })
  }
}

/** Saves one word after the other into a draft, for as long as it is told to, and notes which saves were acknowledged. */
export class Editor {
  readonly #desks: readonly Desk[]
  readonly #article: number
  readonly #stopped = new AbortController()
  #saving: Promise<void> | undefined
  #tried = 0
  #version: number | undefined
  acknowledged = 0
  saves = 0
  /** The longest that a save waited for its answer, in milliseconds. */
  slowest = 0

  constructor(desks: readonly Desk[], article: number) {
    this.#desks = desks
    this.#article = article
  }

  start(): void {
    this.#saving = this.#save()
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#saving
  }

  /** Undefined when the newest acknowledged save is there, or one that was sent after it. */
  async lost(desk: Desk): Promise<string | undefined> {
    const wanted = this.acknowledged
    const { body } = await desk.must('GET', `/articles/${this.#article}?draft=true`)
    const stored = Number(/\d+/.exec(String(body.summary))?.[0] ?? 0)
    return stored >= wanted && stored <= this.#tried
      ? undefined
      : `save ${wanted} was acknowledged, ${stored} is stored`
  }

  async #save(): Promise<void> {
    for (let n = 0; !this.#stopped.signal.aborted; n++) {
      const desk = this.#desks[n % this.#desks.length]
      if (desk) await this.#saveAt(desk)
      await sleep(50)
    }
  }

  async #saveAt(desk: Desk): Promise<void> {
    const at = `/articles/${this.#article}?draft=true`
    if (this.#version === undefined) {
      const { body } = await desk.ask('GET', at)
      if (typeof body.workflowVersion !== 'number') return
      this.#version = body.workflowVersion
    }
    this.#tried += 1
    const start = performance.now()
    const { status, body } = await desk.ask('PATCH', at, {
      summary: `Save ${this.#tried}.`,
      workflowVersion: this.#version,
    })
    this.slowest = Math.max(this.slowest, performance.now() - start)
    this.#version = body.doc?.workflowVersion
    if (status !== 200) return
    this.acknowledged = this.#tried
    this.saves += 1
  }
}
