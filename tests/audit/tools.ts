// The heavy tools: installed at the first use, beside the project's own packages; and Java, which one of them needs.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const SOURCE = 'tests/audit'
/** Where caches are kept, which nothing of the project looks into. */
const FOLDER = path.resolve('node_modules/.cache/audit')
const FILES = ['package.json', 'package-lock.json']
const INSTALLED = path.join(FOLDER, 'node_modules/.package-lock.json')

/** Ways to install Java, tried in this order. */
const JAVA_INSTALLATIONS = [
  'apt-get update && apt-get install --yes --no-install-recommends default-jre-headless',
  'sudo -n apt-get update && sudo -n apt-get install --yes --no-install-recommends default-jre-headless',
]
const INSTALLATION_MS = 10 * 60_000

/** @param file inside one of the tools' packages */
export const tool = (file: string): string => path.join(FOLDER, 'node_modules', file)

const isCurrent = (): boolean =>
  existsSync(INSTALLED) &&
  FILES.every((file) =>
    readFileSync(path.join(SOURCE, file)).equals(readFileSync(path.join(FOLDER, file))),
  )

/** @throws when the registry cannot be reached */
export function installTools(): void {
  if (isCurrent()) return
  console.error(
    'Installing Lighthouse, pa11y, vnu and html-validate; the first time takes a minute …',
  )
  mkdirSync(FOLDER, { recursive: true })
  for (const file of FILES) copyFileSync(path.join(SOURCE, file), path.join(FOLDER, file))
  // Their scripts would download a browser and a Java of their own.
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const { status } = spawnSync('npm', ['install', ...flags], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  })
  if (status !== 0) throw new Error('Installing the tools failed: see above.')
}

const hasJava = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

/** @throws with one line when there is no Java and none could be installed */
export function requireJava(): void {
  for (const installation of JAVA_INSTALLATIONS) {
    if (hasJava()) return
    console.error(`There is no Java; trying: ${installation}`)
    spawnSync(installation, { shell: true, stdio: 'ignore', timeout: INSTALLATION_MS })
  }
  if (!hasJava())
    throw new Error('vnu, the HTML checker, needs Java 17 or newer, and installing it failed.')
}
