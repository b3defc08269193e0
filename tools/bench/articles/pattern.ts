// Makes the pattern of generated articles: an article that the importer has imported and published, with what belongs to it.
import type { Payload } from 'payload'
import type { RichText } from '@/domain/text/richText'
import { importOne } from '@/cli/import'
import { articleText } from './articleText'
import type { Add, Rows } from './rows'

export interface Pattern {
  article: number
  body: RichText
  /** An FAQ item that many articles show. */
  sharedItem: number
  /** Ids of the terms. */
  categories: number[]
  topics: number[]
  authors: number[]
}

const TERMS = { categories: 20, topics: 50, authors: 40 } as const

/** Apart from those of the importer's benchmark. The second one links to the first. */
const NUMBERS = [900_001, 900_002]

export async function makePattern(payload: Payload): Promise<Pattern> {
  const ids: number[] = []
  for (const number of NUMBERS) {
    const source = { name: 'pattern', text: articleText(number) }
    const made = await importOne(payload, source, { publish: true })
    if (made.status !== 'created' || !made.live)
      throw new Error(`The pattern was not published: ${JSON.stringify(made)}`)
    ids.push(made.id)
  }
  const id = ids.at(-1) ?? 0
  const article = await payload.findByID({ collection: 'articles', id, depth: 0 })
  const items = article.faqItems?.map((item) => (typeof item === 'object' ? item.id : item)) ?? []
  return {
    article: id,
    body: article.body as RichText,
    sharedItem: items.at(-1) ?? 0,
    categories: await makeTerms(payload, 'categories'),
    topics: await makeTerms(payload, 'topics'),
    authors: await makeTerms(payload, 'authors'),
  }
}

async function makeTerms(payload: Payload, collection: keyof typeof TERMS): Promise<number[]> {
  const ids: number[] = []
  for (let number = 1; number <= TERMS[collection]; number++) {
    const data = { name: `Bench ${collection} ${number}`, slug: '' }
    ids.push((await payload.create({ collection, data })).id)
  }
  return ids
}

export interface Tables {
  items: Add
  itemVersions: Add
  itemWorkflows: Add
  articles: Add
  versions: Add
  workflows: Add
  events: Add
  links: Add
  linkVersions: Add
  linkWorkflows: Add
  relations: Add
  versionRelations: Add
  homes: Add
}

/** In the order in which they can be stored: the database refuses a live row without its workflow. */
export async function patternTables(rows: Rows, { article }: Pattern): Promise<Tables> {
  const shown = (column: string) =>
    `(select ${column} from articles_rels where parent_id = ${article} and ${column} is not null order by id limit 1)`
  const [item, link] = [shown('faq_items_id'), shown('read_also_links_id')]
  const workflow = (kind: string, id: number | string) => `kind = '${kind}' and document = ${id}`
  const latest = (id: number | string) => `parent_id = ${id} and latest`
  const version = `(select id from _articles_v where ${latest(article)})`
  return {
    workflows: await rows.like('workflows', workflow('articles', article)),
    itemWorkflows: await rows.like('workflows', workflow('faq-items', item)),
    linkWorkflows: await rows.like('workflows', workflow('read-also-links', link)),
    events: await rows.like('workflow_events', workflow('articles', article)),
    items: await rows.like('faq_items', `id = ${item}`),
    itemVersions: await rows.like('_faq_items_v', latest(item)),
    articles: await rows.like('articles', `id = ${article}`),
    versions: await rows.like('_articles_v', latest(article)),
    links: await rows.like('read_also_links', `id = ${link}`),
    linkVersions: await rows.like('_read_also_links_v', latest(link)),
    relations: await rows.like('articles_rels', `parent_id = ${article}`),
    versionRelations: await rows.like('_articles_v_rels', `parent_id = ${version}`),
    homes: await rows.like('faq_homes', `article_id = ${article}`),
  }
}
