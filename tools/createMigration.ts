// Writes a migration from the last one to what the collections say now: npm run migrate:create -- NAME. Read it before you commit it.
import { UsageError } from '@/cli/usage'

export async function main(args: string[]): Promise<void> {
  const [name] = args
  if (!name || args.length > 1) throw new UsageError('Usage: npm run migrate:create -- NAME')
  // Payload wants a secret even where it signs nothing.
  process.env.PAYLOAD_SECRET ||= 'unused'
  const { default: config } = await import('../payload.config')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({ migrationName: name, payload })
}
