// Writes a migration from the last one to what the collections say now: npm run migrate:create -- NAME. Read it before you commit it.
import { readArguments, UsageError } from '@/cli/usage'

const USAGE = 'Usage: npm run migrate:create -- NAME'

export async function main(args: string[]): Promise<void> {
  const { positionals } = readArguments(USAGE, { args, allowPositionals: true })
  const [name, ...others] = positionals
  if (!name || others.length > 0) throw new UsageError(USAGE)
  // Payload wants a secret even where it signs nothing.
  process.env.PAYLOAD_SECRET ||= 'unused'
  const { default: config } = await import('../payload.config')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({ migrationName: name, payload })
}
