// Lists what readers search for: frequent words and rare ones, several, whole questions, mistyped words, and words that are on no page.
import type { BenchSite } from '../site/benchSite'
import { makeWord, VOCABULARY } from '../articles/words'

/** Ranks of words, from the most frequent to the rarest. */
const RANKS = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, VOCABULARY - 1]

const mistyped = (text: string): string => text.slice(0, 2) + text.slice(3)

/** @returns addresses, each once */
export async function listSearches(site: BenchSite): Promise<string[]> {
  const [single, pairs] = [
    RANKS.map(makeWord),
    RANKS.slice(1).map((rank, index) => `${makeWord(rank)} ${makeWord(RANKS[index] ?? 0)}`),
  ]
  const stored = async (column: string, table: string) =>
    (
      await site.query<{ text: string }>(
        `select ${column} as text from ${table} where _status = 'published' order by id desc limit 10`,
      )
    ).map(({ text }) => text)
  const titles = await stored('title', 'articles')
  const words = [
    ...single,
    ...pairs,
    ...titles,
    ...(await stored('question', 'faq_items')),
    ...titles.map((title) => mistyped(title.split(' ').at(-1) ?? '')),
    'xylophone',
    'quartz jumping',
    '"the exact words"',
  ]
  return words.map((each) => `/search?q=${encodeURIComponent(each)}`)
}
