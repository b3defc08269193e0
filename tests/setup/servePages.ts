// One instance as a process of its own, before a stub of the site: for tests that kill it, or stop it and start another one.
import { OPTIONS, startServer } from './pageServer'

const [databaseUrl = '', cacheControl, port] = process.argv.slice(2)
const policy = { ...OPTIONS.policy, ...(cacheControl && { cacheControl }) }

startServer(databaseUrl, { policy }, Number(port ?? 0)).then(
  ({ url, close }) => {
    process.once('SIGTERM', () => void close().then(() => process.exit()))
    console.log(`Ready: ${url}`)
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
