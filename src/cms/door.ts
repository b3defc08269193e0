// Payload's REST interface as the street sees it: what is refused before anything of a request is read.
import { settings } from '@/env'
import { trustedOrigins } from './trustedOrigins'

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

/** In bytes: an image of the largest size (see Media) and the form around it. */
export const LARGEST_REQUEST = 11 * 2 ** 20

const READING = ['GET', 'HEAD', 'OPTIONS']

const OTHER_SITE = 'This request comes from another site.'
const TOO_LARGE = `A request has at most ${LARGEST_REQUEST / 2 ** 20} MB.`
const NO_LENGTH = 'A request says how long it is (Content-Length).'

/** A browser says where a request comes from; a program that says nothing carries no cookies of anybody else's. */
function isFromOtherSite({ headers }: Request): boolean {
  const origin = headers.get('Origin')
  if (origin !== null) return !trustedOrigins(settings().siteUrl).includes(origin)
  return ['cross-site', 'same-site'].includes(headers.get('Sec-Fetch-Site') ?? '')
}

function refusalOf(request: Request): [status: number, message: string] | undefined {
  if (READING.includes(request.method)) return undefined
  if (isFromOtherSite(request)) return [403, OTHER_SITE]
  const length = request.headers.get('Content-Length')
  if (length === null)
    return request.headers.has('Transfer-Encoding') ? [411, NO_LENGTH] : undefined
  return Number(length) <= LARGEST_REQUEST ? undefined : [413, TOO_LARGE]
}

/** Refuses in Payload's form: also signing somebody in from another site, which no cookie protects. */
export const atDoor =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    const refusal = refusalOf(request)
    if (!refusal) return handler(request, args)
    const [status, message] = refusal
    return Response.json({ errors: [{ message }] }, { status })
  }
