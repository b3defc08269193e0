// Migrates the database that each integration test file gets a copy of. A process of its own: its connections end with it.
import { migrate } from '../../src/cli/database/migrate'

migrate().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
