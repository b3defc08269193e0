// A Postgres for the integration tests: the embedded one, on the data folder of the environment, until it is told to stop.
import { openDatabase } from '../../src/cli/database/openDatabase'

async function serve() {
  const stopped = new Promise((resolve) => process.once('SIGTERM', resolve))
  const database = await openDatabase()
  console.log(`Postgres: ${process.env.DATABASE_URL}`)
  // A Postgres that was killed leaves nothing else to wait for; it is started again all the same.
  const waiting = setInterval(() => undefined, 60_000)
  await stopped
  clearInterval(waiting)
  await database.close()
}

serve().then(
  () => process.exit(),
  (error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
