// Lists the articles of the home page: the one that an editor put first, then the newest.
import type { ArticleSummary } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { findSummary, listArticles } from '@/site/lists/queries'
import { readerClient } from '@/site/data/readerClient'
import { idOf } from '@/site/data/rows'

const HOME_LENGTH = 20

export async function listHomeArticles(): Promise<ArticleSummary[]> {
  const client = await readerClient()
  const [newest, { leadArticle }] = await Promise.all([
    listArticles({}, { limit: HOME_LENGTH }),
    client.findGlobal({ slug: 'site-settings', tags: [tagFor.lead()] }),
  ])
  const lead = leadArticle == null ? undefined : await findSummary(idOf(leadArticle))
  return lead ? [lead, ...newest.filter(({ id }) => id !== lead.id)] : newest
}
