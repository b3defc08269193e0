// Answers simple requests of readers on the bare connection (the fast path), which costs a third of what Node's HTTP
// server takes. At the first request that is not simple, or not for a reader's page, the connection is Node's for good.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './answer'
import type { Connections } from './connections'
import { writeBatched } from './writeBatched'
import { simpleRequest, type SimpleRequest } from './simpleRequest'

export interface FastPathOptions {
  connections: Connections
  /** Undefined when Node's server has to answer. */
  answer: (request: SimpleRequest) => Answer | Promise<Answer | undefined> | undefined
  /** The answer to a client that connects and sends nothing. */
  refusal: string
  /** Milliseconds until the first request, and between two. */
  headersTimeout: number
  keepAliveTimeout: number
}

export interface FastPath {
  /** Answers on the way are the last of their connections. */
  stop(): void
}

/** What all connections of a fast path share. */
interface Shared {
  isStopping: boolean
  /** The end of every answer's headers. */
  trailingHeaders: () => Buffer
}

/** Takes the server's connections before the server does. */
export function openFastPath(server: Server, options: FastPathOptions): FastPath {
  const toNode = server.listeners('connection') as ((socket: Socket) => void)[]
  server.removeAllListeners('connection')
  const seconds = Math.floor(options.keepAliveTimeout / 1000)
  const shared: Shared = {
    isStopping: false,
    trailingHeaders: trailingHeaders(`Connection: keep-alive\r\nKeep-Alive: timeout=${seconds}`),
  }
  server.on('connection', (socket: Socket) => {
    options.connections.opened(socket)
    new FastPathConnection(socket, options, shared, () =>
      toNode.forEach((listener) => listener.call(server, socket)),
    )
  })
  return {
    stop() {
      shared.isStopping = true
      shared.trailingHeaders = trailingHeaders('Connection: close')
    },
  }
}

/** What belongs to the moment and to the connection. HTTP dates have whole seconds. */
function trailingHeaders(connection: string): () => Buffer {
  let second = 0
  let bytes = Buffer.alloc(0)
  return () => {
    const now = Math.floor(Date.now() / 1000)
    if (now !== second) {
      second = now
      const date = new Date(now * 1000).toUTCString()
      bytes = Buffer.from(`Date: ${date}\r\n${connection}\r\n\r\n`)
    }
    return bytes
  }
}

class FastPathConnection {
  readonly #socket: Socket
  readonly #options: FastPathOptions
  readonly #shared: Readonly<Shared>
  readonly #toNode: () => void
  /** An answer is looked for. */
  #busy = false
  #last: SimpleRequest | undefined

  constructor(
    socket: Socket,
    options: FastPathOptions,
    shared: Readonly<Shared>,
    handOver: () => void,
  ) {
    this.#socket = socket
    this.#options = options
    this.#shared = shared
    this.#toNode = handOver
    socket.setTimeout(options.headersTimeout)
    for (const [event, listener] of this.#listeners) socket.on(event, listener)
  }

  readonly #take = (bytes: Buffer): void => {
    const request = this.#shared.isStopping ? undefined : simpleRequest(bytes, this.#last)
    const answer = request && this.#options.answer(request)
    if (!answer) this.#handOver(bytes)
    else if (answer instanceof Promise) void this.#wait(bytes, request, answer)
    else this.#send(request, answer)
  }

  /** What comes meanwhile is read when this one was answered. */
  async #wait(
    bytes: Buffer,
    request: SimpleRequest,
    coming: Promise<Answer | undefined>,
  ): Promise<void> {
    const { connections } = this.#options
    this.#busy = true
    this.#socket.pause()
    connections.working(this.#socket)
    const answer = await coming
    this.#busy = false
    if (this.#socket.destroyed) return
    if (answer) this.#send(request, answer)
    else this.#handOver(bytes)
    if (!this.#socket.writableNeedDrain) this.#socket.resume()
  }

  #send(request: SimpleRequest, { head, body }: Answer): void {
    const socket = this.#socket
    const { isStopping, trailingHeaders } = this.#shared
    const headers = [head, trailingHeaders()]
    const isTaken = writeBatched(
      socket,
      body && request.method === 'GET' ? [...headers, body] : headers,
    )
    this.#options.connections.waits(socket)
    if (isStopping) socket.end()
    // A client that does not read is not read either.
    else if (!isTaken) socket.pause()
    if (!this.#last) socket.setTimeout(this.#options.keepAliveTimeout)
    this.#last = request
  }

  #handOver(bytes: Buffer): void {
    const socket = this.#socket
    for (const [event, listener] of this.#listeners) socket.off(event, listener)
    socket.setTimeout(0)
    socket.unshift(bytes)
    this.#options.connections.opened(socket)
    this.#toNode()
  }

  readonly #timeOut = (): void => {
    if (this.#busy) return
    if (this.#last) this.#socket.destroy()
    else this.#socket.end(this.#options.refusal)
  }

  readonly #listeners: readonly [string, (bytes: Buffer) => void][] = [
    ['data', this.#take],
    ['drain', () => void this.#socket.resume()],
    ['end', () => void this.#socket.end()],
    ['timeout', this.#timeOut],
    ['error', () => void this.#socket.destroy()],
  ]
}
