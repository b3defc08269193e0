// Serves the files that come with the site: their addresses change with their content, so that caches may store them for ever.
import { lengthHeaders } from '@/domain/http/answerLength'
import { NO_SNIFF } from '@/domain/http/responseHeaders'
import { stylesheetPath } from '@/domain/addresses/paths'
import { siteStylesheet } from '@/site/assets/stylesheet'
import { drawing, favicon, iconPaths, picture, SIGN, sign } from './icon'

interface Asset {
  type: string
  read: () => string | Promise<Buffer>
}

const IMMUTABLE = 'public, max-age=31536000, immutable'
/** `/favicon.ico` has the same address whatever is in it. */
const A_DAY = 'public, max-age=86400'

const assets = (): Record<string, Asset> => ({
  [stylesheetPath(siteStylesheet().hash)]: {
    type: 'text/css; charset=utf-8',
    read: () => siteStylesheet().css,
  },
  [iconPaths.svg]: { type: 'image/svg+xml', read: drawing },
  [iconPaths.png]: { type: 'image/png', read: picture },
  [SIGN.url]: { type: SIGN.type, read: sign },
})

export async function assetResponse(path: string): Promise<Response> {
  const all = assets()
  const asset = Object.hasOwn(all, path) ? all[path] : undefined
  if (!asset) return new Response('Not found\n', { status: 404 })
  return answer(await asset.read(), asset.type, IMMUTABLE)
}

export const faviconResponse = async (): Promise<Response> =>
  answer(await favicon(), 'image/x-icon', A_DAY)

const answer = (body: string | Buffer, type: string, cache: string): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      ...lengthHeaders(Buffer.byteLength(body)),
      'Cache-Control': cache,
      ...NO_SNIFF,
    },
  })
