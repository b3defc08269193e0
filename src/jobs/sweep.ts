// Clears away what was begun and left: files of killed uploads, and forms that no editor wrote into; while the site is served.
import { sweep } from '../cms/media/sweep'
import { sweepBlank } from '../cms/workflow/sweepBlank'
import { mediaStore } from '../storage'
import { askDatabase } from '../database/askDatabase'
import { openPayload } from '../database/openPayload'
import { repeatJob } from './repeat'

/** What is removed is a day old at least, so it matters little when. */
const EVERY_MS = 6 * 60 * 60 * 1000

const COLUMNS = [
  'filename',
  ...['small', 'medium', 'large', 'share'].map((size) => `sizes_${size}_filename`),
]

const NAMED = COLUMNS.map(
  (column) => `select ${column} as name from media where ${column} = any($1)`,
)

/** Those of these names that images have. */
export async function listUsedFiles(names: string[]): Promise<string[]> {
  const rows = await askDatabase<{ name: string }>(NAMED.join(' union '), [names])
  return rows.map(({ name }) => name)
}

const BLANK = ['articles', 'faq_items', 'read_also_links']
  .map((table) => `(select from ${table} where blank limit 1)`)
  .join(' union all ')

/** Ends when `stop` says so, after what it is at. */
export const runSweepLoop = (stop: AbortSignal): Promise<void> =>
  repeatJob(stop, EVERY_MS, 'What was left behind was not cleared away.', async () => {
    const gone = await sweep(mediaStore(), listUsedFiles)
    if (gone.length > 0) console.log(`Removed ${gone.length} files that no image has.`)
    const [blank] = await askDatabase(BLANK)
    if (blank) await sweepBlank(await openPayload())
  })
