// Generates articles by the hundred thousand: rows like those of an imported article, each with words, questions and links of its own.
import pg from 'pg'
import { slugify } from '@/domain/addresses/slug'
import { questionKey, titleKey } from '@/domain/addresses/titleKey'
import { settings } from '@/env'
import { patternTables, type Pattern, type Tables } from './pattern'
import { makeAnswer, rewordText } from './reworded'
import { Rows, type Add, type Row } from './rows'
import { pickSkewed, createWriter, type Writer } from './words'

/** So many of the first articles show the pattern's own FAQ item. */
export const SHARING = 20_000
const OWN_ITEMS = 2

/** Makes the first term of a kind hold about a quarter of the articles. */
const TERM_SKEW = 3

const BATCH = 250
const FIRST_DAY = Date.parse('2024-01-01T00:00:00Z')
const APART_MS = 5 * 60_000

/**
 * Makes the articles with these numbers, all of them live, as after an import. Instances that run notice nothing.
 * @param range the first number, from 1, and the last one
 * @param told hears how far it is
 * @returns their ids, in the order of their numbers
 */
export async function generateArticles(
  pattern: Pattern,
  { from, to }: { from: number; to: number },
  told: (made: number) => void = () => undefined,
): Promise<number[]> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    const rows = new Rows(client)
    const tables = await patternTables(rows, pattern)
    const ids: number[] = []
    for (let number = from; number <= to; number++) {
      ids.push(addArticle(tables, pattern, number, ids.at(-1) ?? pattern.article))
      if ((number - from + 1) % BATCH > 0 && number < to) continue
      await rows.store()
      told(number)
    }
    await rows.settle()
    // What autovacuum would have done by the time that there are so many.
    await client.query('vacuum analyze')
    // Pages that were stored know nothing of them.
    await client.query('truncate stored_pages')
    return ids
  } finally {
    await client.end()
  }
}

/** @param before the target of its Read Also link. @returns its id */
function addArticle(tables: Tables, pattern: Pattern, number: number, before: number): number {
  const words = createWriter(number)
  const at = new Date(FIRST_DAY + number * APART_MS).toISOString()
  const own = Array.from({ length: OWN_ITEMS }, () => addItem(tables, pattern, words, at))
  const faqItems = number <= SHARING ? [...own, pattern.sharedItem] : own
  const link = addLink(tables, before, at)
  const title = words.title()
  const fields = {
    title,
    summary: words.sentences(1),
    title_key: titleKey(title),
    path: `/${slugify(title)}`,
    body: rewordText(pattern.body, words, { faqItems, readAlso: link }),
    category_id: pick(pattern.categories, words),
    ...dates(at),
  }
  const id = tables.articles(fields)
  const version = tables.versions({ parent_id: id, ...ofVersion(fields) })
  tables.workflows({ document: id })
  tables.events({ document: id, when: at })
  for (const item of own) tables.homes({ item_id: item, article_id: id })
  const shown = {
    authors: [pick(pattern.authors, words)],
    topics: [...new Set([pick(pattern.topics, words), pick(pattern.topics, words)])],
    faqItems,
    readAlsoLinks: [link],
  }
  addRelations(tables.relations, id, shown)
  addRelations(tables.versionRelations, version, shown)
  return id
}

function addItem(tables: Tables, { body }: Pattern, words: Writer, at: string): number {
  const question = words.question()
  const fields = {
    question,
    question_key: questionKey(question),
    anchor: slugify(question),
    answer: makeAnswer(body, words),
    ...dates(at),
  }
  const id = tables.items(fields)
  tables.itemVersions({ parent_id: id, ...ofVersion(fields) })
  tables.itemWorkflows({ document: id })
  return id
}

function addLink(tables: Tables, article: number, at: string): number {
  const fields = { kind: 'internal', article_id: article, ...dates(at) }
  const id = tables.links(fields)
  tables.linkVersions({ parent_id: id, ...ofVersion(fields) })
  tables.linkWorkflows({ document: id })
  return id
}

/** `order` is the place in its list, from 1, as Payload counts them. */
function addRelations(add: Add, parent: number, shown: Record<string, number[]>): void {
  for (const [path, ids] of Object.entries(shown))
    for (const [index, id] of ids.entries())
      add({ ...NO_RELATION, parent_id: parent, path, order: index + 1, [COLUMNS[path] ?? '']: id })
}

const COLUMNS: Record<string, string> = {
  authors: 'authors_id',
  topics: 'topics_id',
  faqItems: 'faq_items_id',
  readAlsoLinks: 'read_also_links_id',
}
const NO_RELATION = Object.fromEntries(Object.values(COLUMNS).map((column) => [column, null]))

/** The same in the table of versions. */
const ofVersion = (fields: Row): Row =>
  Object.fromEntries(Object.entries(fields).map(([column, value]) => [`version_${column}`, value]))

const dates = (at: string): Row => ({
  published_at: at,
  modified_at: at,
  created_at: at,
  updated_at: at,
})

const pick = (ids: readonly number[], { random }: Writer): number =>
  ids[pickSkewed(random, ids.length, TERM_SKEW)] ?? 0
