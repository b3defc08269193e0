// Refuses to delete a row that a page, a working version or the history names, and tells the account what names it.
import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeDeleteHook, CollectionConfig } from 'payload'
import { execute } from '@/cms/database/sql'
import { Refused } from '@/cms/records/refusal'
import { findNaming } from '@/cms/records/findNaming'

const refuseNamed: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const table = sql.identifier(collection.slug.replaceAll('-', '_'))
  // A transaction that is about to name it waits, and then finds it gone or has named it in time.
  await execute(req, sql`select id from ${table} where id = ${Number(id)} for update`)
  const naming = await findNaming(collection.slug, Number(id), req)
  if (naming.total > 0) throw new Refused(409, [{ code: 'stillNamed', ...naming }])
}

/** Adds the rule to a collection whose rows others name. */
export const protectNamed = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeDelete: [...(config.hooks?.beforeDelete ?? []), refuseNamed],
  },
})
