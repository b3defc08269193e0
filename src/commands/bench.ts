// npm run bench: the article page and the importer, as ratios to the least that could do the same on this machine now.
import { cpus, loadavg } from 'node:os'
import { benchImporter } from './bench/importer'
import { benchPage } from './bench/page'
import { whileServing, withFreshData } from './ownSite'
import { stopSignal } from './signals'

const load = (): string =>
  `load ${loadavg()
    .map((average) => average.toFixed(2))
    .join(' ')}`

export async function main(): Promise<void> {
  const stop = stopSignal()
  const processors = cpus()
  console.log(
    `Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model ?? 'processor'}`,
  )
  console.log(`Before: ${load()}. Starting a site of its own …`)
  await withFreshData(async () => {
    await whileServing(stop, (url) => benchPage(url, stop))
    await benchImporter(stop)
  })
  console.log(`\nAfter: ${load()}`)
}
