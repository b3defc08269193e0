// The dashboard: each list holds exactly what waits for this person, and nothing from the trash.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDashboard } from '@/cms/admin/dashboard/queries'
import { publishDue } from '@/cms/workflow/events/schedule'
import { MAIL_TRIES } from '@/domain/workflow/notices'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, TOMORROW, withItems } from '../../setup/documents'
import { noticesOf } from '../../setup/notices'
import { openTestPayload } from '../../setup/payload'
import { account, accounts, act, as, publishByForce, save } from '../../setup/workflow'

let payload: Payload
let writer: User
let reviewer: User
let editor: User
let admin: User
let other: User

beforeAll(async () => {
  payload = await openTestPayload()
  ;({ writer, reviewer, editor, admin } = await accounts(payload))
  other = await account(payload, 'editor')
})

const listOf = async (user: User, name: string, now?: string) =>
  (await readDashboard(payload, user, now)).lists.find((list) => list.name === name)

/** The ids in a list, in order; undefined where the account has no such list. */
const ids = async (user: User, name: string, now?: string) =>
  (await listOf(user, name, now))?.entries.map(({ id }) => id)

const make = (state: Parameters<typeof createIn>[1]) =>
  createIn(payload, state, 'articles', { author: writer, editor })

const trash = (id: number) =>
  payload.update({
    collection: 'articles',
    id,
    draft: true,
    ...as(writer),
    data: { deletedAt: new Date().toISOString() },
  })

const TWO_DAYS_ON = new Date(Date.parse(TOMORROW) + 86_400_000).toISOString()

