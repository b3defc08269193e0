// From what the site rendered to the page that is stored.
import { isUnwanted, readersVary, securityHeaders } from './headers'
import type { InnerAnswer } from './inner'
import { compressed, etagOf, type HeaderList, type Page } from './page'

/** The site's own word to the front: the revision that it rendered. It never leaves. */
const REVISION = 'backstory-revision'
/** What the page was made from, joined by commas. */
const FACTS = 'cache-tag'

/** Answers of one moment (errors) and for one visitor (previews) have no revision, and are not stored. */
const STORED_STATUS = new Set([200, 301, 308, 404, 410])

/** Of one connection, for one visitor, or for the front alone. */
const NEVER_LEAVE = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'],
  ...['set-cookie', 'vary', REVISION],
])

/** Said anew for a stored page. */
const OF_STORED = new Set(['etag', 'last-modified', 'cache-control'])

export interface Policy {
  /** `Cache-Control` of every stored page. */
  cacheControl: string
  /** Whether readers reach the site by https. */
  https: boolean
  /** Whether a cache in front wants its tags as `Surrogate-Key` too. */
  surrogateKeys: boolean
}

/** Undefined when the answer must not be stored. */
export async function pageFrom(
  address: string,
  { status, headers, body }: InnerAnswer,
  policy: Policy,
): Promise<Page | undefined> {
  const revision = Number(valueOf(headers, REVISION))
  if (!STORED_STATUS.has(status) || !Number.isSafeInteger(revision)) return undefined
  const facts = (valueOf(headers, FACTS) ?? '').split(',').map((fact) => fact.trim())
  const bodies = await compressed(body, valueOf(headers, 'content-type') ?? '')
  const own = headers.filter(([name]) => !OF_STORED.has(name.toLowerCase()))
  return {
    address,
    status,
    headers: [
      ...leavingHeaders(address, own, policy.https, bodies.gzip ? ['Accept-Encoding'] : []),
      ['Cache-Control', policy.cacheControl],
      ...(policy.surrogateKeys ? [['Surrogate-Key', facts.join(' ')] as [string, string]] : []),
    ],
    bodies,
    etag: etagOf(body),
    lastModified: new Date(),
    facts: facts.filter(Boolean),
    revision,
  }
}

/** A file that keeps its bytes under its address for ever; undefined when the answer does not say so. */
export async function fileFrom(
  address: string,
  { status, headers, body }: InnerAnswer,
  https: boolean,
): Promise<Page | undefined> {
  if (status !== 200 || !valueOf(headers, 'cache-control')?.includes('immutable')) return undefined
  const bodies = await compressed(body, valueOf(headers, 'content-type') ?? '')
  return {
    address,
    status,
    headers: leavingHeaders(address, headers, https, bodies.gzip ? ['Accept-Encoding'] : []),
    bodies,
    etag: etagOf(body),
    lastModified: new Date(0),
    facts: [],
    revision: 0,
  }
}

/** An answer's headers as they may leave: without what is nobody's business, and with those that every answer has. */
export function leavingHeaders(
  path: string,
  headers: HeaderList,
  https: boolean,
  varyingBy: string[] = [],
): HeaderList {
  const kept = headers.filter(([name]) => !NEVER_LEAVE.has(name.toLowerCase()) && !isUnwanted(name))
  const vary = readersVary(
    ...varyingBy,
    ...headers.filter(([name]) => /^vary$/i.test(name)).map(([, value]) => value),
  )
  const missing = securityHeaders(path, https).filter(([name]) => !valueOf(kept, name))
  return [...kept, ...(vary ? [['Vary', vary] as [string, string]] : []), ...missing]
}

const valueOf = (headers: HeaderList, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1]
