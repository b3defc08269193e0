// What an instance does before it serves: the tables and the demonstration articles. A process of its own: its connections end with it.
import { importDemonstration } from '../../src/commands/demonstration'
import { migrate } from '../../src/commands/migrate'

migrate(importDemonstration).then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
