// One instance as a process of its own, before a stub of the site: for tests that kill it.
import { startFront } from './front'

startFront(process.argv[2] ?? '').then(
  ({ url }) => console.log(`Ready: ${url}`),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
