// A server in front of a table of answers, as strict as the real one about addresses.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { wantsMarkdown } from '@/domain/http/accept'
import { pageNumber, pagedPath } from '@/domain/addresses/pageNumber'
import { normalizePath } from '@/domain/addresses/paths'
import { htmlResponse } from '@/site/page/respond'
import { aSite } from '../fixtures/makers'
import type { TinySite } from '../fixtures/tinySite'

const { url: publicOrigin } = aSite()

function answer(pages: TinySite, request: Request): Response {
  const { pathname, searchParams } = new URL(request.url)
  const path = normalizePath(pathname)
  const number = pageNumber(searchParams)
  if (path !== pathname || number === 'bare')
    return new Response(null, { status: 308, headers: { Location: path } })
  const twin = wantsMarkdown(request.headers.get('Accept')) ? pages.get(`${path}.md`) : undefined
  const page = twin ?? pages.get(number ? pagedPath(path, number) : '')
  const nothing = { status: 404, html: 'nothing here', robots: 'noindex' }
  const given = page ? { status: 200, html: '', ...page } : nothing
  return htmlResponse(request, { origin: publicOrigin, ...given })
}

export interface Served {
  /** Where it answers; its addresses begin with the origin of `aSite()`. */
  origin: string
  publicOrigin: string
  close(): void
}

/** Answers in the place of the strict server; undefined where it may go on. */
export type Laxness = (request: Request, pages: TinySite) => Response | undefined

/** @param now is asked with every request, so that changes are seen at once */
export async function serveTinySite(
  now: () => { pages: TinySite; lax?: Laxness },
): Promise<Served> {
  const server = createServer((request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
    const asked = new Request(publicOrigin + request.url, {
      headers: headers as [string, string][],
    })
    const { pages, lax } = now()
    const found = lax?.(asked, pages) ?? answer(pages, asked)
    response.writeHead(found.status, Object.fromEntries(found.headers))
    void found.text().then((text) => response.end(text))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    publicOrigin,
    close: () => void server.close().closeAllConnections(),
  }
}
