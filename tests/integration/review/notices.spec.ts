// Notices: written with the event and never without it; an account sees its own.
import { describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { perform } from '@/cms/workflow/events/perform'
import { findRows } from '@/cms/records/rows'
import { publishDue } from '@/cms/workflow/events/schedule'
import { inTransaction } from '@/cms/database/transaction'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, TOMORROW, withItems } from '../../setup/documents'
import { callerFor } from '../../setup/http'
import { noticesOf } from '../../setup/notices'
import { openTestPayload } from '../../setup/payload'
import { account, accounts, act, codes, publishByForce, rowOf, save } from '../../setup/workflow'

const payload = await openTestPayload()
const { writer, reviewer: expert, editor, admin } = await accounts(payload)
const gone = await account(payload, 'editor')
await payload.update({ collection: 'users', id: gone.id, data: { active: false } })

const told = async (id: number) =>
  (await noticesOf(payload, id)).map(({ who, what }) => [what, who])

describe('an event', () => {
  it('tells whom it concerns, with who, what, the version and the note, and never the inactive', async () => {
    const id = await createDraft(payload, 'articles', writer)
    await act(payload, writer, 'submit', id, { note: 'Please.' })
    expect(await noticesOf(payload, id)).toMatchObject(
      [editor, admin].map(({ id: who }) => ({
        who,
        what: 'submit',
        by: writer.id,
        note: 'Please.',
        version: 1,
        kind: 'articles',
        document: id,
        seenAt: null,
        mailedAt: null,
        mailTries: 0,
      })),
    )
    await act(payload, editor, 'requestChanges', id, { note: 'Shorter.' })
    expect((await told(id)).slice(2)).toEqual([['requestChanges', writer.id]])
  })

  it('goes to the experts first where the category asks for one, and then to the editors', async () => {
    const { id: category } = await payload.create({
      collection: 'categories',
      data: { name: 'Medicine', slug: '', expertReview: true },
    })
    const id = await createDraft(payload, 'articles', writer, { category })
    await act(payload, writer, 'submit', id)
    await act(payload, expert, 'approve', id)
    expect(await told(id)).toEqual([
      ['submit', expert.id],
      ['approveAsExpert', writer.id],
      ['approveAsExpert', editor.id],
      ['approveAsExpert', admin.id],
    ])
  })

  it('that assigns tells who has it now and who had it; a submission then tells that one alone', async () => {
    const id = await createDraft(payload, 'articles', writer)
    await act(payload, admin, 'assign', id, { target: writer.id })
    await act(payload, admin, 'assign', id, { target: editor.id })
    await act(payload, writer, 'submit', id)
    expect(await told(id)).toEqual([
      ['assign', writer.id],
      ['assign', editor.id],
      ['takeAway', writer.id],
      ['submit', editor.id],
    ])
  })

  it('that is refused tells nobody', async () => {
    const id = await createDraft(payload, 'articles', writer)
    expect(await codes(act(payload, writer, 'approve', id))).not.toEqual([])
    expect(await told(id)).toEqual([])
  })

  it('whose transaction is rolled back or killed tells nobody', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const submit = { kind: 'articles', id, event: 'submit', version: 'latest' } as const
    const actor = { id: writer.id, role: 'writer', active: true } as const
    const rolledBack = inTransaction({ payload }, async (req) => {
      await perform(req, { ...submit, actor })
      throw new Error('stop')
    })
    await expect(rolledBack).rejects.toThrow('stop')
    const killed = inTransaction({ payload }, async (req) => {
      await perform(req, { ...submit, actor })
      await poolOf(payload.db).query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      )
      await findRows('articles', [id], req)
    })
    await expect(killed).rejects.toThrow()
    expect(await told(id)).toEqual([])
    expect(await rowOf(payload, id)).toMatchObject({ state: 'draft' })
  })

  it('by a command calls no group together, but tells the author', async () => {
    const id = await createDraft(payload, 'articles', writer)
    await publishByForce(payload, id)
    expect(await told(id)).toEqual([['forcePublish', writer.id]])
  })
})

