// Every door through which content changes states what it changes, in the transaction of the change; a draft states nothing.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '@/cms/workflow/events/schedule'
import { importOne } from '@/cli/import'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import type { User } from '@/payload-types'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { createDraft, createIn, TOMORROW, withItems } from '../../setup/documents'
import { callerFor, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { changedBy, revisionOf } from '../../setup/revision'
import { account, act, as, publishByForce, save } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User
let admin: User
let call: Call
let callAsAdmin: Call

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
  admin = await account(payload, 'admin')
  call = await callerFor(payload, editor)
  callAsAdmin = await callerFor(payload, admin)
})

/** Whose facts gather others is said in the domain's tests. */
const changes = async (doing: () => Promise<unknown>): Promise<string[]> =>
  (await changedBy(payload, doing)).filter((name) => !name.includes(':any'))

let made = 0
const published = async (data: object = {}): Promise<number> => {
  const path = `/published-${++made}`
  const id = await createDraft(payload, 'articles', writer, { path, ...data })
  await publishByForce(payload, id)
  return id
}

const everythingOf = (id: number, path: string): string[] => {
  const own = [tagFor.article, tagFor.card, tagFor.link, tagFor.entry].map((of) => of(id))
  return [...own, tagFor.path(path), tagFor.list()].sort()
}

describe('an article', () => {
  it('that is written, reviewed, approved and scheduled changes nothing until it is published', async () => {
    const path = '/walked'
    let id = 0
    const before = await changes(async () => {
      const made = await call('POST', '/articles?draft=true', {
        title: 'Walked',
        summary: 'In short.',
        body: richText(paragraph('Text.')),
        path,
      })
      id = made.body.doc!.id
      await call('PATCH', `/articles/${id}?draft=true`, { summary: 'Shorter.' })
      await call('PATCH', `/articles/${id}?draft=true&autosave=true`, { summary: 'Short.' })
      await act(payload, editor, 'submit', id)
      await act(payload, admin, 'approve', id)
      await act(payload, admin, 'schedule', id, { at: TOMORROW })
    })
    expect(before).toEqual([])
    const due = new Date(Date.parse(TOMORROW) + 1000).toISOString()
    expect(await changes(() => publishDue(payload, due))).toEqual(everythingOf(id, path))
  })

  it('that is published over HTTP states what it is', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor: admin })
    const { path } = await payload.findByID({ collection: 'articles', id, draft: true })
    const event = { event: 'publish', version: 1 }
    const facts = await changes(() => call('POST', `/articles/${id}/events`, event))
    expect(facts).toEqual(everythingOf(id, path!))
  })

  it('whose text changes concerns its own page, whose path both addresses', async () => {
    const id = await published({ path: '/old-path' })
    await save(payload, writer, id, { body: richText(paragraph('Another text.')) })
    const entry = [tagFor.article(id), tagFor.entry(id)]
    expect(await changes(() => publishByForce(payload, id))).toEqual(entry)
    await save(payload, writer, id, { path: '/new-path' })
    expect(await changes(() => publishByForce(payload, id))).toEqual(
      expect.arrayContaining(['path:/new-path', 'path:/old-path']),
    )
    await save(payload, writer, id, {})
    expect(await changes(() => publishByForce(payload, id))).toEqual([])
  })

  it.each([
    ['gone', false],
    ['moved', true],
    ['notice', false],
  ])('that is withdrawn as %s states its address', async (reason, hasTarget) => {
    const path = `/leaves-as-${reason}`
    const id = await published({ path })
    const target = hasTarget ? await published() : undefined
    const leave = () => act(payload, admin, 'unpublish', id, { reason, target })
    expect(await changes(leave)).toEqual(everythingOf(id, path))
    const close = () => act(payload, admin, 'unpublish', id, { reason: 'gone' })
    if (reason === 'notice') expect(await changes(close)).toEqual([tagFor.path(path)])
    const data = { deletedAt: new Date().toISOString() }
    const trash = () => payload.update({ collection: 'articles', id, data, ...as(admin) })
    expect(await changes(trash)).toEqual([tagFor.article(id), tagFor.path(path)])
    const remove = () => payload.delete({ collection: 'articles', id, trash: true, ...as(admin) })
    expect(await changes(remove)).toEqual([tagFor.path(path)])
  })

  it('in which an item finds or loses its home states the item’s home', async () => {
    const item = await createIn(payload, 'published', 'faq-items', {
      author: writer,
      editor: admin,
    })
    const first = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    expect(await changes(() => publishByForce(payload, first))).toContain(tagFor.home(item))
    const second = await published({ body: withItems(item) })
    const { docs } = await payload.find({
      collection: 'faq-homes',
      where: { item: { equals: item } },
    })
    const move = () =>
      payload.update({ collection: 'faq-homes', id: docs[0]!.id, data: { article: second } })
    expect(await changes(move)).toEqual([tagFor.home(item)])
    const leave = () => act(payload, admin, 'unpublish', second, { reason: 'gone' })
    expect(await changes(leave)).toContain(tagFor.home(item))
  })

  it('for which a Read Also title waited states the link too', async () => {
    const title = 'Long Awaited'
    const waiting = await createDraft(payload, 'read-also-links', writer, {
      kind: 'unresolved',
      title,
    })
    await published({ body: richText(paragraph('Text.'), readAlsoBlock(waiting)) })
    const id = await createDraft(payload, 'articles', writer, { title })
    expect(await changes(() => publishByForce(payload, id))).toContain(tagFor.readAlsoLink(waiting))
  })

  it('that is imported states itself and what is new with it; unpublished, its authors and shelves alone', async () => {
    const text = (title: string) =>
      [
        `---\ntitle: ${title}\nauthor: ${title} Author\n---`,
        `What there is to say of ${title}.\n\nPeople Also Ask\n\nIs ${title} so?`,
        `${title} is.\n\nFinal Words\n\nSo ends ${title}.`,
      ].join('\n\n')
    const load = (title: string, publish: boolean) => () =>
      importOne(payload, { name: 'test', text: text(title) }, { publish })
    const draft = await changes(load('A Quiet Morning', false))
    expect(draft.filter((name) => /^(article|faq-item|list:all)/.test(name))).toEqual([])
    const live = await changes(load('Loud Evenings', true))
    expect(live).toEqual(
      expect.arrayContaining([
        'list:all',
        'list:faq-items',
        'path:/loud-evenings',
        'path:/author/loud-evenings-author',
        expect.stringMatching(/^article:\d+:link$/),
        expect.stringMatching(/^faq-home:\d+$/),
      ]),
    )
  })
})

