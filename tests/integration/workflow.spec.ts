// Events on a real Postgres: who may, what holds, what readers get, and what the record says.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/pool'
import { publishDue } from '@/cms/workflow/schedule'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import { page } from '@/site/page'
import { paragraph, richText } from '../fixtures/richText'
import { createDraft, createIn, TOMORROW } from '../setup/documents'
import { callerFor } from '../setup/http'
import { openTestPayload } from '../setup/payload'
import { account, act, as, publishByForce } from '../setup/workflow'

let payload: Payload
let writer: User
let editor: User
let other: User
let admin: User

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
  other = await account(payload, 'editor')
  admin = await account(payload, 'admin')
})

const codes = async (doing: Promise<unknown>): Promise<string[]> => {
  try {
    await doing
  } catch (error) {
    return (error as { issues: { code: string }[] }).issues.map(({ code }) => code)
  }
  return []
}

const row = async (id: Id, kind: Kind = 'articles') => {
  const { docs } = await payload.find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
  })
  return docs[0]!
}

const record = async (id: Id, kind: Kind = 'articles') => {
  const { docs } = await payload.find({
    collection: 'workflow-events',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    sort: 'id',
    pagination: false,
  })
  return docs
}

const liveTitle = async (path: string) => (await findArticle(path))?.title

const save = (user: User, id: Id, data: object, kind: Kind = 'articles') =>
  payload.update({ collection: kind, id, draft: true, data: data as never, ...as(user) })

const withItem = (item: Id) =>
  richText(paragraph('Text.'), {
    ...{ type: 'block', version: 2, format: '' },
    fields: { id: 'a', blockType: 'faqSection', heading: 'People Also Ask', items: [item] },
  } as never)

const get = (path: string) =>
  page(new Request(`http://localhost:3000${path}`), async () => {
    const found = await findArticle(path)
    return found && { html: found.title }
  })

describe('four eyes', () => {
  it('who wrote cannot approve, somebody else can', async () => {
    const id = await createDraft(payload, 'articles', editor)
    await act(payload, editor, 'submit', id)
    expect(await codes(act(payload, editor, 'approve', id))).toEqual(['ownChanges'])
    expect(await act(payload, other, 'approve', id)).toMatchObject({ state: 'approved' })
  })

  it('cover the FAQ items that are new in the article', async () => {
    const item = await createDraft(payload, 'faq-items', editor)
    const id = await createDraft(payload, 'articles', writer, { body: withItem(item) })
    await act(payload, writer, 'submit', id)
    expect(await codes(act(payload, editor, 'approve', id))).toEqual(['ownChanges'])
    expect(await act(payload, other, 'approve', id)).toMatchObject({ state: 'approved' })
  })

  it('switched off in the site settings let a team of one work, and the record says so', async () => {
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: false } })
    const id = await createDraft(payload, 'articles', editor)
    await act(payload, editor, 'submit', id)
    await act(payload, editor, 'approve', id)
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: true } })
    expect((await record(id)).at(-1)).toMatchObject({ what: 'approve', fourEyesOff: true })
  })

  it('may be switched off by an administrator alone', async () => {
    const change = (user: User) =>
      payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: false }, ...as(user) })
    expect(await change(editor)).toMatchObject({ fourEyes: true })
    expect(await change(admin)).toMatchObject({ fourEyes: false })
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: true } })
  })
})

describe('an expert review', () => {
  it('that the category asks for comes before the editor’s approval', async () => {
    const category = await payload.create({
      collection: 'categories',
      data: { name: 'Medicine', slug: '', expertReview: true },
    })
    const id = await createDraft(payload, 'articles', writer, { category: category.id })
    await act(payload, writer, 'submit', id)
    expect(await codes(act(payload, editor, 'approve', id))).toEqual(['expertApprovalMissing'])
    await act(payload, await account(payload, 'reviewer'), 'approve', id)
    expect(await act(payload, editor, 'approve', id)).toMatchObject({ state: 'approved' })
  })
})