describe('a schedule', () => {
  const due = () => new Date(Date.parse(TOMORROW) + 1000).toISOString()

  it('that publishes tells the author and whoever set the date', async () => {
    const id = await createIn(payload, 'scheduled', 'articles', { author: writer, editor })
    await publishDue(payload, due())
    expect((await told(id)).slice(-2)).toEqual([
      ['publish', writer.id],
      ['publish', editor.id],
    ])
  })

  it('that fails tells editors why, once, however often it is tried', async () => {
    const item = await createDraft(payload, 'faq-items', writer)
    const id = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'schedule', id, { at: TOMORROW })
    const answer = { answer: richText(paragraph('Changed behind it.')) }
    await save(payload, writer, item, answer, 'faq-items')
    await publishDue(payload, due())
    await Promise.all([publishDue(payload, due()), publishDue(payload, due())])
    const failures = (await noticesOf(payload, id)).filter(({ what }) => what === 'scheduleFailed')
    expect(failures).toMatchObject([
      { who: editor.id, by: null, note: expect.stringContaining('approved again') },
      { who: admin.id },
    ])
    await act(payload, editor, 'unschedule', id)
  })
})

describe('over HTTP', () => {
  it('an account reads its own, newest first, and marks one or all as seen', async () => {
    const [me, other] = [await account(payload, 'editor'), await account(payload, 'editor')]
    const [mine, theirs] = [await callerFor(payload, me), await callerFor(payload, other)]
    const id = await createDraft(payload, 'articles', writer, { title: 'Seen' })
    await act(payload, writer, 'submit', id, { note: 'One.' })
    await act(payload, writer, 'recall', id)
    await act(payload, writer, 'submit', id, { note: 'Two.' })
    const { body, status } = await mine('GET', '/notices/mine')
    const notices = body.notices as { id: number }[]
    expect([status, body.unseen, body.timeZone]).toEqual([200, 2, 'UTC'])
    expect(notices).toMatchObject([
      {
        sentence: `${writer.name} submitted “Seen” for review`,
        note: 'Two.',
        seen: false,
        document: { kind: 'articles', id },
      },
      { note: 'One.' },
    ])
    expect((await theirs('POST', '/notices/seen', { ids: [notices[0]?.id] })).body.unseen).toBe(2)
    expect((await mine('POST', '/notices/seen', { ids: [notices[0]?.id] })).body.unseen).toBe(1)
    expect((await mine('GET', '/notices/mine')).body).toMatchObject({
      unseen: 1,
      notices: [{ seen: true }, { seen: false }],
    })
    expect((await mine('POST', '/notices/seen', { all: true })).body.unseen).toBe(0)
    expect((await theirs('GET', '/notices/mine')).body.unseen).toBe(2)
  })

  it('names a document that is gone by its kind, without a way to it', async () => {
    const me = await account(payload, 'editor')
    const id = await createDraft(payload, 'articles', writer)
    await act(payload, writer, 'submit', id)
    await act(payload, writer, 'recall', id)
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      user: writer,
      overrideAccess: false,
      data: { deletedAt: new Date().toISOString() },
    })
    const { body } = await (await callerFor(payload, me))('GET', '/notices/mine')
    expect(body.notices).toMatchObject([
      { sentence: `${writer.name} submitted a deleted article for review`, document: null },
    ])
  })

  it('whoever has not signed in gets nothing, and a request without sense is told so', async () => {
    const [nobody, me] = [await callerFor(payload, null), await callerFor(payload, editor)]
    expect((await nobody('GET', '/notices/mine')).status).toBe(403)
    expect((await nobody('POST', '/notices/seen', { all: true })).status).toBe(403)
    for (const body of [{}, { ids: [] }, { ids: ['1; drop'] }, { ids: [2 ** 40] }, [], null])
      expect((await me('POST', '/notices/seen', body)).status).toBe(422)
  })

  it('nobody writes a notice by hand, or reads another’s', async () => {
    const [mine, theirs] = [await callerFor(payload, editor), await callerFor(payload, writer)]
    const data = { who: writer.id, what: 'submit', kind: 'articles', document: 1, version: 1 }
    expect((await mine('POST', '/notices', data)).status).toBe(403)
    const { docs } = (await theirs('GET', '/notices?limit=100')).body as unknown as {
      docs: { who: number }[]
    }
    expect(new Set(docs.map(({ who }) => who))).toEqual(new Set([writer.id]))
  })
})
