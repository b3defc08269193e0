// Measures the time from the editor's click to the reader's page, on the instance that published and on another one.
import { setTimeout as sleep } from 'node:timers/promises'
import { signIn, type Editors } from '../requests/editors'
import { requestText } from '../requests/reader'
import { median, spread, type Figure } from '../report'
import type { BenchSite } from '../site/benchSite'

const ARTICLES = 100
const PUBLISHES = 200
const LOOK_EVERY_MS = 5
/** Longer than anything should take: then it counts as this long. */
const GIVEN_UP_MS = 30_000

let texts = 0
/** A summary that no page has had before. */
const newText = (): string => `Said anew for the benchmark, time ${++texts}.`

/** @returns when the page was first seen as `isThere` wants it, as `performance.now()` */
export async function waitUntilSeen(
  url: string,
  isThere: (page: { status: number; text: string }) => boolean,
): Promise<number> {
  const end = performance.now() + GIVEN_UP_MS
  while (performance.now() < end) {
    if (isThere(await requestText(url))) break
    await sleep(LOOK_EVERY_MS)
  }
  return performance.now()
}

export async function benchPublish(site: BenchSite): Promise<Figure[]> {
  await site.grow(ARTICLES)
  return site.serving(2, async (instances) => {
    const doors: Editors[] = []
    for (const { url } of instances) doors.push(await signIn(site.payload, url))
    const articles = await site.list(ARTICLES)
    const sinceAsked: number[] = []
    const sinceAnswered: number[] = []
    const answers: number[] = []
    for (let n = 0; n < PUBLISHES; n++) {
      site.stop.throwIfAborted()
      const { id, path } = articles[n % articles.length] ?? { id: 0, path: '' }
      const client = doors[n % doors.length] as Editors
      const summary = newText()
      await client.prepare('articles', id, { summary })
      const looking = Promise.all(
        instances.map(({ url }) => waitUntilSeen(url + path, ({ text }) => text.includes(summary))),
      )
      const took = await client.publish('articles', id)
      const answered = performance.now()
      answers.push(took)
      const last = Math.max(...(await looking))
      sinceAsked.push(last - answered + took)
      sinceAnswered.push(Math.max(0, last - answered))
    }
    site.publishWithFew = median(answers)
    return [
      ...spread('publish, asked → visible on both', sinceAsked, 'p99', { most: 1000 }),
      ...spread('publish, answered → visible on both', sinceAnswered),
    ]
  })
}

/** How long publishing takes, one article after the other. */
export async function publishTimes(site: BenchSite, url: string, count: number): Promise<number[]> {
  const client = await signIn(site.payload, url)
  const times: number[] = []
  for (const { id } of await site.list(count)) {
    site.stop.throwIfAborted()
    await client.prepare('articles', id, { summary: newText() })
    times.push(await client.publish('articles', id))
  }
  return times
}
