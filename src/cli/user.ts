// Creates an account: npm run user -- create --email E --password P --role R [--name N].
import { PASSWORD_LENGTH, ROLES, type Role } from '../domain/access/roles'
import { rulesFor } from '../domain/workflow/table'
import { openDatabase } from './database/openDatabase'
import { migrate } from './database/migrate'
import { closePayload, openPayload } from '../database/openPayload'
import { readArguments, UsageError } from './usage'

const USAGE = `Usage: npm run user -- create --email E --password P --role R [--name N]
Roles: ${ROLES.join(', ')}. A password has at least ${PASSWORD_LENGTH} characters.`

const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)

function readAccount(args: string[]) {
  const { values, positionals } = readArguments(USAGE, {
    args,
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      password: { type: 'string' },
      role: { type: 'string', default: 'writer' },
      name: { type: 'string' },
    },
  })
  const { email, password, role, name = email?.split('@')[0] } = values
  if (positionals[0] !== 'create' || positionals.length > 1) throw new UsageError(USAGE)
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new UsageError(`--email is missing or not an address.\n${USAGE}`)
  if (!password || [...password].length < PASSWORD_LENGTH)
    throw new UsageError(`--password needs at least ${PASSWORD_LENGTH} characters.\n${USAGE}`)
  if (!isRole(role)) throw new UsageError(`--role ${role} is not a role.\n${USAGE}`)
  return { email, password, role, name: name ?? email }
}

export async function main(args: string[]): Promise<void> {
  const user = readAccount(args)
  const database = await openDatabase()
  try {
    await migrate()
    const payload = await openPayload()
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { email: { equals: user.email } },
    })
    if (totalDocs > 0) throw new Error(`There is already an account for ${user.email}.`)
    await payload.create({ collection: 'users', data: user })
    console.log(`Created the ${user.role} ${user.email}.`)
    if (rulesFor('publish', user.role).length === 0)
      console.log('This role writes; an editor publishes.')
  } finally {
    await closePayload()
    await database.close()
  }
}
