// Finds where readers see what is live: the page of an article, the address of an answer. A Read Also link has no page of its own.
import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { executeOn, type Statement } from '@/cms/database/sql'
import { questionPath } from '@/domain/addresses/paths'
import type { Id, Kind } from '@/domain/workflow/subject'

interface Address {
  id: Id
  address: string | null
}

const ADDRESSES: Record<Kind, Statement | null> = {
  articles: sql`select id, path as address from articles`,
  'faq-items': sql`select id, anchor as address from faq_items`,
  'read-also-links': null,
}

const PATH: Partial<Record<Kind, (address: string) => string>> = { 'faq-items': questionPath }

/**
 * Paths by document. Ask only for documents that readers get: of others it tells where they would be.
 * @param transaction reads within it
 */
export async function shownAt(
  payload: Payload,
  kind: Kind,
  ids: readonly Id[],
  transaction: Pick<PayloadRequest, 'transactionID'> = {},
): Promise<Map<Id, string>> {
  const addresses = ADDRESSES[kind]
  if (addresses === null || ids.length === 0) return new Map()
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  const rows = await executeOn<Address>(
    payload.db as unknown as PostgresAdapter,
    transaction,
    sql`${addresses} where id in (${list})`,
  )
  const toPath = PATH[kind] ?? ((address: string) => address)
  return new Map(rows.flatMap(({ id, address }) => (address ? [[id, toPath(address)]] : [])))
}
