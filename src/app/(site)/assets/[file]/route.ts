// /assets/site-<hash>.css: kept by browsers for ever, since another text has another address.
import { stylesheetPath } from '@/domain/paths'
import { siteStylesheet } from '@/site/styles/stylesheet'

export const GET = (request: Request) => {
  const { css, hash } = siteStylesheet()
  if (new URL(request.url).pathname !== stylesheetPath(hash))
    return new Response('Not found\n', { status: 404 })
  return new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
