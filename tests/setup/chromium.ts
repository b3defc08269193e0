// Finds the browser for the tests, or installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'chromium.exe',
  'chrome.exe',
]

/** Where installers put browsers without putting them on the PATH. */
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Ways to install one, tried in this order until a browser is there. */
const INSTALLATIONS = [
  'apt-get update && apt-get install --yes --no-install-recommends chromium',
  'sudo -n apt-get update && sudo -n apt-get install --yes --no-install-recommends chromium',
  `"${process.execPath}" node_modules/playwright/cli.js install chromium`,
]
const INSTALLATION_MS = 10 * 60_000

/** Some systems ship a script of that name which only says how to install the browser. */
const runs = (file: string): boolean =>
  process.platform === 'win32' ||
  spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  const folders = PATH.split(path.delimiter)
  const named = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const candidates = [...named, ...PLACES, chromium.executablePath()]
  return candidates.find((file) => existsSync(file) && runs(file))
}

/**
 * The path of a Chromium or Chrome: the one that `CHROMIUM_PATH` names, an installed one, or one installed now.
 * @throws with one line when there is none and none could be installed
 */
export function requireChromium(): string {
  let found = findChromium()
  for (const installation of INSTALLATIONS) {
    if (found) return found
    console.error(`There is no Chromium; trying: ${installation}`)
    spawnSync(installation, {
      shell: true,
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: INSTALLATION_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    found = findChromium()
  }
  if (found) return found
  throw new Error(
    'The browser tests need Chromium or Chrome, and installing one failed. Install one, or name it in CHROMIUM_PATH.',
  )
}