describe('the list of', () => {
  it('my drafts holds my own and what I am assigned to, and nothing from the trash', async () => {
    const mine = await make('draft')
    const theirs = await createDraft(payload, 'articles', editor)
    await act(payload, admin, 'assign', theirs, { target: writer.id })
    await createDraft(payload, 'articles', editor)
    await trash(await make('draft'))
    expect((await ids(writer, 'drafts'))?.toSorted()).toEqual([mine, theirs].toSorted())
    expect(await listOf(reviewer, 'drafts')).toMatchObject({
      entries: [],
      begin: { href: '/admin/collections/articles/create' },
    })
  })

  it('what waits for my review leaves out what I wrote, and is an expert’s only where one is asked', async () => {
    const id = await make('in_review')
    await save(payload, other, id, { summary: 'By another hand.' })
    expect(await ids(editor, 'review')).toContain(id)
    expect(await ids(other, 'review')).not.toContain(id)
    expect(await ids(reviewer, 'review')).not.toContain(id)
    expect(await ids(writer, 'review')).toBeUndefined()
    // It waits all the same, and says for whom, to the writers of it.
    for (const one of [other, writer])
      expect(await listOf(one, 'waiting')).toMatchObject({
        entries: [
          {
            id,
            detail: expect.stringMatching(
              /^(editor|admin) \d+ or (editor|admin) \d+ can approve it\.$/,
            ),
          },
        ],
      })
    expect(await ids(editor, 'waiting')).toEqual([])
    const { id: category } = await payload.create({
      collection: 'categories',
      data: { name: 'Medicine', slug: '', expertReview: true },
    })
    const expert = await createDraft(payload, 'articles', writer, { category })
    await act(payload, writer, 'submit', expert)
    expect(await ids(reviewer, 'review')).toEqual([expert])
    await act(payload, reviewer, 'approve', expert)
    expect(await ids(reviewer, 'review')).toEqual([])
  })

  it('what waits for my review holds what was changed after its approval', async () => {
    const id = await make('approved')
    expect(await ids(editor, 'review')).not.toContain(id)
    await save(payload, other, id, { summary: 'Changed behind the approval.' })
    expect(await ids(editor, 'review')).toContain(id)
    expect(await ids(writer, 'waiting')).toContain(id)
  })

  it('what nobody can approve is shown to every editor, as a reason to worry', async () => {
    const id = await make('in_review')
    for (const one of [editor, admin, other]) await save(payload, one, id, { summary: one.name })
    const reason = { id, warns: true, detail: expect.stringMatching(/^Nobody can approve it:/) }
    const late = await account(payload, 'editor')
    expect(await ids(late, 'review')).toContain(id)
    await payload.update({ collection: 'users', id: late.id, data: { active: false } })
    for (const one of [editor, admin])
      expect((await listOf(one, 'waiting'))?.entries).toContainEqual(
        expect.objectContaining(reason),
      )
  })

  it('changes requested from me is the author’s', async () => {
    const id = await make('changes_requested')
    expect(await ids(writer, 'changes')).toEqual([id])
    expect(await ids(editor, 'changes')).toEqual([])
  })

  it('what is scheduled is in order of its dates, and marks what is overdue or failed and why', async () => {
    const item = await createDraft(payload, 'faq-items', writer)
    const broken = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    const fine = await make('scheduled')
    await act(payload, editor, 'schedule', fine, { at: TWO_DAYS_ON })
    await act(payload, writer, 'submit', broken)
    await act(payload, editor, 'approve', broken)
    await act(payload, editor, 'schedule', broken, { at: TOMORROW })
    expect(await ids(writer, 'scheduled')).toEqual([broken, fine])
    expect(await ids(editor, 'late')).toEqual([])
    const answer = { answer: richText(paragraph('Changed behind it.')) }
    await save(payload, writer, item, answer, 'faq-items')
    await publishDue(payload, new Date(Date.parse(TOMORROW) + 1000).toISOString())
    expect((await listOf(writer, 'scheduled'))?.entries).toMatchObject([
      { id: broken, at: TOMORROW, warns: true, detail: expect.stringContaining('approved again') },
      { id: fine, at: TWO_DAYS_ON, warns: false },
    ])
    expect(await ids(editor, 'late')).toEqual([broken])
    const afterBoth = new Date(Date.parse(TWO_DAYS_ON) + 120_000).toISOString()
    expect(await ids(editor, 'late', afterBoth)).toEqual([broken, fine])
    expect(await ids(writer, 'late')).toBeUndefined()
  })

  it('what was published has the newest first, and what was forced is marked until it is approved', async () => {
    const [first, forced] = [await make('published'), await make('draft')]
    await publishByForce(payload, forced)
    expect((await ids(writer, 'published'))?.slice(0, 2)).toEqual([forced, first])
    expect(await ids(editor, 'forced')).toEqual([forced])
    await act(payload, editor, 'approveAfterwards', forced)
    expect(await ids(editor, 'forced')).toEqual([])
  })

  it('review dates that have passed holds live articles and FAQ items', async () => {
    const nextReview = '2026-01-01T00:00:00.000Z'
    const article = await createDraft(payload, 'articles', writer, { nextReview })
    const item = await createDraft(payload, 'faq-items', writer, { nextReview })
    expect(await ids(writer, 'reviewDates')).toEqual([])
    await publishByForce(payload, article)
    await publishByForce(payload, item, 'faq-items')
    expect((await listOf(writer, 'reviewDates'))?.entries).toMatchObject([
      { kind: 'articles', id: article, at: nextReview },
      { kind: 'faq-items', id: item, at: nextReview },
    ])
  })

  it('comments open on mine counts what was said of my texts and is not resolved', async () => {
    const author = await account(payload, 'writer')
    const write = () => createDraft(payload, 'articles', author)
    const say = (document: number, settledAt?: string) =>
      payload.create({
        collection: 'comments',
        data: { kind: 'articles', document, version: 1, text: 'Why?', who: editor.id, settledAt },
      })
    const [mine, talked, settled, trashed] = [
      await write(),
      await write(),
      await write(),
      await write(),
    ] as [number, number, number, number]
    for (const id of [mine, talked, talked, trashed]) await say(id)
    await say(settled, new Date().toISOString())
    await payload.update({
      collection: 'articles',
      id: trashed,
      draft: true,
      ...as(author),
      data: { deletedAt: new Date().toISOString() },
    })
    expect((await listOf(author, 'comments'))?.entries).toMatchObject([
      { id: talked, detail: '2 comments' },
      { id: mine, detail: '1 comment' },
    ])
    expect(await ids(editor, 'comments')).toEqual([])
    await act(payload, admin, 'assign', mine, { target: editor.id })
    expect(await ids(editor, 'comments')).toEqual([mine])
  })

  it('unresolved Read Also links leads to all of them, and empties as they are resolved', async () => {
    const link = await createDraft(payload, 'read-also-links', writer, {
      kind: 'unresolved',
      title: 'Nobody wrote this yet',
      url: undefined,
    })
    expect(await listOf(editor, 'unresolved')).toMatchObject({
      entries: [{ kind: 'read-also-links', id: link, title: 'Nobody wrote this yet' }],
      all: { href: expect.stringContaining('unresolved') },
    })
    expect(await ids(writer, 'unresolved')).toBeUndefined()
    const found = { kind: 'external', url: 'https://example.org/found' }
    await save(payload, writer, link, found, 'read-also-links')
    expect(await ids(editor, 'unresolved')).toEqual([])
  })

  it('mails that could not be sent says to whom and why, for a week', async () => {
    const id = await make('in_review')
    const [notice] = await noticesOf(payload, id)
    await payload.update({
      collection: 'notices',
      id: notice?.id ?? 0,
      data: { mailTries: MAIL_TRIES, mailFailure: '550 No such mailbox' },
    })
    expect(await listOf(admin, 'mails')).toMatchObject({
      entries: [{ id, detail: `To ${editor.name}: 550 No such mailbox` }],
    })
    expect(await ids(writer, 'mails')).toBeUndefined()
    const inAWeek = new Date(Date.now() + 8 * 86_400_000).toISOString()
    expect(await ids(admin, 'mails', inAWeek)).toEqual([])
  })
})
