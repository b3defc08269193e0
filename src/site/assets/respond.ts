// Serves the files that come with the site: their addresses change with their content, so that caches may store them for ever.
import { lengthHeaders } from '@/domain/http/answerLength'
import { NO_SNIFF } from '@/domain/http/responseHeaders'
import { stylesheetPath } from '@/domain/addresses/paths'
import { siteStylesheet } from '@/site/assets/stylesheet'
import { iconSvg, renderFavicon, iconPaths, renderIcon, SHARE_ICON, renderShareIcon } from './icon'

interface Asset {
  type: string
  read: () => string | Promise<Buffer>
}

const IMMUTABLE = 'public, max-age=31536000, immutable'
/** `/favicon.ico` has the same address whatever is in it. */
const A_DAY = 'public, max-age=86400'

const listAssets = (): Record<string, Asset> => ({
  [stylesheetPath(siteStylesheet().hash)]: {
    type: 'text/css; charset=utf-8',
    read: () => siteStylesheet().css,
  },
  [iconPaths.svg]: { type: 'image/svg+xml', read: iconSvg },
  [iconPaths.png]: { type: 'image/png', read: renderIcon },
  [SHARE_ICON.url]: { type: SHARE_ICON.type, read: renderShareIcon },
})

export async function assetResponse(path: string): Promise<Response> {
  const all = listAssets()
  const asset = Object.hasOwn(all, path) ? all[path] : undefined
  if (!asset) return new Response('Not found\n', { status: 404 })
  return fileResponse(await asset.read(), asset.type, IMMUTABLE)
}

export const faviconResponse = async (): Promise<Response> =>
  fileResponse(await renderFavicon(), 'image/x-icon', A_DAY)

const fileResponse = (body: string | Buffer, type: string, cache: string): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      ...lengthHeaders(Buffer.byteLength(body)),
      'Cache-Control': cache,
      ...NO_SNIFF,
    },
  })
