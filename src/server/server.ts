// Runs a plain Node server that answers readers from stored pages, and hands everything else to Next.
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connections, isAnswering } from './http/connections'
import { OLD_ADDRESS } from '../domain/addresses/redirectFrom'
import { RequestRouter } from './requestRouter'
import { isMarkdown, isOld, pathOf } from './pages/pageAddress'
import {
  ALIVE,
  AWAY,
  checkJobs,
  checkMaking,
  NO_PAGE,
  readinessAnswer,
  checkReading,
  checkWriting,
  type Check,
  type Clock,
} from './health'
import type { Served } from './http/headers'
import { renderInProcess } from './pages/renderInProcess'
import { openFastPath } from './http/fastPath'
import { announcesTooMuch, MAX_CONNECTIONS, REQUEST_LIMITS, SILENCE_MS } from './http/limits'
import { DedicatedConnection } from './pages/dedicatedConnection'
import type { Policy } from './pages/toStoredPage'
import { Memory } from './pages/memory'
import { Pages } from './pages/pages'
import { rawRefusal } from './http/plainAnswers'
import type { UnavailableHtml } from './http/unavailableAnswer'
import { Purges, type PurgeHook } from './pages/purges'
import { Revision } from './pages/revision'
import { StoredPages } from './pages/storedPages'

export interface PageServerOptions {
  databaseUrl: string
  /** The public origin. */
  siteUrl: string
  /** Names everything outside the database that a page's bytes depend on. */
  build: string
  memoryBytes: number
  policy: Policy
  /** Next's request handler. */
  next: RequestListener
  unavailableHtml: UnavailableHtml
  /** See requestRouter.ts. */
  lastResort?: Record<string, string>
  clock: Clock
  /** Is told of every answer that is not a page: a redirect, nothing there, gone. */
  noted?: (path: string, status: number) => void
  /** Whether there is room for what is written to disk here. */
  space?: () => Promise<Check>
  /** The shared cache in front, where there is one that wants to be told of changes. */
  purge?: PurgeHook
  limits?: ServerOptions
  /** Requests that take longer than this to finish do not hold up a stop, in milliseconds. */
  graceMs?: number
}

export interface RunningServer {
  server: Server
  /** Lets requests in flight finish, as long as they may take, then closes everything. */
  close(): Promise<void>
}

const GRACE_MS = 20_000

/** To make a page costs more than to be asked whether one can be made. */
const SHARED_MS = 500

/** The part of the memory for pages that addresses without a page may take. */
const MISSES = 1 / 16

/** Not yet listening. The database may be away: then it says so to readers until it is there. */
export async function openServer(options: PageServerOptions): Promise<RunningServer> {
  const { databaseUrl, siteUrl, build, memoryBytes, policy, next, unavailableHtml, clock } = options
  const memory = new Memory(memoryBytes)
  const misses = new Memory(memoryBytes * MISSES)
  const purges = options.purge && new Purges(databaseUrl, options.purge)
  const revision = new Revision(databaseUrl, {
    learn(changes, seen) {
      for (const each of [memory, misses]) each.learn(changes, seen)
      if (changes.length > 0) purges?.due()
    },
    forget: (seen) => [memory, misses].forEach((each) => each.forget(seen)),
  })
  const { host, protocol } = new URL(siteUrl)
  const getFromNext = renderInProcess(next)
  const render = async (address: string) => {
    const answer = await getFromNext(pathOf(address), {
      Host: host,
      'X-Forwarded-Proto': protocol.slice(0, -1),
      Accept: isMarkdown(address) ? 'text/markdown' : 'text/html',
      ...(isOld(address) && { [OLD_ADDRESS]: '1' }),
    })
    // A page at the path does not answer where its old address redirects to, and is not stored as if it did.
    return isOld(address) && answer.status === 200 ? { ...answer, status: 404 } : answer
  }
  const stored = new StoredPages(databaseUrl, build)
  const pages = new Pages({ memory, misses, revision, stored, policy, render })
  const checks = new DedicatedConnection({ connectionString: databaseUrl })
  const makePage = async () => {
    await stored.load(NO_PAGE)
    return (await render(NO_PAGE)).status
  }
  const shared = { making: shareResult<Check>(SHARED_MS), writing: shareResult<Check>(0) }
  const health = async (path: string) => {
    if (path === '/healthz') return ALIVE
    const { away } = revision
    const [making, writing] = await Promise.all([
      shared.making(() => (away ? AWAY : checkMaking(makePage))),
      shared.writing(() => (away ? AWAY : checkWriting(checks, options.space))),
    ])
    const reading = checkReading(making, memory.bytes > 0)
    return readinessAnswer(path, { reading, writing, jobs: checkJobs(clock) })
  }
  const router = new RequestRouter({
    pages,
    memory,
    revision,
    next,
    unavailableHtml,
    health,
    noted: options.noted,
    lastResort: options.lastResort,
    served: policy,
  })
  await revision.start()
  void purges?.run()
  const limits = { ...REQUEST_LIMITS, ...options.limits }
  const server = createServer(limits, router.handleRequest)
  limitConnections(server, router, policy)
  const connections = new Connections(server)
  const fastPath = openFastPath(server, {
    connections,
    answer: router.answerReader,
    refusal: rawRefusal('ERR_HTTP_REQUEST_TIMEOUT', policy),
    ...limits,
  })
  return {
    server,
    async close() {
      fastPath.stop()
      connections.drain()
      await stopServing(server, options.graceMs ?? GRACE_MS)
      revision.stop()
      purges?.stop()
      checks.close()
      await stored.close()
    },
  }
}

/** Calls while an answer is on its way, or this long after it, get that one. */
function shareResult<T>(ms: number): (work: () => T | Promise<T>) => Promise<T> {
  let current: Promise<T> | undefined
  const forget = () => (current = undefined)
  return async (work) => {
    current ??= Promise.resolve(work()).finally(() =>
      ms > 0 ? setTimeout(forget, ms).unref() : forget(),
    )
    return current
  }
}

function limitConnections(server: Server, router: RequestRouter, served: Served): void {
  server.maxConnections = MAX_CONNECTIONS
  server.timeout = SILENCE_MS
  // A client that is turned away may come back when an idle connection has gone.
  server.on('drop', () => server.closeIdleConnections())
  // A client is not asked for a body that will be refused, and nothing else can be expected (RFC 9110, 10.1.1).
  server.on('checkContinue', (request, response) => {
    if (!announcesTooMuch(request)) response.writeContinue()
    router.handleRequest(request, response)
  })
  server.on('checkExpectation', router.refuseExpectation)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) socket.destroy()
    else socket.end(rawRefusal(error.code, served))
  })
}

/** Answers on the way are the last of their connections. */
async function stopServing(server: Server, graceMs: number): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false
  })
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const closing = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.race([closed, sleep(graceMs, undefined, { ref: false })])
  clearInterval(closing)
  server.closeAllConnections()
}
