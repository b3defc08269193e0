// What an instance does before it serves: the tables and the demonstration articles. A process of its own: its connections end with it.
import { importDemonstration } from '../../src/commands/demonstration'
import { migrate } from '../../src/commands/migrate'
import { stopSignal } from '../../src/commands/signals'

const stop = stopSignal()

migrate({ stop, afterwards: () => importDemonstration(stop) }).then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