describe('the seal', () => {
  it('breaks when a new FAQ item of the article is edited, names it, and mends with the text', async () => {
    const question = 'Does it mend again?'
    const item = await createDraft(payload, 'faq-items', writer, { question })
    const id = await createDraft(payload, 'articles', writer, { body: withItem(item) })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await save(writer, item, { answer: richText(paragraph('Otherwise.')) }, 'faq-items')
    const refused = act(payload, editor, 'publish', id)
    await expect(refused).rejects.toMatchObject({
      issues: [{ code: 'sealBroken', broken: [{ part: 'faqItem', id: item, change: 'changed' }] }],
    })
    await save(writer, item, { answer: richText(paragraph('So.')) }, 'faq-items')
    expect(await act(payload, editor, 'publish', id)).toMatchObject({ state: 'published' })
  })

  it('breaks when the article is edited after the approval', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    await save(other, id, { summary: 'In other words.' })
    expect(await codes(act(payload, editor, 'publish', id))).toEqual(['sealBroken'])
    expect(await codes(act(payload, editor, 'schedule', id, { at: TOMORROW }))).toEqual([
      'sealBroken',
    ])
  })

  it('breaks when another article’s address that a Read Also link names is not what it was', async () => {
    const target = await createIn(payload, 'published', 'articles', { author: writer, editor })
    const link = await createDraft(payload, 'read-also-links', writer, {
      ...{ kind: 'internal', article: target, url: undefined },
    })
    const body = richText(paragraph('Text.'), {
      ...{ type: 'block', version: 2, format: '' },
      fields: { id: 'a', blockType: 'readAlso', link },
    } as never)
    const id = await createDraft(payload, 'articles', writer, { body })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await save(writer, target, { title: 'Renamed' })
    await publishByForce(payload, target)
    await expect(act(payload, editor, 'publish', id)).rejects.toMatchObject({
      issues: [{ code: 'sealBroken', broken: [{ part: 'readAlsoLink', id: link }] }],
    })
  })
})

describe('publishing', () => {
  it('puts the article and what is new in it live together, and a shared draft of a live item not', async () => {
    const fresh = await createDraft(payload, 'faq-items', writer)
    const shared = await createIn(payload, 'published', 'faq-items', { author: writer, editor })
    await save(writer, shared, { question: 'Is this unreviewed?' }, 'faq-items')
    const body = richText(paragraph('Text.'), {
      ...{ type: 'block', version: 2, format: '' },
      fields: { id: 'a', blockType: 'faqSection', heading: 'Ask', items: [fresh, shared] },
    } as never)
    const id = await createDraft(payload, 'articles', writer, { body, path: '/together' })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    expect(await findArticle('/together')).toBeUndefined()
    await act(payload, editor, 'publish', id)
    const found = await findArticle('/together')
    expect(found?.faqItems.map((item) => item.id).sort()).toEqual([fresh, shared].sort())
    expect(JSON.stringify(found?.faqItems)).not.toContain('unreviewed')
    expect(await row(fresh, 'faq-items')).toMatchObject({ state: 'published', live: true })
    expect(await row(shared, 'faq-items')).toMatchObject({ state: 'draft', live: true })
  })

  it('of the next version leaves readers the live one until then', async () => {
    const id = await createDraft(payload, 'articles', writer, { title: 'First', path: '/next' })
    await publishByForce(payload, id)
    await save(writer, id, { title: 'Second' })
    expect(await row(id)).toMatchObject({ state: 'draft', live: true })
    expect(await liveTitle('/next')).toBe('First')
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'publish', id)
    expect(await liveTitle('/next')).toBe('Second')
  })

  it('that cannot be stored writes nothing: the address is taken', async () => {
    const path = '/taken'
    await publishByForce(payload, await createDraft(payload, 'articles', writer, { path }))
    const id = await createIn(payload, 'draft', 'articles', { author: writer, editor })
    await save(writer, id, { path })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    expect(await codes(act(payload, editor, 'publish', id))).toEqual(['fieldInvalid'])
    expect(await row(id)).toMatchObject({ state: 'approved', live: false })
    expect(await record(id)).toHaveLength(2)
  })

  it('of what is incomplete is refused with the field', async () => {
    const id = await createDraft(payload, 'articles', writer, { summary: '' })
    expect(await codes(act(payload, writer, 'submit', id))).toEqual(['summaryMissing'])
  })
})

