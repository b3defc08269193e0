// npm run dev: as npm start, with hot reload instead of a build.
import { run } from './start'

export async function main(): Promise<void> {
  await run({ dev: true })
}
