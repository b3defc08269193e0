// The whole site as a reader and an editor meet it: npm start with data of its own, on a free port.
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { findFreePort } from '@/cli/freePort'
import { environment, freshDataFolder, keep, script } from './keep'

/** What the importer says about one file that it imported. */
export interface Imported {
  status: 'created' | 'updated' | 'unchanged'
  path: string
  title: string
}

export interface RunningSite {
  /** The public origin, without a closing slash. */
  url: string
  /** Runs a command on the site's data, as `npm run <command> -- <args>` would; rejects when it fails. */
  run(command: string, ...args: string[]): Promise<string>
  /** Runs a script of the tests on the site's data. */
  runScript(file: string, ...args: string[]): Promise<string>
  /** Imports and publishes, while the site runs. */
  importFiles(...files: string[]): Promise<Imported[]>
  /** Stops the site as SIGTERM does, and removes its data. */
  stop(): Promise<void>
}

const DOOR = 'src/cli/run.mjs'

/** A copy of what was prepared for all tests, which becomes a site of its own; else the start prepares it. */
function dataFolder(): string {
  const folder = freshDataFolder()
  const prepared = process.env.PREPARED_SITE
  if (!prepared) return folder
  const { status, stderr } = spawnSync('cp', ['-a', `${prepared}/.`, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return folder
}

/**
 * Starts with the demonstration articles and no account; builds first when the sources changed.
 * @param env more of its environment, such as a database elsewhere
 */
export async function startSite(env: Record<string, string> = {}): Promise<RunningSite> {
  const dataDir = dataFolder()
  const port = String(await findFreePort())
  const settings = { ...env, PORT: port, SITE_URL: `http://localhost:${port}` }
  const site = await keep({
    name: `site-${port}`,
    args: [DOOR, 'start'],
    dataDir,
    settings,
    readyLine: /^Ready: (\S+)/,
  })
  const node = async (...args: string[]) => {
    const env = environment({ ...settings, DATA_DIR: dataDir })
    return (await promisify(execFile)(process.execPath, args, { env })).stdout
  }
  const run = (command: string, ...args: string[]) => node(DOOR, command, ...args)
  return {
    url: site.ready,
    run,
    runScript: (file, ...args) => node(...script(file), ...args),
    async importFiles(...files) {
      const said = await run('import', '--publish', '--accept-proposals', '--json', ...files)
      return JSON.parse(said.slice(said.search(/^\[$/m)))
    },
    stop: () => site.stop(),
  }
}
