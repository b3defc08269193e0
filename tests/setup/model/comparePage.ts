// Whether the site renders what the model says: the page at an address, or what became of it.
import { expect } from 'vitest'
import { plainText } from '@/domain/text/plainText'
import { findArticle } from '@/site/articles/queries'
import { findWithdrawal } from '@/site/articles/withdrawal'
import { byId } from './compare'
import type { Text } from './texts'
import type { World } from './world'
import type { Doc } from './doc'

const linksOn = (world: World, article: Doc, { links }: Text) =>
  links.flatMap((id) => {
    const link = world.find('read-also-links', id)
    if (!link?.fields.live || !link.shown) return []
    const { linkKind, target, title, words } = link.shown
    if (linkKind === 'external') return [{ id, title, leads: words }]
    const to = linkKind === 'internal' ? world.find('articles', target) : undefined
    return to?.fields.live && to.shown && to !== article
      ? [{ id, title: to.shown.title, leads: to.shown.path }]
      : []
  })

/** The page at an address, as the site renders it. */
export async function comparePage(world: World, path: string) {
  const article = world.docs.find(({ fields, shown }) => fields.live && shown?.path === path)
  const page = await findArticle(path)
  const items = article?.shown?.items.flatMap((id) => {
    const item = world.find('faq-items', id)
    return item?.fields.live && item.shown
      ? [{ id, title: item.shown.title, words: item.shown.words }]
      : []
  })
  const seen = page && {
    id: page.id,
    title: page.title,
    words: page.summary,
    items: page.faqItems.map(({ id, question, answer }) => ({
      id,
      title: question,
      words: plainText(answer).trim(),
    })),
    links: page.readAlsoLinks
      .map((link) => ({
        id: link.id,
        title: link.title,
        leads: link.kind === 'internal' ? link.path : link.url,
      }))
      .sort(byId),
    homeless: page.faqItems.filter(({ home }) => home === null).length,
    alts: page.images.map(({ alt }) => alt).sort(),
  }
  expect(seen && { ...seen, items: seen.items.sort(byId) }, `the page at ${path}`).toEqual(
    article?.shown && {
      id: article.id,
      title: article.shown.title,
      words: article.shown.words,
      items: items?.sort(byId),
      links: linksOn(world, article, article.shown).sort(byId),
      homeless: 0,
      alts: article.shown.images.flatMap((id) => world.images.get(id) ?? []).sort(),
    },
  )
  const gone = world.docs.filter(({ withdrawnPath }) => withdrawnPath === path)
  if (article || gone.length > 1) return
  const withdrawal = await findWithdrawal(path)
  expect(withdrawal && leadsTo(withdrawal)).toEqual(gone[0] && whereto(world, gone[0]))
}

const leadsTo = (withdrawal: NonNullable<Awaited<ReturnType<typeof findWithdrawal>>>) =>
  withdrawal.reason === 'notice'
    ? withdrawal.article.title
    : 'to' in withdrawal
      ? withdrawal.to
      : 'gone'

function whereto(world: World, { fields, shown }: Doc): string | undefined {
  const { reason, target } = fields.withdrawal ?? { reason: 'gone', target: null }
  if (reason === 'notice') return shown?.title
  const to = reason === 'moved' ? world.find('articles', target) : undefined
  return (to?.fields.live && to.shown?.path) || 'gone'
}
