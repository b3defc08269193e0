// Measures from a withdrawal to its absence on two instances; and that nothing comes back when they are killed and started again.
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '@/cli/freePort'
import type { OwnSite } from '../site/ownSite'
import { signIn, type Editors } from '../requests/editors'
import { waitUntilSeen } from './publish'
import { requestAddress } from '../requests/reader'
import { spread, type Figure } from '../report'
import type { BenchSite } from '../site/benchSite'

/** Others than those that are published again and again. */
const SKIPPED = 100
const WITHDRAWALS = 100
const KILLS = 4
const PER_KILL = 5
const ALL = SKIPPED + WITHDRAWALS + KILLS * PER_KILL

const GONE = 410

export async function benchWithdraw(site: BenchSite): Promise<Figure[]> {
  await site.grow(ALL)
  const articles = await site.list(ALL - SKIPPED, SKIPPED)
  const ports = [await findFreePort(), await findFreePort()].map(String)
  const start = (place: number) => site.start({ PORT: ports[place] ?? '' })
  const instances = [await start(0), await start(1)]
  const watching = new AbortController()
  try {
    const doors: Editors[] = []
    for (const { url } of instances) doors.push(await signIn(site.payload, url))
    const times: number[] = []
    for (const [n, { id, path }] of articles.slice(0, WITHDRAWALS).entries()) {
      site.stop.throwIfAborted()
      await Promise.all(instances.map(({ url }) => requestAddress(url + path)))
      const looking = Promise.all(
        instances.map(({ url }) => waitUntilSeen(url + path, ({ status }) => status === GONE)),
      )
      const took = await doors[n % doors.length]!.withdraw('articles', id)
      const answered = performance.now()
      times.push(Math.max(...(await looking)) - answered + took)
    }
    const gone = articles.slice(0, WITHDRAWALS).map(({ path }) => path)
    const returns = countReturns(instances, gone, watching.signal)
    for (let kill = 0; kill < KILLS; kill++) {
      site.stop.throwIfAborted()
      const place = kill % instances.length
      const batch = articles.slice(WITHDRAWALS + kill * PER_KILL).slice(0, PER_KILL)
      for (const { path } of batch)
        for (const { url } of instances) await requestAddress(url + path)
      for (const { id } of batch) await doors[place]!.withdraw('articles', id)
      await instances[place]!.kill()
      instances[place] = await start(place)
      gone.push(...batch.map(({ path }) => path))
    }
    await sleep(2000)
    watching.abort()
    const { looks, found } = await returns
    return [
      ...spread('withdraw, asked → gone on both', times, 'p99', { most: 1000 }),
      { what: `returns in ${looks} looks, with ${KILLS} kills`, value: found, bar: { most: 0 } },
    ]
  } finally {
    watching.abort()
    await Promise.all(instances.map((instance) => instance.stop()))
  }
}

/** Asks for what is gone again and again, and counts what comes. An instance that is dead answers nothing. */
async function countReturns(
  instances: readonly OwnSite[],
  gone: readonly string[],
  stop: AbortSignal,
): Promise<{ looks: number; found: number }> {
  let [looks, found] = [0, 0]
  while (!stop.aborted)
    for (const path of [...gone])
      for (const { url } of instances) {
        const answer = await requestAddress(url + path).catch(() => undefined)
        if (!answer) continue
        looks += 1
        if (answer.status !== GONE) found += 1
      }
  return { looks, found }
}
