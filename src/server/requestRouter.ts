// Routes each request to its answer: memory, a stored or new page, a file, Next, or a plain refusal.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { readerAddress, type ReaderAddress } from '../domain/addresses/readerAddress'
import { withoutOldKeys } from '../domain/addresses/redirectFrom'
import { encodingOf, pageAnswer, sendAnswer, withQueryInLocation, type Answer } from './http/answer'
import { beforeHeaders, forgetRouter, tidyHeaders, type Served } from './http/headers'
import { announcesTooMuch, bodyLimit, countBody } from './http/limits'
import { hasHost, isHost } from './http/host'
import type { Copy, Memory } from './pages/memory'
import { isOld, oldAddress, pathOf, variant } from './pages/pageAddress'
import { Unavailable, type Pages } from './pages/pages'
import { jsonError, hangUp, sendPlain, type PlainAnswer } from './http/plainAnswers'
import type { Revision } from './pages/revision'
import { QueueFull } from './pages/semaphore'
import type { SimpleHeaders, SimpleRequest } from './http/simpleRequest'
import { unavailableAnswer, type UnavailableHtml } from './http/unavailableAnswer'

interface Options {
  pages: Pages
  memory: Memory
  revision: Revision
  /** Next's own handler. */
  next: RequestListener
  served: Served
  unavailableHtml: UnavailableHtml
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

const NO_ADDRESS: PlainAnswer = { status: 400, body: 'This is no address.\n' }
const READING = new Set(['GET', 'HEAD'])
/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/** The methods of forms and programs; Next takes others for GET, or breaks on them (TRACE). */
const KNOWN = new Set([...SAFE, 'POST', 'PUT', 'PATCH', 'DELETE'])
const MOVED = new Set([301, 308])
/** The statuses with which a redirect of an editor answers. */
const REDIRECTED = new Set([...MOVED, 410])
const HEALTH = /^\/(healthz|readyz)(\/|$)/
/** Next's own files; everything else of Next's asks the database. */
const FILES_OF_NEXT = '/_next/'
/** From when the write may be done until its answer is out: a client that sends slowly makes nothing uncertain for others. */
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
  readonly answerReader = (
    request: SimpleRequest,
  ): Answer | Promise<Answer | undefined> | undefined => {
    const { url, headers } = request
    if (!headers.host || !isHost(headers.host)) return undefined
    const known = this.#answerFromMemory(url, headers)
    if (known) return known
    const asked = readerAddress(url)
    if ((asked.kind !== 'page' && asked.kind !== 'file') || HEALTH.test(asked.address))
      return undefined
    return this.#answerPage(asked, headers).catch(() => undefined)
  }

