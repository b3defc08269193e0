// The readers' routes of src/app in this process, behind a real server: the site without Next around it.
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { settings } from '@/env'

type Params = Record<string, string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

interface Route {
  pattern: RegExp
  names: string[]
  file: string
}

const FOLDER = 'src/app/(site)'

/** `[slug]` is one segment, `[...path]` the rest; what is written out comes before both, as in Next. */
function routes(): Route[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .sort((a, b) => openness(a) - openness(b))
    .map((file) => {
      const segments = path
        .dirname(file)
        .split('/')
        .filter((segment) => segment !== '.')
      const parts = segments.map((segment) =>
        segment.startsWith('[...') ? '(.+)' : segment.startsWith('[') ? '([^/]+)' : segment,
      )
      return {
        pattern: new RegExp(`^/${parts.join('/')}$`),
        names: segments.flatMap((segment) => /^\[(?:\.\.\.)?(.*)\]$/.exec(segment)?.[1] ?? []),
        file: path.resolve(FOLDER, file),
      }
    })
}

/** How much of an address a route leaves open. */
const openness = (file: string): number =>
  file.split('[').length - 1 + (file.includes('[...') ? 10 : 0)

/** Unknown routes are 404, which in the running site the catch-all route answers. */
async function answer(known: Route[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const route = known.find(({ pattern }) => pattern.test(pathname)) ?? known.at(-1)
  if (!route) throw new Error(`no routes in ${FOLDER}`)
  const [, ...values] = route.pattern.exec(pathname) ?? []
  const params = Object.fromEntries(route.names.map((name, index) => [name, values[index] ?? '']))
  const { GET } = (await import(route.file)) as { GET: Handler }
  return GET(request, { params: Promise.resolve(params) })
}

/** @returns where it answers; its addresses begin with `settings().siteUrl` */
export async function serveRoutes(): Promise<{ origin: string; close(): void }> {
  const known = routes()
  const server = createServer((request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
    const asked = new Request(settings().siteUrl + request.url, {
      headers: headers as [string, string][],
    })
    answer(known, asked).then(
      async (found) => {
        response.writeHead(found.status, Object.fromEntries(found.headers))
        response.end(Buffer.from(await found.arrayBuffer()))
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
