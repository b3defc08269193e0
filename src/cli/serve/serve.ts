// Runs the web server: stored pages in front, Next behind them; started and stopped in order.
import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { signedTag } from '../../cacheTagHeaders'
import { pageCacheControl } from '../../domain/http/cacheControl'
import { executeAuthStrategies } from 'payload'
import pg from 'pg'
import { stylesheetPath } from '../../domain/addresses/paths'
import { robotsTxt } from '../../domain/discovery/robots'
import { settings } from '../../env'
import type { Policy } from '../../server/pages/toStoredPage'
import { openServer, type PageServerOptions, type RunningServer } from '../../server/server'
import { renderErrorPage } from '../../site/page/ErrorPage'
import { siteStylesheet } from '../../site/assets/stylesheet'
import { readBuildName } from '../build'
import { panelGuard } from './panelGuard'
import { openPayload } from '../../database/openPayload'
import { setClientAddress } from './setClientAddress'

/** Where to listen; without `host` on all addresses of this machine. */
export interface Place {
  port: number
  host?: string
}

/** What runs beside the server, and hears from it or is asked by it. */
type ServerHooks = Pick<PageServerOptions, 'clock' | 'noted' | 'space'>

export interface Serving {
  /** Lets requests in flight finish, then closes everything. */
  close(): Promise<void>
}

/** How long Next may take to close once no request is left. */
const CLOSE_MS = 3000

/** A question that a browser waits for: a server that has gone without a word would keep it waiting for ever. */
const QUERY_MS = 30_000

/** @throws when the port is taken, saying so */
export async function serve({
  dev,
  place,
  ...told
}: { dev: boolean; place: Place } & ServerHooks): Promise<Serving> {
  pg.defaults.query_timeout = QUERY_MS
  const app = next({
    dev,
    dir: process.cwd(),
    port: place.port,
    // Next takes over connections that want another protocol; outside of development none is needed.
    ...(!dev && { httpServer: createServer() }),
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  const listener: RequestListener = (request, response) => {
    setClientAddress(request, settings().trustedProxies)
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  }
  const guarded = panelGuard(listener, isSignedIn)
  const running = dev ? createPlainServer(guarded) : await openPageServer(guarded, told)
  await listenAt(running.server, place)
  return {
    async close() {
      await running.close()
      // In development Next may wait for its compiler, or a browser's open line, for ever.
      await Promise.race([app.close(), sleep(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

async function isSignedIn(headers: Headers): Promise<boolean> {
  const payload = await openPayload()
  const { user } = await executeAuthStrategies({ headers, payload })
  return user !== null
}

/** In development every page is rendered anew. */
function createPlainServer(listener: RequestListener): RunningServer {
  const server = createServer(listener)
  return {
    server,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function openPageServer(
  listener: RequestListener,
  told: ServerHooks,
): Promise<RunningServer> {
  const { databaseUrl, siteUrl, listed, pageMemoryBytes, sharedCacheSeconds, purge } = settings()
  const policy: Policy = {
    cacheControl: pageCacheControl({ seconds: sharedCacheSeconds, isTold: purge !== undefined }),
    https: siteUrl.startsWith('https:'),
    listed,
    cacheTags: purge !== undefined,
  }
  const stylesheet = stylesheetPath(siteStylesheet().hash)
  return openServer({
    databaseUrl,
    siteUrl,
    policy,
    purge,
    ...told,
    next: listener,
    build: createHash('sha256')
      // The tags that a page carries change with the secret.
      .update(JSON.stringify([readBuildName(), siteUrl, policy, purge && signedTag('')]))
      .digest('base64url'),
    memoryBytes: pageMemoryBytes,
    // A robots.txt that fails keeps every crawler out (RFC 9309, 2.3.1.4); this one keeps out more than any setting does.
    lastResort: { '/robots.txt': robotsTxt(siteUrl, { search: false, training: false }) },
    unavailableHtml: {
      readers: await renderErrorPage({ siteName: 'Backstory', stylesheet }),
      editors: await renderErrorPage({ whom: 'editors', siteName: 'Backstory', stylesheet }),
    },
  })
}

/** Finds out before the long work of a first start whether the port will be free at its end. */
export async function requireFreePort(place: Place): Promise<void> {
  const probe = createServer()
  await listenAt(probe, place)
  await new Promise((resolve) => probe.close(resolve))
}

function listenAt(server: Server, { port, host }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`PORT ${port} is in use by another program. Choose one: PORT=3001 npm start`)
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })
}