  readonly handleRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '', method = '', headers } = request
    // Before anything is answered, also from memory.
    if (!hasHost(request)) return this.#sendPlain(request, response, NO_ADDRESS)
    const known =
      READING.has(method) && headers.host ? this.#answerFromMemory(url, headers) : undefined
    if (known) return sendAnswer(request, response, known)
    this.#route(request, response).catch((error: unknown) => {
      if (!isExpected(error) && !this.#options.revision.away) console.error(error)
      this.#sendUnavailable(request, response)
    })
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method = '' } = request
    const asked = readerAddress(url)
    if (asked.kind === 'malformed') return this.#sendPlain(request, response, NO_ADDRESS)
    if (asked.kind === 'tooLong')
      return this.#sendPlain(request, response, {
        status: 414,
        body: 'This address is too long.\n',
      })
    if (asked.kind === 'pass') return this.#passToNext(request, response, asked)
    if (!READING.has(method)) return this.#refuseMethod(request, response, READING)
    if (asked.kind === 'variant') return this.#redirectVariant(request, response, asked.location)
    if (HEALTH.test(asked.address)) return this.#sendHealth(request, response, asked.address)
    sendAnswer(request, response, await this.#answerPage(asked, request.headers))
  }

  /** Redirects to the address itself; from a variant of an old one to that one's target, at once. */
  async #redirectVariant(
    request: IncomingMessage,
    response: ServerResponse,
    to: string,
  ): Promise<void> {
    const there = readerAddress(to)
    const found =
      there.kind === 'page' && !HEALTH.test(there.address)
        ? await this.#findPage(there, {}).catch(() => undefined)
        : undefined
    if (found && MOVED.has(found.copy.page.status))
      return sendAnswer(
        request,
        response,
        this.#answerFrom(found.copy, request.headers, found.query),
      )
    const headers = { Location: to, 'Cache-Control': 'public, max-age=3600' }
    this.#sendPlain(request, response, { status: 308, headers })
  }

  /** Memory has pages by the address as it is sent, so that most requests need no parsing. */
  #answerFromMemory(url: string, headers: SimpleHeaders): Answer | undefined {
    if (headers.accept?.includes('text/markdown')) return undefined
    const copy = this.#options.pages.findFresh(url)
    return copy && this.#answerFrom(copy, headers)
  }

  async #answerPage(
    asked: Extract<ReaderAddress, { address: string }>,
    headers: SimpleHeaders,
  ): Promise<Answer> {
    if (asked.kind === 'file')
      return this.#answerFrom(await this.#options.pages.findFile(asked.address), headers)
    const { copy, query } = await this.#findPage(asked, headers)
    return this.#answerFrom(copy, headers, query)
  }

  /** The page at an address, or the redirect of the old one in its query; and the query that is left then. */
  async #findPage(
    { address, old, query }: Extract<ReaderAddress, { kind: 'page' }>,
    headers: SimpleHeaders,
  ): Promise<{ copy: Copy; query?: string }> {
    const { pages } = this.#options
    const moved = old && (await pages.find(oldAddress(old)))
    if (moved && REDIRECTED.has(moved.page.status))
      return { copy: moved, query: withoutOldKeys(query ?? '') }
    return { copy: await pages.find(variant(address, headers)), query }
  }

  /** @param query of the request, which a redirect hands on */
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
  #passToNext(
    request: IncomingMessage,
    response: ServerResponse,
    { path, target }: Extract<ReaderAddress, { kind: 'pass' }>,
  ): void {
    const { next, revision, served } = this.#options
    if (!KNOWN.has(request.method ?? '')) return this.#refuseMethod(request, response, KNOWN)
    if (revision.away && !path.startsWith(FILES_OF_NEXT))
      return this.#sendUnavailable(request, response)
    if (announcesTooMuch(request)) return this.#refuseTooLarge(request, response)
    countBody(request, () => this.#refuseTooLarge(request, response))
    tidyHeaders(response, path, served)
    if (!SAFE.has(request.method ?? '')) expectWrite(request, response, revision)
    // Next would take the origin of an absolute address for its own.
    request.url = target
    forgetRouter(request, path)
    next(request, response)
  }

  async #sendHealth(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const answer = await this.#options.health(path)
    this.#sendPlain(request, response, answer ?? { status: 404, body: 'There is no such check.\n' })
  }

  #refuseMethod(
    request: IncomingMessage,
    response: ServerResponse,
    allowed: ReadonlySet<string>,
  ): void {
    const headers = { Allow: [...allowed].join(', ') }
    if (request.method === 'OPTIONS') this.#sendPlain(request, response, { status: 200, headers })
    else hangUp(request, response, { status: 405, headers }, this.#options.served)
  }

  readonly refuseExpectation = (request: IncomingMessage, response: ServerResponse): void =>
    hangUp(request, response, { status: 417 }, this.#options.served)

  #refuseTooLarge(request: IncomingMessage, response: ServerResponse): void {
    const message = `The request is larger than ${bodyLimit(request).words}, which is the most.`
    hangUp(request, response, { status: 413, ...jsonError(message) }, this.#options.served)
  }

  #sendUnavailable(request: IncomingMessage, response: ServerResponse): void {
    if (response.headersSent) {
      response.destroy()
      return
    }
    const { url = '', method = '' } = request
    const text = READING.has(method) && this.#options.lastResort?.[url.replace(/\?.*/, '')]
    if (text) return this.#sendPlain(request, response, { status: 200, body: text })
    const { unavailableHtml, revision } = this.#options
    this.#sendPlain(request, response, unavailableAnswer(request, unavailableHtml, revision.away))
  }

  #sendPlain(request: IncomingMessage, response: ServerResponse, answer: PlainAnswer): void {
    sendPlain(request, response, answer, this.#options.served)
  }
}
