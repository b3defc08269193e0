// Puts load on one address from outside: some connections, each asking again as soon as it has its answer.
import { execFile, spawnSync } from 'node:child_process'
import { Agent } from 'node:http'
import { promisify } from 'node:util'
import { requestAddress } from './reader'
import { quantile } from '../report'

export interface Load {
  requestsPerSecond: number
  /** The time that 99 of 100 answers took at most, in milliseconds. */
  p99: number
}

interface Loading {
  connections: number
  seconds: number
}

const hasWrk = (): boolean => !spawnSync('wrk', ['--version']).error

/** What makes the load: wrk where it is installed, since it needs less of the processor than what it measures. */
export const findLoader = (): 'wrk' | 'Node' => (hasWrk() ? 'wrk' : 'Node')

/** @throws when an answer is not 200 */
export const loadAddress = (url: string, loading: Loading): Promise<Load> =>
  hasWrk() ? loadByWrk(url, loading) : loadByNode(url, loading)

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000 }

async function loadByWrk(url: string, { connections, seconds }: Loading): Promise<Load> {
  const { stdout } = await promisify(execFile)('wrk', [
    '--threads',
    '1',
    '--connections',
    String(connections),
    '--duration',
    `${seconds}s`,
    '--latency',
    '--header',
    'Accept-Encoding: gzip',
    '--header',
    'Accept: text/html',
    url,
  ])
  const failed = /Socket errors:.*|Non-2xx.*/.exec(stdout)
  if (failed) throw new Error(`${url} under load: ${failed[0]}`)
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? []
  const [, time, unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  return { requestsPerSecond: Number(rate), p99: Number(time) * (UNITS[unit] ?? Number.NaN) }
}

async function loadByNode(url: string, { connections, seconds }: Loading): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const start = performance.now()
  const connection = async () => {
    while (performance.now() < start + seconds * 1000) {
      const { status, ms } = await requestAddress(url, { agent })
      if (status !== 200) throw new Error(`${url} answered ${status} under load.`)
      times.push(ms)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, connection))
  } finally {
    agent.destroy()
  }
  const elapsed = (performance.now() - start) / 1000
  return { requestsPerSecond: times.length / elapsed, p99: quantile(times, 0.99) }
}
