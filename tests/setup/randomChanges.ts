// Random changes to a small site, each through a door that editors, commands or the schedule have.
import type { Id, Kind } from '@/domain/workflow/subject'
import { paragraph, richText } from '../fixtures/richText'
import * as small from './smallSite'
import { pick, saveDraft, text, withdraw, type SmallSite } from './smallSite'
import { as, publishByForce } from './workflow'

type Change = (site: SmallSite) => Promise<unknown>

const article = (site: SmallSite): Id => pick(site, site.articles)

/** A new working version that goes live at once, where the article may. */
const edit =
  (kind: Kind, ids: (site: SmallSite) => Id[], data: (site: SmallSite) => object): Change =>
  async (site) => {
    const id = pick(site, ids(site))
    await saveDraft(site, kind, id, data(site))
    await publishByForce(site.payload, id, kind)
  }

const editArticle = (data: (site: SmallSite) => object): Change =>
  edit('articles', ({ articles }) => articles, data)

/** One field of what an article may have. */
const field = (name: keyof ReturnType<typeof small.articleData>): Change =>
  editArticle((site) => ({ [name]: small.articleData(site)[name] }))

const updateNamed =
  (collection: 'authors' | 'categories' | 'topics', data: () => object): Change =>
  (site) => {
    const id = pick(site, site[collection])
    return site.payload.update({ collection, id, data: data(), ...as(site.admin) })
  }

const row = (collection: 'articles' | 'redirects' | 'categories' | 'authors', id: Id) =>
  ({ collection, id }) as const

