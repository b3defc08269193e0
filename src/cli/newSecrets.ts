// Makes new secrets for an embedded database whose own are lost: npm run new-secrets.
import { existsSync } from 'node:fs'
import { settings } from '../env'
import { postgresAccount } from './postgres/account'
import { Cluster } from './postgres/cluster'
import { clusterIn, findPlace } from './postgres/place'
import { readArguments } from './usage'
import { makeSecrets, secretsFile, storeSecrets } from './postgres/secrets'

const USAGE = 'Usage: npm run new-secrets'

/** May be cut at any point and called again: the file comes last. */
export async function main(args: string[]): Promise<void> {
  readArguments(USAGE, { args })
  const { databaseUrl, dataDir } = settings()
  const file = secretsFile(dataDir)
  if (databaseUrl)
    throw new Error('The secrets of a database with a DATABASE_URL are not kept here.')
  if (!existsSync(clusterIn(dataDir))) throw new Error(`There is no database in ${dataDir}.`)
  if (existsSync(file))
    throw new Error(`To replace secrets that are not those of the database, remove ${file} first.`)
  const account = postgresAccount(clusterIn(dataDir))
  const secrets = makeSecrets()
  await new Cluster(findPlace(dataDir, account), account, secrets.databasePassword).setPassword()
  storeSecrets(file, secrets)
  console.log(`New secrets are in ${file}. Everybody signs in anew.`)
}
