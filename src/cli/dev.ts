// Starts the site as npm start does, with hot reload instead of a build: npm run dev.
import { startSite } from './start'

export async function main(): Promise<void> {
  await startSite({ dev: true })
}
