// Finds the place of the embedded Postgres: its data is in the data folder, always.
import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { giveTo, type Account } from './account'
import { bringHome } from './bringHome'
import { findPrograms } from './programs'

export interface Place {
  /** The data folder of the site, absolute and without links. */
  dataDir: string
  /** The folder with `initdb`, `pg_ctl` and `postgres`. */
  bin: string
  /** The data folder of Postgres, `PGDATA`; may not exist yet. */
  cluster: string
  /** Says which data folder the cluster belongs to; see belonging.ts. */
  belonging: string
  /** What Postgres says, appended. */
  log: string
}

export const clusterIn = (dataDir: string): string => path.join(dataDir, 'postgres/cluster')

/** Finds or makes the place under `dataDir`. */
export function findPlace(dataDir: string, account: Account): Place {
  mkdirSync(dataDir, { recursive: true })
  const home = realpathSync(dataDir)
  const folder = path.join(home, 'postgres')
  bringHome(folder)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  giveTo(account, folder)
  return {
    dataDir: home,
    bin: findPrograms(account),
    cluster: clusterIn(home),
    belonging: path.join(folder, 'belongs-to.json'),
    log: path.join(folder, 'postgres.log'),
  }
}