describe('withdrawing', () => {
  const live = async (path: string) => {
    const id = await createDraft(payload, 'articles', writer, { path, title: 'Shown' })
    await publishByForce(payload, id)
    await save(writer, id, { title: 'Unreviewed' })
    return id
  }

  it('as gone answers 410, and never with the working version', async () => {
    const id = await live('/gone')
    await act(payload, editor, 'unpublish', id, { reason: 'gone' })
    const response = await get('/gone')
    expect(response.status).toBe(410)
    expect(await response.text()).not.toContain('Unreviewed')
  })

  it('as moved leads to the other article with 301, and is gone when that goes', async () => {
    const target = await live('/new-home')
    const id = await live('/moved')
    expect(await codes(act(payload, editor, 'unpublish', id, { reason: 'moved' }))).toEqual([
      'targetMissing',
    ])
    await act(payload, editor, 'unpublish', id, { reason: 'moved', target })
    const response = await get('/moved')
    expect([response.status, response.headers.get('location')]).toEqual([301, '/new-home'])
    await act(payload, editor, 'unpublish', target, { reason: 'gone' })
    expect((await get('/moved')).status).toBe(410)
  })

  it('with a notice shows the text that was live under it, closed to search engines', async () => {
    const id = await live('/noticed')
    await act(payload, editor, 'unpublish', id, { reason: 'notice' })
    const response = await get('/noticed')
    const html = await response.text()
    expect([response.status, response.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
    expect(html).toContain('This article has been withdrawn.')
    expect(html).toContain('Shown')
    expect(html).not.toContain('Unreviewed')
    expect(await findArticle('/noticed')).toBeUndefined()
  })

  it('and publishing again brings it back', async () => {
    const id = await live('/back')
    await act(payload, editor, 'unpublish', id, { reason: 'gone' })
    await publishByForce(payload, id)
    expect(await row(id)).toMatchObject({ live: true, withdrawnPath: null })
    expect((await get('/back')).status).toBe(200)
  })
})

describe('force', () => {
  it('is the administrator’s, needs a reason, and stays marked until somebody else approves', async () => {
    const id = await createDraft(payload, 'articles', writer)
    expect(await codes(act(payload, editor, 'forcePublish', id, { note: 'Now.' }))).toContain(
      'roleNotAllowed',
    )
    expect(await codes(act(payload, admin, 'forcePublish', id))).toEqual(['noteMissing'])
    await act(payload, admin, 'forcePublish', id, { note: 'Now.' })
    expect((await row(id)).forced).toMatchObject({ by: admin.id, note: 'Now.' })
    expect(await codes(act(payload, admin, 'approveAfterwards', id))).toEqual(['ownForce'])
    await act(payload, editor, 'approveAfterwards', id)
    expect((await row(id)).forced ?? null).toBeNull()
  })
})

describe('the record', () => {
  it('has exactly one row for each accepted event and none for a refused one', async () => {
    const id = await createDraft(payload, 'articles', writer)
    await act(payload, writer, 'submit', id)
    await codes(act(payload, writer, 'approve', id))
    await act(payload, editor, 'requestChanges', id, { note: 'Shorter.' })
    expect(await record(id)).toMatchObject([
      { what: 'submit', from: 'draft', to: 'in_review', who: writer.id, version: 1, note: null },
      { what: 'requestChanges', to: 'changes_requested', who: editor.id, note: 'Shorter.' },
    ])
  })

  it.each([
    'update workflow_events set note = $$x$$',
    'delete from workflow_events',
    'truncate workflow_events cascade',
  ])('is closed in the database: %s', async (statement) => {
    await expect(poolOf(payload.db).query(statement)).rejects.toMatchObject({ code: '23001' })
  })

  it('is kept when two events race: one is accepted', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    const both = await Promise.allSettled([
      act(payload, editor, 'publish', id),
      act(payload, other, 'publish', id),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await record(id)).filter(({ what }) => what === 'publish')).toHaveLength(1)
  })
})

describe('the schedule', () => {
  const due = () => new Date(Date.parse(TOMORROW) + 1000).toISOString()

  it('publishes what is due once, however many instances run, and nothing before its time', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(() => createIn(payload, 'scheduled', 'articles', { author: writer, editor })),
    )
    expect(await publishDue(payload)).toEqual({ published: [], failed: [] })
    const runs = await Promise.all([1, 2, 3].map(() => publishDue(payload, due())))
    const published = runs.flatMap((run) => run.published.map(({ id }) => id))
    expect(published.sort()).toEqual([...ids].sort())
    for (const id of ids) {
      expect(await row(id)).toMatchObject({ state: 'published', live: true })
      const events = await record(id)
      expect(events.filter(({ what }) => what === 'publish')).toMatchObject([
        { role: 'scheduler', who: null },
      ])
    }
  })

  it('that cannot run says why, goes on with the others, and runs when it can', async () => {
    const item = await createDraft(payload, 'faq-items', writer)
    const id = await createDraft(payload, 'articles', writer, { body: withItem(item) })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'schedule', id, { at: TOMORROW })
    const answer = (text: string) =>
      save(writer, item, { answer: richText(paragraph(text)) }, 'faq-items')
    await answer('Changed behind it.')
    const fine = await createIn(payload, 'scheduled', 'articles', { author: writer, editor })
    expect(await publishDue(payload, due())).toMatchObject({
      published: [{ id: fine }],
      failed: [{ id, issues: [{ code: 'sealBroken' }] }],
    })
    expect(await row(id)).toMatchObject({
      state: 'scheduled',
      scheduleFailure: { issues: [{ code: 'sealBroken' }] },
    })
    await answer('So.')
    expect((await publishDue(payload, due())).published).toEqual([{ kind: 'articles', id }])
    expect((await row(id)).scheduleFailure ?? null).toBeNull()
  })
})

