// Starts every command of the command line: installs what is missing, then hands over to the command. Plain Node, no packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const stamp = path.join(root, 'node_modules/.installed-lock')
const [command, ...args] = process.argv.slice(2)

/** Commands that are for users to see work in production mode; the others keep what the environment says. */
const PRODUCTION = ['start', 'import', 'user', 'bench']

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Backstory needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(2)
}

/** The stamp is written last, so an interrupted installation is done again. */
function installPackages() {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Installing packages …')
  // Not `npm ci`: it refuses the lock file where a registry lacks one of the packages for other machines.
  const flags = ['--no-save', '--include=dev', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['install', ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('Installing the packages failed: see above. Is the npm registry reachable?')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, wanted)
}

requireNode()
installPackages()
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.PAYLOAD_CONFIG_PATH = path.join(root, 'payload.config.ts')
if (PRODUCTION.includes(command)) process.env.NODE_ENV = 'production'
if (command === 'dev') process.env.NODE_ENV = 'development'

/**
 * Lexical's entry for Node awaits an import at its top level, which Node 20 may leave waiting for ever. Its production
 * entry does not.
 */
const LEXICAL_WITHOUT_AWAIT = `export const resolve = (name, context, next) =>
  next(name, /^@?lexical(\\/|$)/.test(name)
    ? { ...context, conditions: ['production', ...context.conditions] } : context)`

/**
 * tsx has Node keep every source map, which takes a third of a site's memory; without them traces name lines of what tsx
 * made of a file. `DEBUG=1` keeps them.
 */
const keepsSourceMaps = !PRODUCTION.includes(command) || Boolean(process.env.DEBUG)

async function run() {
  await import('tsx')
  process.setSourceMapsEnabled(keepsSourceMaps)
  register(`data:text/javascript,${encodeURIComponent(LEXICAL_WITHOUT_AWAIT)}`)
  const folder = existsSync(`tools/${command}.ts`) ? '../../tools' : '.'
  const { main } = await import(`${folder}/${command}.ts`)
  await main(args)
}

/** Until a command says otherwise; an import that never settles lets Node end quietly, and that is no success. */
const UNSETTLED = 13

process.exitCode = UNSETTLED

/** A reader who has seen enough (`| head`) is no fault; a disk that is full is one, said where it can be. */
let unwritten = null
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') unwritten = error
  })
}

/** What a pipe has not taken when its writer ends is lost, so the end waits for the reader. */
const drained = (stream) => new Promise((resolve) => stream.write('', () => resolve()))

async function end(code) {
  await drained(process.stdout)
  if (unwritten) console.error(`The output could not be written: ${unwritten.message}`)
  await drained(process.stderr)
  process.exit(unwritten && code === 0 ? 1 : code)
}

// Payload keeps one database connection that nothing can close, so the end of a command is said, not awaited.
run().then(
  () => end(process.exitCode === UNSETTLED ? 0 : process.exitCode),
  (error) => {
    const isHelp = error?.exitCode === 0
    const said = error instanceof Error && (isHelp || !process.env.DEBUG) ? error.message : error
    if (isHelp) console.log(said)
    else console.error(said)
    return end(error?.exitCode ?? 1)
  },
)
