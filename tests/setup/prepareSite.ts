// What an instance does before it serves: the tables and the demonstration articles. A process of its own: its connections end with it.
import { openDatabase } from '../../src/cli/database/openDatabase'
import { importDemonstration } from '../../src/cli/import/demonstration'
import { migrate } from '../../src/cli/database/migrate'
import { stopSignal } from '../../src/cli/signals'

const stop = stopSignal()

async function prepare(): Promise<void> {
  // Where a test names a database, it is open already.
  const database = process.env.DATABASE_URL ? undefined : await openDatabase()
  try {
    await migrate({ stop, afterwards: () => importDemonstration(stop) })
  } finally {
    await database?.close()
  }
}

prepare().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
