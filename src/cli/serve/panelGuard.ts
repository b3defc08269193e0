// Refuses the panel's own actions, which Next takes by POST, to callers who have not signed in, before Next looks for one.
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { isPanel } from '../../server/http/headers'

const READING = ['GET', 'HEAD', 'OPTIONS']

const REFUSED = JSON.stringify({
  errors: [{ message: 'You are not allowed to perform this action.' }],
})

/** @param isSignedIn whether the caller has an account, and may use it */
export const panelGuard =
  (
    listener: RequestListener,
    isSignedIn: (headers: Headers) => Promise<boolean>,
  ): RequestListener =>
  (request, response) => {
    const { headers, method = '', url = '' } = request
    const isAction = !READING.includes(method) && isPanel(url.replace(/[?#].*/, ''))
    if (!isAction) return listener(request, response)
    isSignedIn(toHeaders(headers)).then(
      (known) => {
        if (known) return listener(request, response)
        response.writeHead(403, { 'Content-Type': 'application/json; charset=utf-8' }).end(REFUSED)
      },
      // The database went away just now.
      () => response.writeHead(503, { 'Retry-After': '5' }).end(),
    )
  }

const toHeaders = (headers: IncomingHttpHeaders): Headers =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  )
