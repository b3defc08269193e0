// The history over HTTP: who saved what and when, how one version became another, and what brings an old one back.
import config from '@payload-config'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Differences, HistoryPage } from '@/cms/review/history/readHistory'
import { KINDS } from '@/cms/records/rows'
import { SHOWN_FIELDS } from '@/domain/articles/shownFields'
import type { Role } from '@/domain/access/roles'
import { poolOf } from '@/cms/database/pool'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, TITLE, withItems } from '../../setup/documents'
import { callerFor, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account, accounts, act, save } from '../../setup/workflow'

let payload: Payload
let users: Record<Role, User>
let other: User
const calls = {} as Record<'writer' | 'editor' | 'admin' | 'anonymous', Call>

beforeAll(async () => {
  payload = await openTestPayload()
  users = await accounts(payload)
  other = await account(payload, 'editor')
  for (const who of ['writer', 'editor', 'admin'] as const)
    calls[who] = await callerFor(payload, users[who])
  calls.anonymous = await callerFor(payload, null)
})

const historyOf = async (kind: Kind, id: Id, query = '', call = calls.editor) =>
  (await call('GET', `/${kind}/${id}/history${query}`)) as unknown as {
    status: number
    body: HistoryPage
  }

const differencesOf = async (kind: Kind, id: Id, query: string) =>
  (await calls.editor('GET', `/${kind}/${id}/differences?${query}`)) as unknown as {
    status: number
    body: Differences
  }

/** As the panel saves while somebody types. */
const autosave = (call: Call, kind: Kind, id: Id, words: string) =>
  call('PATCH', `/${kind}/${id}?draft=true&autosave=true`, { [TITLE[kind]]: words })

/** Newest first, such as `Wren saved`. */
const story = ({ docs }: HistoryPage) =>
  docs.map((entry) => `${entry.who?.name} ${entry.entry === 'saved' ? 'saved' : entry.event.what}`)

it.each(KINDS)('the table of shown fields names fields that %s have', async (kind) => {
  const { collections } = await config
  const fields = collections.find(({ slug }) => slug === kind)!.flattenedFields
  const names = fields.map(({ name }) => name)
  expect(SHOWN_FIELDS[kind].filter(({ name }) => !names.includes(name))).toEqual([])
})

describe.each(KINDS)('the history of %s', (kind) => {
  it('tells who saved and what happened, newest first, a series of saves as one', async () => {
    const id = await createDraft(payload, kind, users.writer)
    await save(payload, users.writer, id, { [TITLE[kind]]: 'Is this one?' }, kind)
    await save(payload, users.writer, id, { [TITLE[kind]]: 'Is this two?' }, kind)
    await act(payload, users.writer, 'submit', id, {}, kind)
    await save(payload, other, id, { [TITLE[kind]]: 'Is this three?' }, kind)
    await act(payload, users.editor, 'approve', id, {}, kind)
    await act(payload, users.editor, 'publish', id, {}, kind)
    const { body, status } = await historyOf(kind, id)
    expect(status).toBe(200)
    const [writer, editor] = [users.writer.name, users.editor.name]
    expect(story(body)).toEqual([
      `${editor} publish`,
      `${editor} approve`,
      `${other.name} saved`,
      `${writer} submit`,
      `${writer} saved`,
    ])
    expect(body.docs.at(-1)).toMatchObject({ saves: 3, status: 'draft', version: 3 })
    expect(body.docs[2]).toMatchObject({ saves: 1, version: 4 })
    expect(body.liveId).toBe(body.docs[0]?.versionId)
    expect(body.workingId).toBe(body.liveId)
    expect(body.earlierId).toBe(body.docs[2]?.versionId)
  })

  it('comes in pages', async () => {
    const id = await createIn(payload, 'published', kind, {
      author: users.writer,
      editor: users.editor,
    })
    const first = (await historyOf(kind, id, '?limit=3')).body
    const second = (await historyOf(kind, id, '?limit=3&page=2')).body
    expect([first.docs.length, second.docs.length, first.totalPages]).toEqual([3, 1, 2])
    expect(story(second)).toEqual([`${users.writer.name} saved`])
    for (const query of ['?limit=0', '?limit=101', '?page=0', '?page=x', '?limit=1e9'])
      expect((await historyOf(kind, id, query)).status).toBe(422)
  })

  it('keeps the text that was submitted, though its author writes on at once', async () => {
    const id = await createDraft(payload, kind, users.writer)
    await autosave(calls.writer, kind, id, 'Is this submitted?')
    await autosave(calls.writer, kind, id, 'Is this what was submitted?')
    await act(payload, users.writer, 'submit', id, {}, kind)
    await act(payload, users.writer, 'recall', id, {}, kind)
    await autosave(calls.writer, kind, id, 'Is this what was written after?')
    await autosave(calls.writer, kind, id, 'Is this what was written later?')
    const { docs } = (await historyOf(kind, id)).body
    const submitted = docs.find(
      (entry) => entry.entry === 'event' && entry.event.what === 'submit',
    )!
    const { fields } = (await differencesOf(kind, id, `from=${submitted.versionId}&to=working`))
      .body
    const [title] = fields.filter(({ field }) => field === TITLE[kind])
    const words = title?.blocks[0]?.pieces.filter(({ change }) => change !== 'same')
    expect(words?.map(({ text }) => text).join('|')).toContain('submitted')
    expect(words?.map(({ text }) => text).join('|')).toContain('later')
  })

  it('answers what never existed, what lies in the trash and another document’s versions alike', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const another = await createDraft(payload, kind, users.writer)
    const { workingId } = (await historyOf(kind, another)).body
    const nowhere = await historyOf(kind, 999_999)
    expect(nowhere).toMatchObject({ status: 404, body: { issues: [{ code: 'notFound' }] } })
    const there = [`from=${workingId}&to=working`, 'from=999999&to=working', 'from=live&to=working']
    for (const query of there) expect(await differencesOf(kind, id, query)).toEqual(nowhere)
    expect(await differencesOf(kind, 999_999, 'from=live&to=working')).toEqual(nowhere)
    await calls.editor('PATCH', `/${kind}/${id}`, { deletedAt: new Date().toISOString() })
    expect(await historyOf(kind, id)).toEqual(nowhere)
    expect(await differencesOf(kind, id, 'from=working&to=working')).toEqual(nowhere)
  })

  it('is nothing for strangers, nor for an account that was disabled', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const gone = await account(payload, 'editor')
    const call = await callerFor(payload, gone)
    await payload.update({ collection: 'users', id: gone.id, data: { active: false } })
    for (const stranger of [calls.anonymous, call])
      for (const door of ['history', 'differences?from=working&to=working']) {
        const [here, nowhere] = [
          await stranger('GET', `/${kind}/${id}/${door}`),
          await stranger('GET', `/${kind}/999999/${door}`),
        ]
        expect(here.status).toBe(403)
        expect(here).toEqual(nowhere)
      }
  })

  it('says who may bring an old version back, as restoring then does', async () => {
    const id = await createIn(payload, 'in_review', kind, {
      author: users.writer,
      editor: users.editor,
    })
    await save(payload, users.editor, id, { [TITLE[kind]]: 'Is this another?' }, kind)
    const { docs } = (await historyOf(kind, id)).body
    const old = docs.at(-1)!.versionId
    const before = (await historyOf(kind, id, '', calls.writer)).body.restore
    expect(before).toEqual([
      { code: 'operationNotAllowed', operation: 'restoreVersion', state: 'in_review' },
    ])
    const door = `/${kind}/versions/${old}?draft=true`
    expect((await calls.writer('POST', door)).status).toBe(403)
    expect((await historyOf(kind, id)).body.restore).toEqual([])
    expect((await calls.editor('POST', door)).status).toBe(200)
    expect((await differencesOf(kind, id, `from=${old}&to=working`)).body.fields).toEqual([])
    // What was there before is not lost: it is the second entry now, and comes back in the same way.
    const after = (await historyOf(kind, id)).body
    expect(after.docs[0]).toMatchObject({ who: { id: users.editor.id }, restored: true })
    expect(after.earlierId).toBe(docs[0]?.versionId)
    expect(after.docs.map(({ versionId }) => versionId)).toContain(old)
  })
})

