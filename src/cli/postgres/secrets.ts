// Makes the secrets of the embedded default once and stores them beside its data, readable by the owner alone.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { clusterIn } from './place'

export interface Secrets {
  databasePassword: string
  payloadSecret: string
}

/**
 * Reads them, or makes them: written aside and linked into place, so that two first starts agree on one set.
 * @throws with one line when they are lost: new ones do not open the database that is there
 */
export function loadOrCreateSecrets(dataDir: string): Secrets {
  const file = secretsFile(dataDir)
  if (!existsSync(file)) {
    if (existsSync(clusterIn(dataDir)))
      throw new Error(
        `${file} is missing, and with it the password of the database in ${clusterIn(dataDir)}. Put it back from where the folder was copied, or see "If the secrets are lost" in README.md.`,
      )
    mkdirSync(dataDir, { recursive: true })
    storeSecrets(file, makeSecrets())
  }
  chmodSync(file, 0o600)
  return readSecrets(file)
}

export const makeSecrets = (): Secrets => ({
  databasePassword: randomBytes(24).toString('hex'),
  payloadSecret: randomBytes(32).toString('hex'),
})

export const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.json')

/** What is there already stays. */
export function storeSecrets(file: string, secrets: Secrets): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

function readSecrets(file: string): Secrets {
  try {
    const { databasePassword, payloadSecret } = JSON.parse(readFileSync(file, 'utf8')) as Secrets
    if (databasePassword && payloadSecret) return { databasePassword, payloadSecret }
  } catch {
    // Said below.
  }
  throw new Error(
    `${file} holds no secrets: it must be JSON with databasePassword and payloadSecret. Put it back as it was, or see "If the secrets are lost" in README.md.`,
  )
}
