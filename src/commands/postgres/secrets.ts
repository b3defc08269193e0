// The secrets of the embedded default, made once and kept beside its data, readable by the owner alone.
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

export interface Secrets {
  databasePassword: string
  payloadSecret: string
}

/** Reads them, or makes them: written aside and linked into place, so that two first starts agree on one set. */
export function keepSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const secrets: Secrets = {
      databasePassword: randomBytes(24).toString('hex'),
      payloadSecret: randomBytes(32).toString('hex'),
    }
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
  chmodSync(file, 0o600)
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}
