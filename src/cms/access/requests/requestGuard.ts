// Guards Payload's REST interface against the internet: refuses requests before anything of them is read.
import { isTextDeeperThan, MAX_JSON_DEPTH } from '@/domain/http/jsonDepth'
import { addressIssue } from '@/domain/addresses/requestAddress'
import { isRowId } from '@/domain/values/rowId'
import { unstorablePath } from '@/domain/text/unstorable'
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
export const notFound = (): Response =>
  Response.json(
    { errors: [{ message: 'Not Found' }], issues: [{ code: 'notFound' }] },
    { status: 404 },
  )

const UNREADABLE = 'holds what cannot be read: NUL, or bytes that are no UTF-8 text.'
const NO_FORM = 'is to be a form (application/x-www-form-urlencoded) that holds the query.'
const TOO_DEEP = `is nested deeper than ${MAX_JSON_DEPTH} levels.`
const NO_BOUNDARY =
  'is to be a form with a boundary of 1 to 70 letters, digits and marks (multipart/form-data; RFC 2046, 5.1.1).'
const NO_FILE_PART = 'is no part of the address of a file.'

interface Misread {
  path: string
  message: string
}

const cannotRead = ({ path, message }: Misread): Response => {
  const errors = [{ message: `${path}: ${message}`, data: { errors: [{ path, message }] } }]
  return Response.json(
    { errors, issues: [{ code: 'requestInvalid', field: path }] },
    { status: 400 },
  )
}

const OVERRIDES = ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']

/** What a request is to be taken for: the panel sends a long query as the form of a POST that is to be a GET. */
const methodOf = ({ headers, method }: Request): string =>
  method === 'POST' && OVERRIDES.some((name) => headers.get(name) === 'GET') ? 'GET' : method

/** Undefined when a POST that is to be a GET does not hold it as a form. */
async function queryOf(request: Request): Promise<URLSearchParams | undefined> {
  const { headers, method, url } = request
  const { searchParams } = new URL(url)
  if (methodOf(request) === method) return searchParams
  if (headers.get('Content-Type') !== 'application/x-www-form-urlencoded') return undefined
  return new URLSearchParams([
    ...searchParams,
    ...new URLSearchParams(await request.clone().text()),
  ])
}

/** What the panel does with the rows that Payload keeps for itself: by method, with all, one by its name, or one by its id. */
const OF_PAYLOAD: Record<string, readonly string[]> = {
  'payload-preferences': ['GET name', 'POST name', 'DELETE name', 'DELETE all'],
  'payload-locked-documents': ['GET all', 'PATCH id', 'DELETE id'],
}

const isPayloads = ([collection = '']: readonly string[]): boolean =>
  collection.toLowerCase().startsWith('payload-')

function isClosedRoom(request: Request): boolean {
  const [collection = '', name = '', ...more] = segmentsOf(request)
  if (!isPayloads([collection])) return false
  const which = name === '' ? 'all' : isRowId(name) ? 'id' : 'name'
  const isOpen = OF_PAYLOAD[collection]?.includes(`${methodOf(request)} ${which}`) ?? false
  return !isOpen || more.some((segment) => segment !== '')
}

/** RFC 2046, 5.1.1, in quotes or without them; in small letters, as every browser sends it and Payload reads it. */
const BOUNDARY =
  /;\s*boundary=(?:"[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]"|[\w'()+./:=?-]{1,70})\s*(?:;|$)/

/** A body before anything reads it, with or without an account. Payload keeps rows of its own, and no hook sees what comes into them. */
async function misreadBody(request: Request): Promise<Misread | undefined> {
  if (READING.includes(request.method) || request.body === null) return undefined
  const type = request.headers.get('Content-Type')?.trim() ?? ''
  const isForm = /^multipart\//i.test(type)
  if (isForm && !isPayloads(segmentsOf(request)))
    return /^multipart\/form-data\s*;/.test(type) && BOUNDARY.test(type)
      ? undefined
      : { path: 'Content-Type', message: NO_BOUNDARY }
  const text = await request.clone().text()
  if (isTextDeeperThan(MAX_JSON_DEPTH, text)) return { path: 'body', message: TOO_DEEP }
  if (!isPayloads(segmentsOf(request)) || text === '') return undefined
  try {
    const path = unstorablePath(JSON.parse(text))
    return path === undefined ? undefined : { path: path || 'body', message: UNREADABLE }
  } catch {
    return { path: 'body', message: 'is to be JSON.' }
  }
}

/** What is no request that any row could answer. */
async function misreadOf(request: Request): Promise<Response | undefined> {
  const segments = segmentsOf(request)
  if (isClosedRoom(request)) return notFound()
  const body = await misreadBody(request)
  if (body) return cannotRead(body)
  const query = await queryOf(request)
  if (!query) return cannotRead({ path: 'body', message: NO_FORM })
  if (segments[1] === 'file' && query.has('prefix'))
    return cannotRead({ path: 'prefix', message: NO_FILE_PART })
  const issue = addressIssue(segments, query)
  if (issue?.code === 'noSuchRow') return notFound()
  return issue && cannotRead({ path: issue.part, message: UNREADABLE })
}

/** Of some of its own addresses Payload says that it cannot do it (501), which would tell that they are there. */
const known = (response: Response): Response => (response.status === 501 ? notFound() : response)

/** Refuses in Payload's form: also a sign-in sent from another site, which no cookie protects. */
export const guardRequest =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    const refusal = refusalOf(request)
    if (!refusal) return (await misreadOf(request)) ?? known(await handler(request, args))
    const [status, message] = refusal
    return Response.json({ errors: [{ message }] }, { status })
  }
