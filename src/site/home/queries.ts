// What the home page lists: the article that an editor put first, then the newest.
import type { ArticleSummary } from '@/domain/article'
import { fact } from '@/domain/facts'
import { findSummary, listArticles } from '@/site/lists/queries'
import { openDoor } from '@/site/payload'
import { idOf } from '@/site/rows'

const HOME_LENGTH = 20

export async function listHomeArticles(): Promise<ArticleSummary[]> {
  const door = await openDoor()
  const [newest, { leadArticle }] = await Promise.all([
    listArticles({}, { limit: HOME_LENGTH }),
    door.findGlobal({ slug: 'site-settings', facts: [fact.lead()] }),
  ])
  const lead = leadArticle == null ? undefined : await findSummary(idOf(leadArticle))
  return lead ? [lead, ...newest.filter(({ id }) => id !== lead.id)] : newest
}
