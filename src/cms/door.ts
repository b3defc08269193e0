// Payload's REST interface as the street sees it: what is refused before anything of a request is read.
import { addressIssue } from '@/domain/requestAddress'
import { unstorablePath } from '@/domain/unstorable'
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

const segmentsOf = ({ url }: Request): string[] => new URL(url).pathname.split('/').slice(2)

/** In Payload's form and in that of the workflow: as for what never existed. */
const notFound = () =>
  Response.json(
    { errors: [{ message: 'Not Found' }], issues: [{ code: 'notFound' }] },
    { status: 404 },
  )

const UNREADABLE = 'holds what cannot be read: NUL, or bytes that are no UTF-8 text.'
const NO_FORM = 'is to be a form (application/x-www-form-urlencoded) that holds the query.'

const cannotRead = (path: string, message = UNREADABLE) => {
  const errors = [{ message: `${path}: ${message}`, data: { errors: [{ path, message }] } }]
  return Response.json(
    { errors, issues: [{ code: 'requestInvalid', field: path }] },
    { status: 400 },
  )
}

/** Payload keeps rows of its own, and no hook sees what comes into them. */
async function unstorableIn(request: Request): Promise<string | undefined> {
  const isPayloads = segmentsOf(request)[0]?.startsWith('payload-')
  if (!isPayloads || READING.includes(request.method)) return undefined
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  return unstorablePath(body)
}

const OVERRIDES = ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']

/** The panel sends a long query as the form of a POST that is to be a GET; undefined when it is not sent so. */
async function queryOf(request: Request): Promise<URLSearchParams | undefined> {
  const { headers, method, url } = request
  const { searchParams } = new URL(url)
  if (method !== 'POST' || !OVERRIDES.some((name) => headers.get(name) === 'GET'))
    return searchParams
  if (headers.get('Content-Type') !== 'application/x-www-form-urlencoded') return undefined
  return new URLSearchParams([
    ...searchParams,
    ...new URLSearchParams(await request.clone().text()),
  ])
}

/** What is no request that any row could answer. */
async function misreadOf(request: Request): Promise<Response | undefined> {
  const query = await queryOf(request)
  if (!query) return cannotRead('body', NO_FORM)
  const issue = addressIssue(segmentsOf(request), query)
  if (issue) return issue.code === 'noSuchRow' ? notFound() : cannotRead(issue.part)
  const path = await unstorableIn(request)
  return path === undefined ? undefined : cannotRead(path || 'body')
}

/** Refuses in Payload's form: also signing somebody in from another site, which no cookie protects. */
export const atDoor =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    const refusal = refusalOf(request)
    if (!refusal) return (await misreadOf(request)) ?? handler(request, args)
    const [status, message] = refusal
    return Response.json({ errors: [{ message }] }, { status })
  }
