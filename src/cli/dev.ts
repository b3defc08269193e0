// Starts the site as npm start does, with hot reload instead of a build: npm run dev.
import { startSite } from './start'
import { readArguments } from './usage'

const USAGE = 'Usage: npm run dev'

export async function main(args: string[]): Promise<void> {
  readArguments(USAGE, { args })
  await startSite({ dev: true })
}