describe('the differences', () => {
  it('between what readers see and the working version name every shown field', async () => {
    const id = await createIn(payload, 'published', 'articles', {
      author: users.writer,
      editor: users.editor,
    })
    const same = await differencesOf('articles', id, 'from=live&to=working')
    expect(same.body.fields).toEqual([])
    await save(payload, users.editor, id, {
      summary: 'In other words.',
      body: richText(paragraph('In front.'), paragraph('Text.')),
      corrections: [{ date: '2027-01-01T12:00:00.000Z', text: 'It was nine, not ten.' }],
    })
    const { fields } = (await differencesOf('articles', id, 'from=live&to=working')).body
    expect(fields.map(({ field }) => field)).toEqual(['summary', 'body', 'corrections'])
    expect(fields[1]?.blocks.map(({ change }) => change)).toEqual(['added', 'same'])
  })

  it('show questions, links, people and images by name, and what is gone without one', async () => {
    const item = await createDraft(payload, 'faq-items', users.writer, { question: 'Who knows?' })
    const gone = await createDraft(payload, 'faq-items', users.writer)
    const author = await payload.create({
      collection: 'authors',
      data: { name: 'Nora Field', slug: 'nora-field' },
    })
    const id = await createDraft(payload, 'articles', users.writer)
    await save(payload, users.writer, id, { body: withItems(item, gone), authors: [author.id] })
    const old = (await historyOf('articles', id)).body.workingId
    await save(payload, users.editor, id, { body: richText(paragraph('Text.')), authors: [] })
    // It is kept while a version names it; what was deleted before that rule is gone.
    const trash = { deletedAt: new Date().toISOString() }
    await calls.admin('PATCH', `/faq-items/${gone}`, trash)
    expect((await calls.admin('DELETE', `/faq-items/${gone}?trash=true`)).status).toBe(409)
    await poolOf(payload.db).query('delete from faq_items where id = $1', [gone])
    const { body } = await differencesOf('articles', id, `from=${old}&to=working`)
    const removed = body.fields.flatMap(({ blocks }) =>
      blocks.filter(({ change }) => change === 'removed').flatMap(({ pieces }) => pieces),
    )
    expect(removed.map(({ text }) => text)).toEqual([
      'People Also Ask',
      'Who knows?',
      '',
      'Nora Field',
    ])
    // A text comes back though it names what is gone; the checklist then says so.
    const restored = await calls.editor('POST', `/articles/versions/${old}?draft=true`)
    expect(restored.status).toBe(200)
    const { events } = (await calls.editor('GET', `/articles/${id}/workflow`)).body as never as {
      events: { submit: { issues: { code: string }[] } }
    }
    expect(events.submit.issues).toMatchObject([{ code: 'faqItemMissing', id: gone }])
  })

  it('need two versions that are named rightly', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    for (const query of ['', 'from=working', 'from=working&to=newest', 'from=-1&to=working'])
      expect((await differencesOf('articles', id, query)).status).toBe(422)
  })
})
