// A changed answer is kept in one article alone, by a copy; and what happens when two do something about it at once.
import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyForArticle } from '@/cms/workflow/events/copyForArticle'
import type { Id } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import {
  actorOf,
  answer,
  answerAt,
  changedAnswer,
  fourPeople,
  overviewFor,
  submitAndApprove,
  type People,
  type Shared,
} from '../../setup/changedAnswer'
import { createIn, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { act, codes, recordOf, rowOf, save } from '../../setup/workflow'

let payload: Payload
let people: People
let writer: User
let other: User
let editor: User
let admin: User

beforeAll(async () => {
  payload = await openTestPayload()
  people = await fourPeople(payload)
  ;({ writer, other, editor, admin } = people)
})

const changed = (by?: User) => changedAnswer(payload, people, by)
const approve = (shared: Shared) => submitAndApprove(payload, people, shared)
const overview = (id: Id, by: User = editor) => overviewFor(payload, by, id)

const onlyHere = async (by: User, { article, item }: Shared) => {
  const { carried, version } = await overview(article, by)
  const part = carried.find(({ id, kind }) => id === item && kind === 'faq-items')!
  const req = await createLocalReq({ user: { ...by, collection: 'users' } }, payload)
  return copyForArticle(req, actorOf(by), article, version, part)
}

describe('“Only here”', () => {
  it('makes an item of its own with the changed text, and the shared one is what is live', async () => {
    const shared = await changed()
    const { id } = await onlyHere(writer, shared)
    expect(await rowOf(payload, shared.item, 'faq-items')).toMatchObject({
      state: 'published',
      live: true,
    })
    expect((await recordOf(payload, shared.item, 'faq-items')).at(-1)).toMatchObject({
      what: 'discard',
      who: writer.id,
      note: expect.stringContaining('Only in'),
    })
    await approve(shared)
    await act(payload, editor, 'publish', shared.article)
    expect([await answerAt(shared.path), await answerAt(shared.otherPath)]).toEqual(['new', 'old'])
    expect((await findArticle(shared.path))?.faqItems.map((item) => item.id)).toEqual([id])
  })

  it('makes nobody of its text’s author: four eyes see whoever wrote it', async () => {
    const shared = await changed(editor)
    await onlyHere(admin, shared)
    await act(payload, writer, 'submit', shared.article)
    expect(await codes(act(payload, editor, 'approve', shared.article))).toEqual(['ownChanges'])
    expect(await codes(act(payload, admin, 'approve', shared.article))).toEqual(['ownChanges'])
  })

  it('writes nothing where the account may not drop the shared change, or it has moved on', async () => {
    const shared = await changed(editor)
    const before = await payload.count({ collection: 'faq-items' })
    const { carried, version } = await overview(shared.article)
    const req = () => createLocalReq({ user: { ...editor, collection: 'users' } }, payload)
    const part = { ...carried[0]!, version: carried[0]!.version - 1 }
    const late = copyForArticle(await req(), actorOf(editor), shared.article, version, part)
    expect(await codes(late)).toEqual(['partsMoved'])
    const old = copyForArticle(
      await req(),
      actorOf(editor),
      shared.article,
      version - 1,
      carried[0]!,
    )
    await expect(old).rejects.toMatchObject({ status: 409 })
    expect(await codes(onlyHere(other, shared))).not.toEqual([])
    expect(await payload.count({ collection: 'faq-items' })).toEqual(before)
    expect(await rowOf(payload, shared.item, 'faq-items')).toMatchObject({ state: 'draft' })
  })
})

describe('at once', () => {
  it('a save of the answer and the publish of its article leave what was approved, or the save', async () => {
    for (let round = 0; round < 5; round += 1) {
      const shared = await changed()
      await approve(shared)
      const [published] = await Promise.all([
        codes(act(payload, editor, 'publish', shared.article)),
        save(payload, writer, shared.item, answer('Unseen.'), 'faq-items'),
      ])
      const page = await findArticle(shared.path)
      expect(JSON.stringify(page?.faqItems)).not.toContain('Unseen.')
      expect(await answerAt(shared.path)).toBe(published.length === 0 ? 'new' : 'old')
      expect([[], ['sealBroken']]).toContainEqual(published)
      expect(await rowOf(payload, shared.item, 'faq-items')).toMatchObject({ state: 'draft' })
    }
  })

  it('two articles that carry one answer publish it once, and both are live', async () => {
    const authors = { author: writer, editor }
    const shared = await changed()
    const body = withItems(shared.item)
    const second = await createIn(payload, 'approved', 'articles', authors, { body })
    await approve(shared)
    const before = await recordOf(payload, shared.item, 'faq-items')
    await Promise.all([
      act(payload, editor, 'publish', shared.article),
      act(payload, editor, 'publish', second),
    ])
    const after = await recordOf(payload, shared.item, 'faq-items')
    expect(after.slice(before.length).map(({ what }) => what)).toEqual(['publish'])
    expect(await answerAt(shared.path)).toBe('new')
  })
})
