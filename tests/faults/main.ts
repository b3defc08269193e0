// The fault runs: one thing after the other is broken, many times. See tools/testFaults.ts.
import { loadavg } from 'node:os'
import { randomFrom } from '@/domain/values/random'
import { runFault, type Report } from './run'
import { FAULTS } from './table'
import { openWorld } from './world'

/** Each is a text, as it came from the command line. */
const values = JSON.parse(process.argv[2] ?? '') as Record<
  'rounds' | 'seed' | 'patience' | 'only',
  string
>

const ms = (value: number): string => `${Math.round(value)} ms`

const line = ({ fault, skipped, complaints, ...of }: Report): string =>
  [
    fault.padEnd(36),
    skipped
      ? `skipped: ${skipped}`
      : `${of.answers} read, ${of.failures} failed, slowest ${ms(of.slowest)}; ${of.saves} saved; recovery ${ms(of.recovery)}`,
    ...complaints.map((complaint) => `\n    ✗ ${complaint}`),
  ].join('')

/** Of all rounds of a fault, the worst. */
function summary(fault: string, reports: Report[]): string {
  const of = reports.filter((report) => report.fault === fault && !report.skipped)
  const sum = (what: 'answers' | 'failures' | 'saves') =>
    of.reduce((total, report) => total + report[what], 0)
  const most = (what: 'slowest' | 'recovery') => ms(Math.max(...of.map((report) => report[what])))
  if (of.length === 0) return `| ${fault} | skipped | | | | |`
  const answers = sum('answers')
  const share = (100 * (answers - sum('failures'))) / answers
  return `| ${fault} | ${of.length} | ${share.toFixed(3)} % of ${answers} | ${most('slowest')} | ${sum('saves')} | ${most('recovery')} |`
}

async function main(): Promise<void> {
  const rounds = Number(values.rounds)
  const only = new RegExp(values.only, 'i')
  const faults = FAULTS.filter(({ name }) => only.test(name))
  if (!(rounds > 0) || faults.length === 0) throw new Error('There is nothing to run.')
  console.log(`Seed ${values.seed}, ${rounds} rounds of ${faults.length} faults.`)
  const world = await openWorld({
    random: randomFrom(Number(values.seed)),
    patience: Number(values.patience),
    say: console.log,
  })
  const reports: Report[] = []
  const interrupted = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort())
  try {
    for (let round = 1; round <= rounds; round++)
      for (const fault of faults) {
        if (interrupted.signal.aborted) break
        const report = await runFault(world, fault)
        reports.push(report)
        console.log(`${round}/${rounds} ${line(report)}`)
      }
  } finally {
    await world.close()
  }
  console.log(`\nLoad of the machine: ${loadavg()[0]?.toFixed(1)}. The worst of each:\n`)
  console.log('| fault | rounds | stored pages read | slowest | saves kept | recovery |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const { name } of faults) console.log(summary(name, reports))
  const broken = reports.filter(({ complaints }) => complaints.length > 0)
  console.log(`\n${reports.length - broken.length} as promised, ${broken.length} not`)
  process.exitCode = broken.length > 0 ? 1 : 0
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
