// Routes each request to its answer: memory, a stored or new page, a file, Next, or a plain refusal.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readerAddress, type ReaderAddress } from '../domain/addresses/readerAddress'
import { withoutOldKeys } from '../domain/addresses/redirectFrom'
import { encodingOf, pageAnswer, send, withQueryInLocation, type Answer } from './http/answer'
import { beforeHeaders, forgetRouter, isPanel, tidyHeaders, type Served } from './http/headers'
import { announcesTooMuch, bodyLimit, countBody } from './http/limits'
import { hasHost, isHost } from './http/host'
import type { Copy, Memory } from './pages/memory'
import { isOld, oldAddress, pathOf, variant } from './pages/pageAddress'
import { Unavailable, type Pages } from './pages/pages'
import { asJson, hangUp, sendPlain, type PlainAnswer } from './http/plainAnswers'
import type { Revision } from './pages/revision'
import { QueueFull } from './pages/semaphore'
import type { SimpleHeaders, SimpleRequest } from './http/simpleRequest'

export type Audience = 'readers' | 'editors'

interface Options {
  pages: Pages
  memory: Memory
  revision: Revision
  /** Next's own handler. */
  next: RequestListener
  served: Served
  /** The pages that say "not now", whole and without need of the database. */
  unavailableHtml: Record<Audience, string>
  /** Texts by address that are answered when nothing else can be, because without them a crawler would stay away. */
  lastResort?: Record<string, string>
  /** Is told of every answer that is not a page: a redirect, nothing there, gone. */
  noted?: (path: string, status: number) => void
  /** Answers `/healthz`, `/readyz` and what is below it. */
  health: (path: string) => Promise<PlainAnswer | undefined>
}

/** Too much to do is no fault of the site's. */
const isExpected = (error: unknown): boolean =>
  error instanceof Unavailable && error.cause instanceof QueueFull

const AWAY = 'The database is away. Nothing was saved; please try again in a few seconds.'
const BUSY = 'This cannot be answered just now; please try again in a few seconds.'
const NO_ADDRESS: PlainAnswer = { status: 400, body: 'This is no address.\n' }
const RETRY_SECONDS = 5
const READING = new Set(['GET', 'HEAD'])
/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What a form or a program sends; Next takes others for GET, or breaks on them (TRACE). */
const KNOWN = new Set([...SAFE, 'POST', 'PUT', 'PATCH', 'DELETE'])
const MOVED = new Set([301, 308])
/** What a redirect answers. */
const LEADS_ON = new Set([...MOVED, 410])
const HEALTH = /^\/(healthz|readyz)(\/|$)/
/** Next's own files; everything else of Next's asks the database. */
const FILES_OF_NEXT = '/_next/'
/** From when it may be done until its answer is out: who sends slowly makes nothing uncertain for others. */
function expectWrite(request: IncomingMessage, response: ServerResponse, revision: Revision): void {
  let done: (() => void) | undefined
  const begin = () => (done ??= revision.expectWrite())
  request.once('end', begin)
  beforeHeaders(response, begin)
  response.once('close', () => begin()())
}

