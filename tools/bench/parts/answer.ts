// Measures an edit of an FAQ item on many pages: how long its publish takes, and whether each page is right when next asked for.
import { gunzipSync } from 'node:zlib'
import { signIn } from '../requests/editors'
import { SHARING } from '../articles/generate'
import { makeAnswer } from '../articles/reworded'
import { readMany } from './memory'
import { requestPage } from '../requests/reader'
import type { Figure } from '../report'
import type { BenchSite } from '../site/benchSite'
import { createWriter } from '../articles/words'

export async function benchAnswer(site: BenchSite): Promise<Figure[]> {
  await site.grow(SHARING)
  return site.serving(1, async ([instance]) => {
    const url = instance?.url ?? ''
    const pages = await site.list(SHARING)
    // Stored, so that there is something to become stale.
    await readMany(site, pages, async ({ path }) => void (await requestPage(url + path)))
    const client = await signIn(site.payload, url)
    const said = `The answer that is on ${pages.length} pages was edited.`
    const { sharedItem, body } = site.pattern
    await client.prepare('faq-items', sharedItem, {
      answer: makeAnswer(body, createWriter(0), said),
    })
    const commit = await client.publish('faq-items', sharedItem)
    let wrong = 0
    await readMany(site, pages, async ({ path }) => {
      const { body: bytes } = await requestPage(url + path)
      if (!gunzipSync(bytes).includes(said)) wrong += 1
    })
    return [
      {
        what: `edit of an answer on ${pages.length} pages`,
        value: commit,
        unit: 'ms',
        bar: { most: 2000 },
      },
      { what: 'pages that were wrong at their next request', value: wrong, bar: { most: 0 } },
    ]
  })
}
