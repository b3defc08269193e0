// The page for when there is no database, as a browser gets it: before a running site, whose stylesheet it has.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stylesheetPath } from '@/domain/addresses/paths'
import { renderErrorPage } from '@/site/page/ErrorPage'
import { siteStylesheet } from '@/site/assets/stylesheet'

/** Without taking the database away: what the server answers itself then, at every address. */
export const unavailablePage = (): Promise<string> =>
  renderErrorPage({
    siteName: 'Backstory',
    stylesheet: stylesheetPath(siteStylesheet().hash),
  })

/** @param origin of the running site, which gives the files that the page names */
export async function serveUnavailable(origin: string): Promise<{ url: string; close(): void }> {
  const html = await unavailablePage()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (!path.startsWith('/assets/')) {
      response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
      return
    }
    void fetch(origin + path).then(async (file) => {
      const type = file.headers.get('Content-Type') ?? ''
      response.writeHead(file.status, { 'Content-Type': type })
      response.end(Buffer.from(await file.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/unavailable`,
    close: () => void server.close().closeAllConnections(),
  }
}