export const CHANGES: Record<string, Change> = {
  'article: text': field('body'),
  'article: plain text': editArticle(() => ({ body: richText(paragraph(text('Plain'))) })),
  'article: title': field('title'),
  'article: summary': field('summary'),
  'article: path': field('path'),
  'article: category': field('category'),
  'article: topics': field('topics'),
  'article: authors': field('authors'),
  'article: reviewer': field('reviewer'),
  'article: picture': field('heroImage'),
  'article: search title': field('seoTitle'),
  'article: index': field('index'),
  'article: sources': editArticle(() => ({ sources: [{ title: text('Source') }] })),
  'article: nothing': editArticle(() => ({})),
  'article: draft': (site) => saveDraft(site, 'articles', article(site), small.articleData(site)),
  'article: new': async (site) => {
    const id = await small.createDoc(site, 'articles', small.articleData(site))
    site.articles.push(id)
    await publishByForce(site.payload, id)
  },
  'article: gone': (site) => withdraw(site, 'articles', article(site), {}),
  'article: moved': (site) =>
    withdraw(site, 'articles', article(site), { reason: 'moved', target: article(site) }),
  'article: notice': (site) => withdraw(site, 'articles', article(site), { reason: 'notice' }),
  'article: back': (site) => publishByForce(site.payload, article(site)),
  'article: into the trash': (site) =>
    site.payload.update({
      ...row('articles', article(site)),
      data: { deletedAt: new Date().toISOString() },
      ...as(site.admin),
    }),
  'article: out of the trash': (site) =>
    site.payload.update({
      ...row('articles', article(site)),
      trash: true,
      data: { deletedAt: null },
      ...as(site.admin),
    }),
  'article: deleted': (site) =>
    site.payload.delete({ ...row('articles', article(site)), trash: true, ...as(site.admin) }),
  'item: text': edit('faq-items', ({ items }) => items, small.itemData),
  'item: draft': (site) =>
    saveDraft(site, 'faq-items', pick(site, site.items), small.itemData(site)),
  'item: gone': (site) => withdraw(site, 'faq-items', pick(site, site.items), {}),
  'item: back': (site) => publishByForce(site.payload, pick(site, site.items), 'faq-items'),
  'link: target': edit('read-also-links', ({ links }) => links, small.linkData),
  'link: waiting': async (site) => {
    const title = text('Awaited')
    const data = { kind: 'unresolved' as const, title }
    site.links.push(await small.createDoc(site, 'read-also-links', data))
    await editArticle(() => ({ title }))(site)
  },
  'link: gone': (site) => withdraw(site, 'read-also-links', pick(site, site.links), {}),
  'link: back': (site) => publishByForce(site.payload, pick(site, site.links), 'read-also-links'),
  'author: name': updateNamed('authors', () => ({ name: text('Author') })),
  'author: credentials': updateNamed('authors', () => ({ credentials: text('MSc') })),
  'author: description': updateNamed('authors', () => ({ description: text('Writes') })),
  'author: photo': (site) => {
    const data = { photo: pick(site, [null, ...site.images]) }
    return site.payload.update({ collection: 'authors', id: pick(site, site.authors), data })
  },
  'author: profiles': updateNamed('authors', () => ({
    profiles: [{ url: `https://register.example.org/${text('p').replace(' ', '-')}` }],
  })),
  'author: slug': updateNamed('authors', () => ({ slug: text('author-slug') })),
  'category: name': updateNamed('categories', () => ({ name: text('Category') })),
  'category: description': updateNamed('categories', () => ({ description: text('About') })),
  'category: slug': updateNamed('categories', () => ({ slug: text('category-slug') })),
  'category: rule': updateNamed('categories', () => ({ expertReview: false })),
  'category: new': async (site) => {
    const data = { name: text('Category'), slug: '' }
    site.categories.push((await site.payload.create({ collection: 'categories', data })).id)
  },
  'category: deleted': async (site) => {
    const id = site.categories.length > 1 ? site.categories.pop()! : 0
    await site.payload.delete(row('categories', id))
  },
  'author: deleted': async (site) => {
    const data = { name: text('Author'), slug: '' }
    const id = site.authors.shift()!
    site.authors.push((await site.payload.create({ collection: 'authors', data })).id)
    await site.payload.delete(row('authors', id))
  },
  'topic: name': updateNamed('topics', () => ({ name: text('Topic') })),
  'image: words': (site) => {
    const data = { alt: text('Seen'), caption: text('Caption') }
    return site.payload.update({ collection: 'media', id: pick(site, site.images), data })
  },
  'image: file': async (site) => {
    const file = await small.imageFile(text('other'))
    const id = pick(site, site.images)
    return site.payload.update({ collection: 'media', id, data: {}, file, ...as(site.admin) })
  },
  'redirect: new': async (site) => {
    const to = pick(site, [{ article: article(site) }, { to: '/about' }])
    const data = { from: `/old-${site.redirects.length}`, status: '301' as const, ...to }
    site.redirects.push((await site.payload.create({ collection: 'redirects', data })).id)
  },
  'redirect: other way': (site) => {
    const data = pick(site, [{ status: '410' }, { status: '308', article: article(site) }] as const)
    return site.payload.update({ ...row('redirects', pick(site, site.redirects)), data })
  },
  'redirect: deleted': (site) => site.payload.delete(row('redirects', pick(site, site.redirects))),
  'page: new': async (site) => {
    const body = small.pageBody(site)
    const data = { title: text('Page'), summary: 'In short.', body, path: `/${text('page')}` }
    data.path = data.path.replace(' ', '-')
    site.pages.push((await site.payload.create({ collection: 'pages', data })).id)
  },
  'page: text': (site) => {
    const data = { body: small.pageBody(site), title: text('Page'), _status: 'published' as const }
    return site.payload.update({ collection: 'pages', id: pick(site, site.pages), data })
  },
  'page: gone': (site) => {
    const data = { _status: 'draft' as const }
    return site.payload.update({ collection: 'pages', id: pick(site, site.pages), data })
  },
  'settings: crawlers': (site) => {
    const crawlers = { search: site.random() < 0.5, training: site.random() < 0.5 }
    return site.payload.updateGlobal({ slug: 'site-settings', data: { crawlers } })
  },
  'settings: name': ({ payload }) =>
    payload.updateGlobal({ slug: 'site-settings', data: { name: text('Site') } }),
  'settings: for editors': (site) => {
    const data = { timeZone: pick(site, ['UTC', 'Europe/Berlin']) }
    return site.payload.updateGlobal({ slug: 'site-settings', data })
  },
  'settings: logo': (site) => {
    const organization = { name: 'Press', description: 'We.', logo: pick(site, site.images) }
    return site.payload.updateGlobal({ slug: 'site-settings', data: { organization } })
  },
  'settings: lead': (site) =>
    site.payload.updateGlobal({ slug: 'site-settings', data: { leadArticle: article(site) } }),
  navigation: ({ payload }) =>
    payload.updateGlobal({
      slug: 'navigation',
      data: { header: [{ label: text('Menu'), url: '/about' }] },
    }),
  'home of an item': async (site) => {
    const { payload } = site
    const { docs } = await payload.find({ collection: 'faq-homes', pagination: false, depth: 0 })
    const home = pick(site, docs)
    if (!home) return
    const shows = { faqItems: { in: [home.item as Id] }, _status: { equals: 'published' } }
    const found = await payload.find({ collection: 'articles', where: shows, depth: 0 })
    const data = { article: pick(site, found.docs).id }
    await payload.update({ collection: 'faq-homes', id: home.id, data })
  },
}
