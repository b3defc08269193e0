// Reads and writes the rows of stored_pages: the statements, and the pages that are in the rows.
import type { Staleness } from './changes'
import { checksumOf, toExactBuffer, plainBodyOf, type HeaderList, type Page } from '../page'

/** Any number, so that these locks are not taken for those of another program. */
const LOCK = 190_700

/** Is a page's revision older than one of its facts? One statement, hence one moment. */
const FRESHNESS = `
  left join lateral (
    select count(*) > 0 as changed, coalesce(bool_or(f.fact like 'path:%'), false) as withdrawn
    from page_facts f where f.fact = any (p.facts) and f.revision > p.revision
  ) c on true`

const loadStatement = (more: string) => `
  select ${more} s.revision as as_of, c.*, p.* from site_revision s
  left join stored_pages p on p.address = $1 and p.build = $2 ${FRESHNESS}`
export const LOAD = loadStatement('')
const KEY = `hashtextextended($1, ${LOCK})`
export const LOCK_AND_LOAD = loadStatement(`pg_try_advisory_lock(${KEY}) as taken,`)
export const UNLOCK = `select pg_advisory_unlock(${KEY})`

const COLUMNS =
  'status headers plain gzip br etag last_modified facts revision build checksum'.split(' ')

/** The date of bytes that did not change stays; others get a later one, even within the same second. */
export const STORE = `
  with p as (
    insert into stored_pages as old (address, ${COLUMNS.join(', ')})
    values ($1, $2, $3, $4, $5, $6, $7, date_trunc('second', now()), $8, $9, $10, $11)
    on conflict (address) do update set ${COLUMNS.map((column) =>
      column === 'last_modified'
        ? `last_modified = case when old.etag = excluded.etag then old.last_modified
             else greatest(excluded.last_modified, old.last_modified + interval '1 second') end`
        : `${column} = excluded.${column}`,
    ).join(', ')}
    returning *
  )
  select s.revision as as_of, c.*, p.last_modified from site_revision s cross join p ${FRESHNESS}`

/** What the database says about one address at one moment. */
export interface Found {
  page?: Page
  /** Of the page; `withdrawn` when there is none. */
  staleness: Staleness
  /** The site's revision at that moment. */
  asOf: number
}

export interface Row {
  as_of: string
  changed: boolean
  withdrawn: boolean
  last_modified: Date
}

export interface PageRow extends Row {
  address: string | null
  status: number
  headers: HeaderList
  plain: Buffer
  gzip: Buffer | null
  br: Buffer | null
  etag: string
  facts: string[]
  revision: string
  checksum: string
  /** Whether the lock is ours now; only where it was asked for. */
  taken?: boolean
}

export const stalenessOf = ({ changed, withdrawn }: Row): Staleness =>
  withdrawn ? 'withdrawn' : changed ? 'changed' : 'fresh'

export const NO_REVISION = 'The site has no revision: its table is empty.'

export function toFound([row]: PageRow[]): Found {
  if (!row) throw new Error(NO_REVISION)
  const page = toPage(row)
  return { page, staleness: page ? stalenessOf(row) : 'withdrawn', asOf: Number(row.as_of) }
}

export const valuesOf = ({
  address,
  status,
  headers,
  bodies,
  etag,
  tags,
  revision,
}: Page): unknown[] => [
  address,
  status,
  JSON.stringify(headers),
  plainBodyOf(bodies),
  bodies.gzip ?? null,
  bodies.br ?? null,
  etag,
  tags,
  revision,
]

/** Undefined when there is none, or when its checksum says that it is damaged. */
function toPage(row: PageRow): Page | undefined {
  if (row.address === null) return undefined
  const { address, status, headers, etag, facts } = row
  const bodies = {
    plain: toExactBuffer(row.plain),
    gzip: row.gzip ? toExactBuffer(row.gzip) : undefined,
    br: row.br ? toExactBuffer(row.br) : undefined,
  }
  const revision = Number(row.revision)
  const page = {
    address,
    status,
    headers,
    bodies,
    etag,
    tags: facts,
    revision,
    lastModified: row.last_modified,
  }
  return checksumOf(page) === row.checksum ? page : undefined
}
