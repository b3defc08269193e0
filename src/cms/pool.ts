// The connections behind Payload's Postgres adapter, for what its own interface cannot say.
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapter } from 'payload'

export const poolOf = (db: DatabaseAdapter): PostgresAdapter['pool'] =>
  (db as unknown as PostgresAdapter).pool