describe('other content', () => {
  it('states itself through REST and the Local API', async () => {
    const post = async (collection: string, data: object) =>
      (await call('POST', `/${collection}`, data)).body.doc!.id
    const patch = (address: string, data: object) => () => call('PATCH', `/${address}`, data)
    const category = await post('categories', { name: 'Rest' })
    expect(
      await changes(patch(`categories/${category}`, { name: 'Sleep', slug: 'sleep' })),
    ).toEqual([
      tagFor.category(category),
      tagFor.categoryName(category),
      tagFor.names('categories'),
      'path:/category/rest',
      'path:/category/sleep',
    ])
    const author = await post('authors', { name: 'Mara' })
    expect(await changes(patch(`authors/${author}`, { description: 'Writes.' }))).toEqual([
      tagFor.author(author),
    ])
    expect(
      await changes(patch(`authors?where[id][equals]=${author}`, { jobTitle: 'Nurse' })),
    ).toEqual([tagFor.author(author), tagFor.byline(author)])
    const redirect = await post('redirects', { from: '/once', status: '410' })
    expect(await changes(patch(`redirects/${redirect}`, { from: '/twice' }))).toEqual([
      'path:/once',
      'path:/twice',
    ])
    expect(await changes(() => call('DELETE', `/redirects/${redirect}`))).toEqual(['path:/twice'])
    await callAsAdmin('POST', '/globals/site-settings', {})
    expect(
      await changes(() => callAsAdmin('POST', '/globals/site-settings', { name: 'Other' })),
    ).toEqual(['settings'])
    const header = [{ label: 'About', url: '/about' }]
    expect(await changes(() => call('POST', '/globals/navigation', { header }))).toEqual([
      'navigation',
    ])
    expect(await changes(() => call('POST', '/globals/navigation', { header }))).toEqual([])
  })

  it('that nobody reads states nothing', async () => {
    const data = { path: '/nowhere', hits: 1, lastHitAt: TOMORROW }
    expect(await changes(() => account(payload, 'writer'))).toEqual([])
    expect(await changes(() => payload.create({ collection: 'missed-addresses', data }))).toEqual(
      [],
    )
  })

  it('states what readers had before, when two change it at the same time', async () => {
    const { id } = await payload.create({ collection: 'topics', data: { name: 'A', slug: 'a' } })
    const rename = (name: string) => payload.update({ collection: 'topics', id, data: { name } })
    const before = await revisionOf(payload)
    await Promise.all([rename('B'), rename('A')])
    // Whichever came first: there and back again are two changes, or the one that stayed away was none.
    const { name } = await payload.findByID({ collection: 'topics', id })
    expect((await revisionOf(payload)) - before).toBe(name === 'A' ? 2 : 1)
  })
})

describe('a transaction', () => {
  it('that is rolled back states nothing', async () => {
    const before = await revisionOf(payload)
    const transactionID = (await payload.db.beginTransaction())!
    const data = { name: 'Never', slug: '' }
    await payload.create({ collection: 'topics', data, req: { transactionID } })
    await payload.db.rollbackTransaction(transactionID)
    expect(await revisionOf(payload)).toBe(before)
  })

  it('is one revision, however much it changes', async () => {
    const before = await revisionOf(payload)
    const item = await createDraft(payload, 'faq-items', writer)
    const id = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    await publishByForce(payload, id)
    expect(await revisionOf(payload)).toBe(before + 1)
  })

  it('is made where a write brings none, so that both are kept or neither', async () => {
    const { id } = await payload.create({ collection: 'topics', data: { name: 'T', slug: 't' } })
    const update = () =>
      payload.db.updateOne({ collection: 'topics', id, data: { name: 'U' }, returning: false })
    expect(await changes(update)).toContain(tagFor.topic(id))
  })
})
