// The web server: Next behind a plain Node server, started and stopped in order.
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { settings } from '../env'
import { tellClient } from './tellClient'

export interface Serving {
  /** Lets requests in flight finish, then closes everything. */
  close(): Promise<void>
}

/** Requests that take longer than this to finish do not hold up a stop. */
const GRACE_MS = 10_000

/** How long Next may take to close once no request is left. */
const CLOSE_MS = 3000

/** @throws when the port is taken, saying so */
export async function serve({ dev, port }: { dev: boolean; port: number }): Promise<Serving> {
  const app = next({ dev, dir: process.cwd(), port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => {
    tellClient(request, settings().trustedProxies)
    void handle(request, response)
  })
  await listen(server, port)
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await Promise.race([closed, sleep(GRACE_MS, undefined, { ref: false })])
      server.closeAllConnections()
      // In development Next may wait for its compiler, or a browser's open line, for ever.
      await Promise.race([app.close(), sleep(CLOSE_MS, undefined, { ref: false })])
    },
  }
}

/** Finds out before the long work of a first start whether the port will be free at its end. */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, port)
  await new Promise((resolve) => probe.close(resolve))
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`PORT ${port} is in use by another program. Choose one: PORT=3001 npm start`)
          : error,
      ),
    )
    server.listen(port, resolve)
  })
}
