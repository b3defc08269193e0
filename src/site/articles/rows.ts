// Converts the rows that belong to an article into what its page shows of them.
import type { Away, Correction, FaqItem, ReadAlsoLink, Source } from '@/domain/articles/article'
import { storedDay } from '@/domain/time/day'
import { safeUrl } from '@/domain/text/links'
import type {
  Article as ArticleRow,
  FaqItem as FaqItemRow,
  ReadAlsoLink as ReadAlsoLinkRow,
} from '@/payload-types'
import type { CurrentUrl } from '@/site/addresses/currentUrls'
import { idOf, type LinkRow } from '@/site/data/rows'

export const faqItemOf = (
  row: FaqItemRow,
  home: LinkRow | undefined,
  person: (reference: FaqItemRow['reviewer']) => FaqItem['reviewer'],
): Omit<FaqItem, 'answer'> => ({
  id: row.id,
  question: row.question ?? '',
  anchor: row.anchor ?? String(row.id),
  home: home ? { path: home.path ?? '', title: home.title } : null,
  reviewer: person(row.reviewer),
  lastReviewed: row.lastReviewed ? storedDay(row.lastReviewed) : undefined,
})

/**
 * Nothing for a link that is unresolved, points to the page itself, or whose target is not there.
 * @param away why readers do not get a target, where that is shown
 */
export function readAlsoLinkOf(
  row: ReadAlsoLinkRow,
  ownId: number,
  articles: Map<number, LinkRow>,
  current: CurrentUrl,
  away: Map<number, Away>,
): ReadAlsoLink[] {
  const { id, kind, title } = row
  const url = row.url && current(row.url)
  if (kind === 'external' && title && url) {
    const { publisher, relation } = row
    return [
      {
        id,
        kind,
        title,
        url,
        publisher: publisher ?? undefined,
        relation: relation ?? 'editorial',
      },
    ]
  }
  const leadsTo = kind === 'internal' && row.article != null ? idOf(row.article) : ownId
  const [target, why] = [articles.get(leadsTo), away.get(leadsTo)]
  if (leadsTo === ownId || !(target || why)) return []
  const shown = { title: target?.title ?? title ?? '', path: target?.path ?? '' }
  return [{ id, kind: 'internal', ...shown, ...(why ? { away: why } : {}) }]
}

type SourceRow = NonNullable<ArticleRow['sources']>[number]

/** Without an address that readers could not follow safely. */
export const sourceOf = (row: SourceRow, current: CurrentUrl): Source => ({
  title: row.title,
  publisher: row.publisher ?? undefined,
  year: row.year ?? undefined,
  url: (row.url && safeUrl(current(row.url) ?? '')) || undefined,
  accessed: row.accessed ? storedDay(row.accessed) : undefined,
})

/** The newest first. */
export const correctionsOf = ({ corrections }: ArticleRow): Correction[] =>
  (corrections ?? [])
    .map(({ date, text }) => ({ date: storedDay(date), text }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
