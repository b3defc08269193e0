// Starts the site, from an empty machine to a site that answers: npm start.
import v8 from 'node:v8'
import { settings } from '../env'
import type { Clock } from '../server/health'
import { askDatabase } from '../database/askDatabase'
import { buildWhenChanged } from './build'
import { openDatabase } from './database/openDatabase'
import { dateConsole } from './serve/dateConsole'
import { importDemonstration } from './import/demonstration'
import { runIndexNowLoop } from '../jobs/indexNow'
import { runMailLoop } from '../jobs/mail'
import { readArguments } from './usage'
import { migrate } from './database/migrate'
import { runMarkLoop } from '../jobs/restored'
import { runScheduleLoop } from '../jobs/schedule'
import { requireFreePort, serve } from './serve/serve'
import { untilAborted, stopSignal } from './signals'
import { runSpaceLoop, spaceLeft } from '../jobs/space'
import { surviveUnhandledErrors } from './serve/unhandledErrors'
import { runSweepLoop } from '../jobs/sweep'
import { createVisitCounter } from '../jobs/visits'

/** Kubernetes gives a service 30 s to stop before it kills it. */
const STOP_MS = 28_000

/**
 * How far the heap may grow beyond what is in use before garbage is looked for. On a machine with much memory V8 lets it
 * grow to four times that, and a process that gives pages has no use for it.
 */
const HEAP_GROWTH_PERCENT = 25

const USAGE = `Usage: npm start
The settings are in the environment, or in a file .env: see .env.example.`

export async function main(args: string[]): Promise<void> {
  readArguments(USAGE, { args })
  v8.setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
  await startSite({ dev: false })
}

export async function startSite({ dev }: { dev: boolean }): Promise<void> {
  const place = { port: settings().port, host: settings().listenHost }
  const stop = stopSignal()
  await requireFreePort(place)
  const database = await openDatabase()
  try {
    // Before anything else has taken memory, and while an instance of before still fits the database.
    if (!dev) await buildWhenChanged(stop)
    await migrate({ stop, afterwards: () => importDemonstration(stop) })
    stop.throwIfAborted()
    if (!dev) dateConsole()
    const clock: Clock = {}
    const visits = createVisitCounter()
    const serving = await serve({ dev, place, clock, noted: visits.note, space: spaceLeft })
    surviveUnhandledErrors()
    await announceSite()
    const jobs = [
      runScheduleLoop(stop, undefined, clock),
      runMailLoop(stop),
      runIndexNowLoop(stop),
      runSweepLoop(stop),
      visits.storeUntil(stop),
      runMarkLoop(stop),
      runSpaceLoop(stop),
    ]
    await untilAborted(stop)
    // A database that is silent would keep a stop waiting, too.
    setTimeout(() => process.exit(1), STOP_MS).unref()
    await Promise.all([serving.close(), ...jobs])
  } catch (error) {
    if (!stop.aborted) throw error
  } finally {
    await database.close()
  }
}

async function announceSite(): Promise<void> {
  const { siteUrl } = settings()
  const [anyUser] = await askDatabase('select from users limit 1')
  console.log(`Admin: ${siteUrl}/admin`)
  if (!anyUser)
    console.log(
      'First administrator: npm run user -- create --email you@example.org --password "at least 12 characters" --role admin',
    )
  console.log(`Ready: ${siteUrl}`)
}