export class RequestRouter {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * What a reader's page answers.
   * @returns undefined when `handle` has to answer: it is no reader's page, or it cannot be given
   */
  readonly answer = (request: SimpleRequest): Answer | Promise<Answer | undefined> | undefined => {
    const { url, headers } = request
    if (!headers.host || !isHost(headers.host)) return undefined
    const known = this.#known(url, headers)
    if (known) return known
    const asked = readerAddress(url)
    if ((asked.kind !== 'page' && asked.kind !== 'file') || HEALTH.test(asked.address))
      return undefined
    return this.#page(asked, headers).catch(() => undefined)
  }

  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '', method = '', headers } = request
    // Before anything is answered, also from memory.
    if (!hasHost(request)) return this.#plain(request, response, NO_ADDRESS)
    const known = READING.has(method) && headers.host ? this.#known(url, headers) : undefined
    if (known) return send(request, response, known)
    this.#route(request, response).catch((error: unknown) => {
      if (!isExpected(error) && !this.#options.revision.away) console.error(error)
      this.#unavailable(request, response)
    })
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method = '' } = request
    const asked = readerAddress(url)
    if (asked.kind === 'malformed') return this.#plain(request, response, NO_ADDRESS)
    if (asked.kind === 'tooLong')
      return this.#plain(request, response, { status: 414, body: 'This address is too long.\n' })
    if (asked.kind === 'pass') return this.#pass(request, response, asked)
    if (!READING.has(method)) return this.#refuseMethod(request, response, READING)
    if (asked.kind === 'variant') return this.#leadOn(request, response, asked.location)
    if (HEALTH.test(asked.address)) return this.#health(request, response, asked.address)
    send(request, response, await this.#page(asked, request.headers))
  }

  /** To the address itself; from a variant of an old one to where that leads, at once. */
  async #leadOn(request: IncomingMessage, response: ServerResponse, to: string): Promise<void> {
    const there = readerAddress(to)
    const found =
      there.kind === 'page' && !HEALTH.test(there.address)
        ? await this.#find(there, {}).catch(() => undefined)
        : undefined
    if (found && MOVED.has(found.copy.page.status))
      return send(request, response, this.#answerFrom(found.copy, request.headers, found.query))
    const headers = { Location: to, 'Cache-Control': 'public, max-age=3600' }
    this.#plain(request, response, { status: 308, headers })
  }

  /** What memory has stands there under the address itself, so that most requests need no reading. */
  #known(url: string, headers: SimpleHeaders): Answer | undefined {
    if (headers.accept?.includes('text/markdown')) return undefined
    const copy = this.#options.pages.known(url)
    return copy && this.#answerFrom(copy, headers)
  }

  async #page(
    asked: Extract<ReaderAddress, { address: string }>,
    headers: SimpleHeaders,
  ): Promise<Answer> {
    if (asked.kind === 'file')
      return this.#answerFrom(await this.#options.pages.file(asked.address), headers)
    const { copy, query } = await this.#find(asked, headers)
    return this.#answerFrom(copy, headers, query)
  }

  /** What stands at an address, or where the old one in its query leads; and the query that is left then. */
  async #find(
    { address, old, query }: Extract<ReaderAddress, { kind: 'page' }>,
    headers: SimpleHeaders,
  ): Promise<{ copy: Copy; query?: string }> {
    const { pages } = this.#options
    const moved = old && (await pages.find(oldAddress(old)))
    if (moved && LEADS_ON.has(moved.page.status))
      return { copy: moved, query: withoutOldKeys(query ?? '') }
    return { copy: await pages.find(variant(address, headers)), query }
  }

  /** @param query of whoever is sent elsewhere, and takes it along */
  #answerFrom(copy: Copy, headers: SimpleHeaders, query = ''): Answer {
    const { memory, noted } = this.#options
    const { address, status } = copy.page
    if (status !== 200)
      noted?.(isOld(address) ? pathOf(address) : pathOf(address).replace(/\?.*/, ''), status)
    const needsPlain = !copy.page.bodies.plain && encodingOf(copy.page, headers) === 'plain'
    const answer = pageAnswer(needsPlain ? memory.cachePlainBody(copy) : copy, headers)
    return MOVED.has(status) && query !== '' ? withQueryInLocation(answer, query) : answer
  }

  /** Next answers, with its own eyes on the request. */
  #pass(
    request: IncomingMessage,
    response: ServerResponse,
    { path, target }: Extract<ReaderAddress, { kind: 'pass' }>,
  ): void {
    const { next, revision, served } = this.#options
    if (!KNOWN.has(request.method ?? '')) return this.#refuseMethod(request, response, KNOWN)
    if (revision.away && !path.startsWith(FILES_OF_NEXT))
      return this.#unavailable(request, response)
    if (announcesTooMuch(request)) return this.#tooLarge(request, response)
    countBody(request, () => this.#tooLarge(request, response))
    tidyHeaders(response, path, served)
    if (!SAFE.has(request.method ?? '')) expectWrite(request, response, revision)
    // Next would take the origin of an absolute address for its own.
    request.url = target
    forgetRouter(request, path)
    next(request, response)
  }

  async #health(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const answer = await this.#options.health(path)
    this.#plain(request, response, answer ?? { status: 404, body: 'There is no such check.\n' })
  }

  #refuseMethod(
    request: IncomingMessage,
    response: ServerResponse,
    allowed: ReadonlySet<string>,
  ): void {
    const headers = { Allow: [...allowed].join(', ') }
    if (request.method === 'OPTIONS') this.#plain(request, response, { status: 200, headers })
    else hangUp(request, response, { status: 405, headers }, this.#options.served)
  }

  readonly refuseExpectation = (request: IncomingMessage, response: ServerResponse): void =>
    hangUp(request, response, { status: 417 }, this.#options.served)

  #tooLarge(request: IncomingMessage, response: ServerResponse): void {
    const message = `The request is larger than ${bodyLimit(request).words}, which is the most.`
    hangUp(request, response, { status: 413, ...asJson(message) }, this.#options.served)
  }

  /** People get a page, programs get data. */
  #unavailable(request: IncomingMessage, response: ServerResponse): void {
    if (response.headersSent) {
      response.destroy()
      return
    }
    const { url = '', method = '' } = request
    const text = READING.has(method) && this.#options.lastResort?.[url.replace(/\?.*/, '')]
    if (text) return this.#plain(request, response, { status: 200, body: text })
    const isForPeople = request.headers.accept?.includes('text/html') ?? false
    const { body, headers } = isForPeople
      ? this.#notNow(isPanel(url.replace(/\?.*/, '')) ? 'editors' : 'readers')
      : asJson(this.#options.revision.away ? AWAY : BUSY)
    const retry = { 'Retry-After': String(RETRY_SECONDS) }
    this.#plain(request, response, { status: 503, body, headers: { ...headers, ...retry } })
  }

  /** Editors' browsers ask again by themselves: the panel's own script is not there to do it. */
  #notNow(whom: Audience): Pick<PlainAnswer, 'body' | 'headers'> {
    const refresh = whom === 'editors' && { Refresh: String(RETRY_SECONDS) }
    return { body: this.#options.unavailableHtml[whom], headers: { ...FOR_PEOPLE, ...refresh } }
  }

  #plain(request: IncomingMessage, response: ServerResponse, answer: PlainAnswer): void {
    sendPlain(request, response, answer, this.#options.served)
  }
}

/** The page has the site's stylesheet, and nothing else. */
const FOR_PEOPLE = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Robots-Tag': 'noindex',
}
