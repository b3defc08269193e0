// What was changed in an article goes live with the article: questions and links that readers have, in their next version.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '@/cms/workflow/events/schedule'
import type { Id } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import {
  answer,
  answerAt,
  changedAnswer,
  fourPeople,
  overviewFor,
  submitAndApprove,
  type People,
  type Shared,
} from '../../setup/changedAnswer'
import { createDraft, createIn, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { act, codes, recordOf, rowOf, save, scheduleForNow } from '../../setup/workflow'

let payload: Payload
let people: People
let writer: User
let editor: User
let admin: User

beforeAll(async () => {
  payload = await openTestPayload()
  people = await fourPeople(payload)
  ;({ writer, editor, admin } = people)
})

const changed = (by?: User) => changedAnswer(payload, people, by)
const approve = (shared: Shared) => submitAndApprove(payload, people, shared)
const overview = (id: Id, by: User = editor) => overviewFor(payload, by, id)

const partsSeen = async (id: Id) =>
  (await overview(id)).carried.map(({ kind, id: part, version }) => ({ kind, id: part, version }))

describe('a changed answer of a live question', () => {
  it('goes live with the article that shows it, wherever it stands, and not before', async () => {
    const shared = await changed()
    const { article, item, path, otherPath } = shared
    await approve(shared)
    expect([await answerAt(path), await answerAt(otherPath)]).toEqual(['old', 'old'])
    await act(payload, editor, 'publish', article)
    expect([await answerAt(path), await answerAt(otherPath)]).toEqual(['new', 'new'])
    expect(await rowOf(payload, item, 'faq-items')).toMatchObject({
      state: 'published',
      live: true,
      authorsSinceApproval: [],
      authorsOfLive: [writer.id],
    })
  })

  it('has its own row in the record, by the account that published the article', async () => {
    const shared = await changed()
    await approve(shared)
    const before = await recordOf(payload, shared.item, 'faq-items')
    await act(payload, editor, 'publish', shared.article)
    const after = await recordOf(payload, shared.item, 'faq-items')
    expect(after.slice(before.length)).toMatchObject([
      { what: 'publish', who: editor.id, from: 'draft', to: 'published' },
    ])
    const { version } = await rowOf(payload, shared.item, 'faq-items')
    expect(after.at(-1)?.version).toBe(version)
  })

  it('goes live at the hour of a schedule', async () => {
    const shared = await changed()
    await approve(shared)
    await scheduleForNow(payload, editor, shared.article)
    expect(await answerAt(shared.path)).toBe('old')
    expect((await publishDue(payload)).failed).toEqual([])
    expect(await answerAt(shared.path)).toBe('new')
  })

  it('goes live by force, and is settled with the article', async () => {
    const { article, path } = await changed(editor)
    await act(payload, admin, 'forcePublish', article, { note: 'Wrong dose.' })
    expect(await answerAt(path)).toBe('new')
    expect(await codes(act(payload, editor, 'approveAfterwards', article))).toEqual(['ownChanges'])
    expect(await codes(act(payload, admin, 'approveAfterwards', article))).toEqual(['ownForce'])
  })
})

describe('four eyes', () => {
  it('count the author of the changed answer, who is no other pair', async () => {
    const { article } = await changed(editor)
    await act(payload, writer, 'submit', article)
    expect(await codes(act(payload, editor, 'approve', article))).toEqual(['ownChanges'])
    expect(await codes(act(payload, admin, 'approve', article))).toEqual([])
  })

  it('count the author of an answer that was forced and never approved', async () => {
    const shared = await changed(editor)
    await act(payload, admin, 'forcePublish', shared.item, { note: 'Now.' }, 'faq-items')
    await save(payload, writer, shared.item, answer('New answer. And more.'), 'faq-items')
    await act(payload, writer, 'submit', shared.article)
    expect(await codes(act(payload, editor, 'approve', shared.article))).toEqual(['ownChanges'])
  })

  it.each([
    ['publish', {}],
    ['schedule', { at: new Date(Date.now() + 86_400_000).toISOString() }],
  ] as const)(
    'are asked again when the answer is edited after the approval: %s',
    async (event, asked) => {
      const shared = await changed()
      await approve(shared)
      await save(payload, writer, shared.item, answer('New answer, unseen.'), 'faq-items')
      expect(await codes(act(payload, editor, event, shared.article, asked))).toEqual([
        'sealBroken',
      ])
      expect((await overview(shared.article)).seal).toMatchObject({
        intact: false,
        broken: [{ part: 'faqItem', id: shared.item, change: 'changed' }],
      })
      expect(await answerAt(shared.path)).toBe('old')
    },
  )

  it('are asked again when an untouched question of an approved article is changed', async () => {
    const shared = await changed()
    await act(payload, writer, 'discard', shared.item, {}, 'faq-items')
    await approve(shared)
    await save(payload, editor, shared.item, answer('New answer.'), 'faq-items')
    expect(await codes(act(payload, admin, 'publish', shared.article))).toEqual(['sealBroken'])
  })
})

describe('what an editor decides about', () => {
  it('is named: the questions, and the other live articles that change with them', async () => {
    const { article, item, otherPath } = await changed()
    const fresh = await createDraft(payload, 'faq-items', writer)
    await save(payload, writer, article, { body: withItems(item, fresh) })
    const { carried } = await overview(article)
    expect(carried).toMatchObject([
      { kind: 'faq-items', id: item, usedIn: { total: 1, articles: [{ path: otherPath }] } },
      { kind: 'faq-items', id: fresh, usedIn: { total: 0 } },
    ])
  })

  it('is what was on the screen: an answer that was saved since stops the step', async () => {
    const shared = await changed()
    await act(payload, writer, 'submit', shared.article)
    const parts = await partsSeen(shared.article)
    await save(payload, writer, shared.item, answer('New answer, unseen.'), 'faq-items')
    const late = act(payload, editor, 'approve', shared.article, { parts })
    expect(await codes(late)).toEqual(['partsMoved'])
    const seen = { parts: await partsSeen(shared.article) }
    expect(await codes(act(payload, editor, 'approve', shared.article, seen))).toEqual([])
  })

  it('is blocked by a question that is not fit, which is named', async () => {
    const { article, item } = await changed()
    await save(payload, writer, item, answer(''), 'faq-items')
    const { events } = await overview(article, writer)
    expect(events.submit.issues).toMatchObject([{ code: 'answerMissing', id: item }])
    expect(await codes(act(payload, writer, 'submit', article))).toEqual(['answerMissing'])
  })
})

describe('what does not travel', () => {
  it('is a question with a date of its own: readers go on seeing what is live', async () => {
    const shared = await changed()
    const [at, kind] = [new Date(Date.now() + 86_400_000).toISOString(), 'faq-items'] as const
    await act(payload, writer, 'submit', shared.item, {}, kind)
    await act(payload, editor, 'approve', shared.item, {}, kind)
    await act(payload, editor, 'schedule', shared.item, { at }, kind)
    await approve(shared)
    await act(payload, editor, 'publish', shared.article)
    expect(await answerAt(shared.path)).toBe('old')
    expect(await rowOf(payload, shared.item, kind)).toMatchObject({ state: 'scheduled' })
  })
})

describe('a changed Read Also link', () => {
  it('goes live with the article too', async () => {
    const authors = { author: writer, editor }
    const link = await createIn(payload, 'published', 'read-also-links', authors)
    const path = '/with-a-link'
    const body = richText(paragraph('Text.'), readAlsoBlock(link))
    const article = await createIn(payload, 'published', 'articles', authors, { body, path })
    await save(payload, writer, article, { summary: 'Another summary.' })
    await save(payload, writer, link, { title: 'Another title' }, 'read-also-links')
    await act(payload, writer, 'submit', article)
    await act(payload, editor, 'approve', article)
    await act(payload, editor, 'publish', article)
    expect((await findArticle(path))?.readAlsoLinks).toMatchObject([{ title: 'Another title' }])
  })
})
