// Before the browser tests: a browser, a build, and a data folder with the demonstration articles that each site begins with.
import { spawnSync } from 'node:child_process'
import { requireChromium } from './chromium'
import { environment, freshDataFolder, keep, script } from './keep'

/** Holds the folder until the tests end, however they end. */
const HOLDER = ['--eval', 'console.log("Held."); setInterval(() => undefined, 60_000)']

export default async function setup() {
  process.env.CHROMIUM_PATH = requireChromium()
  const dataDir = freshDataFolder()
  const held = await keep({ name: 'prepared-site', args: HOLDER, dataDir, readyLine: /^Held/ })
  try {
    for (const args of [['src/cli/run.mjs', 'build'], script('tests/setup/prepareSite.ts')])
      run(args, dataDir)
  } catch (error) {
    await held.stop()
    throw error
  }
  process.env.PREPARED_SITE = dataDir
  return () => held.stop()
}

function run(args: string[], dataDir: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: environment({ DATA_DIR: dataDir }),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.at(-1)} failed:\n${stdout}${stderr}`)
}
