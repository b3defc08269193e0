// A running site with a page of every kind that readers meet, made over HTTP as an editor's program would.
import sharp from 'sharp'
import { paragraph, richText } from '../fixtures/richText'
import type { RunningSite } from './site'

/** One page of each kind. */
export interface PageKind {
  name: string
  /** On the site; absolute where the site itself cannot give the page. */
  path: string
  status: number
}

const ACCOUNT = { email: 'pages@example.org', password: 'only for these pages' }

type Row = Record<string, unknown> & { id: number; path: string; slug: string; anchor: string }
type Api = (method: string, path: string, body?: object | FormData) => Promise<unknown>

async function signIn(site: RunningSite): Promise<Api> {
  const { email, password } = ACCOUNT
  await site.run('user', 'create', '--email', email, '--password', password, '--role', 'admin')
  const json = { 'Content-Type': 'application/json' }
  const login = await fetch(`${site.url}/api/users/login`, {
    ...{ method: 'POST', headers: json, body: JSON.stringify(ACCOUNT) },
  })
  const { token } = (await login.json()) as { token: string }
  return async (method, path, body) => {
    const isForm = body instanceof FormData
    const response = await fetch(`${site.url}/api${path}`, {
      method,
      headers: { Authorization: `JWT ${token}`, ...(isForm ? {} : json) },
      body: isForm ? body : body && JSON.stringify(body),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`)
    return JSON.parse(answer)
  }
}

async function create(api: Api, slug: string, data: object | FormData): Promise<Row> {
  const { doc } = (await api('POST', `/${slug}`, data)) as { doc: Row }
  return doc
}

const step = (api: Api, of: string, event: object): Promise<unknown> =>
  api('POST', `/${of}/events`, event)

async function publish(api: Api, of: string): Promise<void> {
  const { version } = (await api('GET', `/${of}/workflow`)) as { version: number }
  await step(api, of, { event: 'forcePublish', version, note: 'A page for the tests.' })
}

async function withdrawn(api: Api, title: string, reason: string): Promise<string> {
  const body = richText(paragraph('What was once said here.'))
  const data = { title, summary: 'It was here once.', body }
  const { id, path } = await create(api, 'articles?draft=true', data)
  await publish(api, `articles/${id}`)
  const { version } = (await api('GET', `/articles/${id}/workflow`)) as { version: number }
  await step(api, `articles/${id}`, { event: 'unpublish', version, reason })
  return path
}

async function photograph(api: Api): Promise<number> {
  const background = { r: 10, g: 92, b: 87 }
  const picture = await sharp({ create: { width: 1600, height: 1000, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'A meadow under a clear sky' }))
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'meadow.jpg')
  return (await create(api, 'media', form)).id
}

/** The demonstration article with everything that an article can have. */
async function complete(api: Api, path: string): Promise<Row> {
  const find = `/articles?depth=0&where[path][equals]=${path}`
  const { docs } = (await api('GET', find)) as { docs: (Row & { authors: number[] })[] }
  const [article] = docs
  if (!article) throw new Error(`There is no article at ${path}.`)
  const { version } = (await api('GET', `/articles/${article.id}/workflow`)) as { version: number }
  await api('PATCH', `/articles/${article.id}?draft=true`, {
    workflowVersion: version,
    heroImage: await photograph(api),
    reviewer: article.authors[0],
    lastReviewed: '2026-03-02T00:00:00.000Z',
    nextReview: '2028-03-02T00:00:00.000Z',
    sources: [
      { title: 'A handbook', publisher: 'A society', year: 2024, url: 'https://a.example' },
    ],
    corrections: [{ date: '2026-02-01T00:00:00.000Z', text: 'An earlier version said less.' }],
  })
  await publish(api, `articles/${article.id}`)
  return article
}

/** What only who was given the address may read: a preview, and the same as a guest gets it. */
async function privatePages(site: RunningSite, api: Api, id: number): Promise<PageKind[]> {
  const { version } = (await api('GET', `/articles/${id}/workflow`)) as { version: number }
  const summary = 'A summary that readers do not have yet.'
  await api('PATCH', `/articles/${id}?draft=true`, { workflowVersion: version, summary })
  const { url } = (await api('POST', `/articles/${id}/review-links`, {})) as { url: string }
  const said = await site.runScript('tests/setup/previewAddress.ts', String(id))
  return [
    { name: 'preview', path: said.trim().split('\n').at(-1) ?? '', status: 200 },
    { name: 'review', path: url, status: 200 },
    { name: 'closed review', path: `/review/7-${'0'.repeat(64)}`, status: 404 },
  ]
}

/** @param path of a demonstration article with FAQ items and Read Also links */
export async function makePageKinds(site: RunningSite, path: string): Promise<PageKind[]> {
  const api = await signIn(site)
  const article = await complete(api, path)
  const first = async (slug: string) =>
    ((await api('GET', `/${slug}?limit=1&sort=id`)) as { docs: Row[] }).docs[0]?.slug
  const [category, topic, author] = [
    await first('categories'),
    await first('topics'),
    await first('authors'),
  ]
  const alone = await create(api, 'faq-items?draft=true', {
    question: 'Is it safe to stretch in the evening?',
    answer: richText(paragraph('It is, as long as nothing hurts.')),
  })
  await publish(api, `faq-items/${alone.id}`)
  const { doc } = (await api('GET', `/faq-items/${alone.id}`).then((found) => ({
    doc: found,
  }))) as {
    doc: Row
  }
  const policy = await create(api, 'pages', {
    ...{ title: 'How we work', summary: 'Who writes here, and how.', _status: 'published' },
    body: richText(paragraph('We read everything twice.')),
  })
  return [
    { name: 'home', path: '/', status: 200 },
    { name: 'category', path: `/category/${category}`, status: 200 },
    { name: 'topic', path: `/topic/${topic}`, status: 200 },
    { name: 'author', path: `/author/${author}`, status: 200 },
    { name: 'article', path, status: 200 },
    { name: 'questions', path: '/questions', status: 200 },
    { name: 'question', path: `/questions/${doc.anchor}`, status: 200 },
    { name: 'search form', path: '/search', status: 200 },
    { name: 'search results', path: '/search?q=how+do+I+lift+a+box', status: 200 },
    { name: 'search without a result', path: '/search?q=zeppelin', status: 200 },
    { name: 'about', path: '/about', status: 200 },
    { name: 'policy', path: policy.path, status: 200 },
    {
      name: 'withdrawn with a notice',
      path: await withdrawn(api, 'An old tip', 'notice'),
      status: 200,
    },
    { name: 'gone', path: await withdrawn(api, 'A bad tip', 'gone'), status: 410 },
    { name: 'not found', path: '/no-such-page', status: 404 },
    ...(await privatePages(site, api, article.id)),
  ]
}
