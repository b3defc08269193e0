// Imports the demonstration articles into an empty database where they are wanted, so that a first start has something to read.
import { newRun } from '../../cms/import/knownSources'
import { settings } from '../../env'
import { askDatabase } from '../../database/askDatabase'
import { importOne, showProgress } from '../import'
import { openPayload } from '../../database/openPayload'
import { listSources, readSource } from './sources'

const FOLDER = 'content'

/**
 * Goes on where an import that was cut ended: each article is one transaction, and the same source again changes nothing.
 * @throws an AbortError between two articles when `stop` says so
 */
export async function importDemonstration(stop?: AbortSignal): Promise<void> {
  if (!settings().demonstration || !(await isWanted())) return
  const names = listSources([FOLDER])
  console.log(`Importing ${names.length} demonstration articles …`)
  await storeState('begun')
  const payload = await openPayload()
  const run = newRun()
  for (const [index, name] of names.entries()) {
    stop?.throwIfAborted()
    const result = await importOne(payload, readSource(name), { publish: true, run })
    if (result.status === 'failed') throw new Error(result.errors.join('\n'))
    showProgress(index + 1, names.length)
  }
  await storeState('done')
}

/** Articles in the trash count too: an administrator emptied the site on purpose. */
async function isWanted(): Promise<boolean> {
  const [row] = await askDatabase<{ wanted: boolean }>(`
    select demonstration is not distinct from 'begun'
      or (demonstration is null and not exists (select from articles)) as wanted
    from installation`)
  return row?.wanted === true
}

const storeState = (state: 'begun' | 'done') =>
  askDatabase('update installation set demonstration = $1', [state])
