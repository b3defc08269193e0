// Turns what the site rendered into the page that is stored.
import { cacheTagHeaders } from '../../cacheTagHeaders'
import { commonHeaders, isUnwanted, readersVary, type Served } from '../http/headers'
import type { RenderedAnswer } from './renderInProcess'
import { compressBody, etagOf, type HeaderList, type Page } from '../page'

/** The site's own word to the page server: the revision that it rendered. It never leaves. */
const REVISION = 'backstory-revision'
/** The site's own word, too: what the page was made from, joined by commas. */
const FACTS = 'backstory-facts'

/**
 * Where an answer may be stored: `stored` for all processes, `missing` (nothing is there) for this one and a while,
 * `file` for as long as this process lives, or `no`where: it is of this moment (an error), or for one visitor (a
 * preview).
 */
export type Cacheability = 'stored' | 'missing' | 'file' | 'no'

const STORED_STATUS = new Set([200, 301, 308, 410])

function cacheabilityOf({ status, headers }: RenderedAnswer): Cacheability {
  if (valueOf(headers, REVISION) !== undefined) {
    if (STORED_STATUS.has(status)) return 'stored'
    if (status === 404) return 'missing'
  }
  const isImmutable = valueOf(headers, 'cache-control')?.includes('immutable')
  return status === 200 && isImmutable ? 'file' : 'no'
}

/** Of one connection, or for one visitor. */
const NEVER_SENT = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'content-length',
  'set-cookie',
  // Said anew.
  'vary',
  'cache-control',
  'etag',
  'last-modified',
])

export interface Policy extends Served {
  /** `Cache-Control` of every stored page. */
  cacheControl: string
  /** Whether a cache in front is told of changes, by tags that its copies carry; no other client is shown any. */
  cacheTags: boolean
}

export interface StoredPage {
  page: Page
  cacheability: Cacheability
}

export async function toStoredPage(
  address: string,
  answer: RenderedAnswer,
  policy: Policy,
): Promise<StoredPage> {
  const { status, headers, body } = answer
  const cacheability = cacheabilityOf(answer)
  const bodies = await compressBody(body, valueOf(headers, 'content-type') ?? '')
  const tags = (valueOf(headers, FACTS) ?? '').split(',').filter(Boolean)
  const lastModified = Date.parse(valueOf(headers, 'last-modified') ?? '')
  const page = {
    address,
    status,
    headers: [
      ...outgoingHeaders(address, headers, cacheability, policy, bodies.gzip !== undefined),
      ...(policy.cacheTags && tags.length > 0 ? Object.entries(cacheTagHeaders(tags)) : []),
    ],
    bodies,
    etag: etagOf(body),
    lastModified: lastModified ? new Date(lastModified) : undefined,
    tags,
    revision: Number(valueOf(headers, REVISION) ?? 0),
  }
  return { page, cacheability }
}

/** An answer's headers as clients get them: without internal ones, and with those that every answer has. */
function outgoingHeaders(
  address: string,
  headers: HeaderList,
  cacheability: Cacheability,
  policy: Policy,
  isCompressed: boolean,
): HeaderList {
  const kept = headers.filter(([name]) => !NEVER_SENT.has(name.toLowerCase()) && !isUnwanted(name))
  const vary = headers.filter(([name]) => /^vary$/i.test(name)).map(([, value]) => value)
  const own: Record<string, string | undefined> = {
    Vary: readersVary(...vary, ...(isCompressed ? ['Accept-Encoding'] : [])),
    'Cache-Control':
      cacheability === 'stored'
        ? policy.cacheControl
        : (valueOf(headers, 'cache-control') ?? 'no-store'),
  }
  const missing = commonHeaders(address, policy).filter(([name]) => !valueOf(kept, name))
  return [
    ...kept,
    ...Object.entries(own).filter((pair): pair is [string, string] => Boolean(pair[1])),
    ...missing,
  ]
}

const valueOf = (headers: HeaderList, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1]
