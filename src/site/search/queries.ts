// Searches the site, in Postgres; see the function search_site in the migrations.
import type { RichText } from '@/domain/text/richText'
import { storedWords, marked, passage, type Piece } from '@/domain/discovery/search'
import { questionAddress } from '@/domain/articles/faq/questionAddress'
import { withCurrentUrls } from '@/site/addresses/currentUrls'
import { storeMissedSearch, readerClient, sql } from '@/site/data/readerClient'
import { toRichText } from '@/site/data/rows'

export interface Result {
  kind: 'articles' | 'faq-items' | 'pages'
  /** Its address. */
  path: string
  title: Piece[]
  /** The part of its text that contains the words. */
  passage: Piece[]
  /** A question that may be answered at once. */
  fits: boolean
  answer: RichText | null
  /** The article that carries an answer. */
  source: string | null
}

export interface Results {
  results: Result[]
  /** How many there are in all; counting ends at a thousand. */
  matches: number
  number: number
  more: boolean
}

const PAGE_LENGTH = 10

type Row = Pick<Result, 'kind' | 'fits' | 'answer' | 'source'> & {
  title: string
  text: string
  /** The words that are to be marked in it, as the search compares them. */
  found: string[]
  path: string | null
  anchor: string | null
  matches: number
}

/** @param number of the page, from 1; undefined past the end */
export async function searchSite(words: string, number: number): Promise<Results | undefined> {
  if (words === '') return { results: [], matches: 0, number, more: false }
  const client = await readerClient()
  const skipped = (number - 1) * PAGE_LENGTH
  const rows = await client.rows<Row>(
    sql`select found.kind, found.title, found.text, found.found, found.fits, found.matches, item.anchor,
          case when found.fits then item.answer end as answer,
          coalesce(article.path, page.path, carrier.path) as path, carrier.title as source
        from search_site(${words}, ${PAGE_LENGTH}, ${skipped}) with ordinality as found(
          kind, document, title, text, found, fits, matches, place)
        left join articles as article on found.kind = 'articles' and article.id = found.document
        left join pages as page on found.kind = 'pages' and page.id = found.document
        left join faq_items as item on found.kind = 'faq-items' and item.id = found.document
        left join faq_homes as home on home.item_id = item.id
        left join live_articles as carrier on carrier.id = home.article_id
        order by found.place`,
    [],
  )
  const matches = rows[0]?.matches ?? 0
  if (rows.length === 0 && number > 1) return undefined
  if (rows.length === 0) await noteMissedSearch(words)
  const shown = rows.flatMap(({ answer }) => answer ?? [])
  const answers = await withCurrentUrls(shown.map((answer) => toRichText('answer', answer)))
  const results = rows.map(({ kind, fits, source, answer, anchor, path, ...row }) => {
    const found = new Set(row.found)
    return {
      kind,
      fits,
      source,
      answer: answer && (answers[shown.indexOf(answer)] ?? answer),
      path: anchor === null ? (path ?? '/') : questionAddress({ anchor, path }),
      title: marked(row.title, found),
      passage: passage(row.text, found),
    }
  })
  return { results, matches, number, more: matches > skipped + rows.length }
}

async function noteMissedSearch(words: string): Promise<void> {
  const kept = storedWords(words)
  if (kept !== null) await storeMissedSearch(kept)
}