describe('over HTTP', () => {
  it('the overview offers what may be done, and an event answers with the new state', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const [asWriter, asEditor] = [
      await callerFor(payload, writer),
      await callerFor(payload, editor),
    ]
    const before = await asWriter('GET', `/articles/${id}/workflow`)
    expect(before).toMatchObject({
      status: 200,
      body: {
        ...{ state: 'draft', live: false, version: 1, seal: null, history: [] },
        authors: [{ id: writer.id, name: writer.name }],
        events: {
          submit: { issues: [], asks: [] },
          publish: { issues: [{ code: 'roleNotAllowed' }] },
        },
      },
    })
    const submitted = await asWriter('POST', `/articles/${id}/events`, {
      event: 'submit',
      version: 1,
    })
    expect(submitted).toEqual({
      status: 200,
      body: { state: 'in_review', version: 1, live: false },
    })
    await asEditor('POST', `/articles/${id}/events`, { event: 'approve', version: 1 })
    const after = await asEditor('GET', `/articles/${id}/workflow`)
    expect(after.body).toMatchObject({
      seal: { intact: true, broken: [] },
      history: [
        { what: 'approve', who: { id: editor.id, name: editor.name } },
        { what: 'submit', who: { id: writer.id } },
      ],
    })
  })

  it.each<[string, object, number, string]>([
    ['a stale version', { event: 'submit', version: 0 }, 409, 'stale'],
    ['no version', { event: 'submit' }, 422, 'versionMissing'],
    ['a role that may not', { event: 'publish', version: 1 }, 403, 'roleNotAllowed'],
    ['an unknown event', { event: 'explode', version: 1 }, 422, 'requestInvalid'],
    ['a note that is no text', { event: 'submit', version: 1, note: {} }, 422, 'requestInvalid'],
    ['no body', [], 422, 'requestInvalid'],
  ])('refuses %s', async (_what, body, status, code) => {
    const id = await createDraft(payload, 'articles', writer)
    const call = await callerFor(payload, writer)
    const answer = await call('POST', `/articles/${id}/events`, body)
    expect([answer.status, answer.body.issues?.map((issue) => issue.code)]).toEqual([
      status,
      expect.arrayContaining([code]),
    ])
    expect(await record(id)).toEqual([])
  })

  it('a save that began from an older version is told what differs, and changes nothing', async () => {
    const id = await createDraft(payload, 'articles', writer, { summary: 'One.' })
    const [mine, theirs] = [await callerFor(payload, writer), await callerFor(payload, editor)]
    const at = `/articles/${id}?draft=true`
    const first = await theirs('PATCH', at, { summary: 'Theirs.', workflowVersion: 1 })
    expect(first).toMatchObject({ status: 200, body: { doc: { workflowVersion: 2 } } })
    const stale = await mine('PATCH', at, { summary: 'Mine.', workflowVersion: 1 })
    expect(stale).toMatchObject({
      status: 409,
      body: {
        errors: [
          {
            data: {
              issues: [{ code: 'stale', given: 1, version: 2 }],
              differs: [{ field: 'summary', yours: 'Mine.', theirs: 'Theirs.' }],
            },
          },
        ],
      },
    })
    const twin = await mine('PATCH', at, { summary: 'Mine.', workflowVersion: 2 })
    expect(twin).toMatchObject({ status: 200, body: { doc: { summary: 'Mine.' } } })
  })

  it('autosaves of one person go into one version, and never into somebody else’s', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const [mine, theirs] = [await callerFor(payload, writer), await callerFor(payload, editor)]
    const at = `/articles/${id}?draft=true&autosave=true`
    for (const summary of ['Mi', 'Mine.']) await mine('PATCH', at, { summary })
    for (const summary of ['Th', 'The', 'Theirs.']) await theirs('PATCH', at, { summary })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      sort: 'id',
    })
    const texts = docs.map(({ version }) => [version.savedBy, version.summary])
    expect(texts).toContainEqual([writer.id, 'Mine.'])
    expect(texts.at(-1)).toEqual([editor.id, 'Theirs.'])
    expect(texts.length).toBeLessThan(6)
  })

  it('nobody dates a publication or signs for somebody else', async () => {
    const id = await createDraft(payload, 'articles', writer, { path: '/dated' })
    const call = await callerFor(payload, writer)
    const forged = { publishedAt: '2001-01-01T00:00:00.000Z', savedBy: editor.id }
    await call('PATCH', `/articles/${id}?draft=true`, forged)
    await publishByForce(payload, id)
    const doc = await payload.findByID({ collection: 'articles', id })
    expect(doc.savedBy).toBe(writer.id)
    expect(doc.publishedAt! > '2026').toBe(true)
  })

  it('two saves at once from one version: one is kept, the other told', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const [mine, theirs] = [await callerFor(payload, writer), await callerFor(payload, editor)]
    const at = `/articles/${id}?draft=true&autosave=true`
    const answers = await Promise.all([
      mine('PATCH', at, { summary: 'Mine.', workflowVersion: 1 }),
      theirs('PATCH', at, { summary: 'Theirs.', workflowVersion: 1 }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
