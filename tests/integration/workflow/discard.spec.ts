// A next version that nobody wants: dropped, the document is what readers see again, and no word of it is lost.
import { describe, expect, it } from 'vitest'
import { readHistory } from '@/cms/review/history/readHistory'
import type { PayloadRequest } from 'payload'
import { findArticle } from '@/site/articles/queries'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, TITLE, TOMORROW, withItems } from '../../setup/documents'
import { callerFor } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { accounts, act, codes, recordOf, rowOf, save } from '../../setup/workflow'

const payload = await openTestPayload()
const { writer, reviewer, editor, admin } = await accounts(payload)
const KINDS = ['articles', 'faq-items', 'read-also-links'] as const

type Kind = (typeof KINDS)[number]

const read = async (kind: Kind, id: number, draft: boolean): Promise<Record<string, unknown>> => {
  const {
    updatedAt: _,
    savedBy: __,
    ...row
  } = await payload.findByID({
    collection: kind,
    id,
    draft,
    depth: 0,
    showHiddenFields: true,
  })
  return row
}

/** What Payload draws for each reading is no part of what is stored. */
const words = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !['usedIn', 'home', 'linkedFrom'].includes(name)),
  )

describe.each(KINDS)('of %s', (kind) => {
  it('the next version is dropped, and the working version is what readers get', async () => {
    const id = await createIn(payload, 'published', kind, { author: writer, editor })
    const live = await read(kind, id, false)
    await save(payload, writer, id, { [TITLE[kind]]: 'Does nobody want this?' }, kind)
    const { version } = await rowOf(payload, id, kind)
    await act(payload, editor, 'discard', id, {}, kind)
    expect(words(await read(kind, id, true))).toEqual(words(live))
    expect(words(await read(kind, id, false))).toEqual(words(live))
    expect(await rowOf(payload, id, kind)).toMatchObject({
      state: 'published',
      live: true,
      version: version + 1,
      authorsSinceApproval: [],
    })
    expect((await recordOf(payload, id, kind)).at(-1)).toMatchObject({
      what: 'discard',
      who: editor.id,
      from: 'draft',
      to: 'published',
      version,
    })
    // The next version begins from there, as it would have before.
    await save(payload, writer, id, { [TITLE[kind]]: 'Is this the next one?' }, kind)
    expect((await rowOf(payload, id, kind)).state).toBe('draft')
  })
})

describe('what is dropped', () => {
  it('stays in the history, and can be restored from there', async () => {
    const id = await createIn(payload, 'published', 'articles', { author: writer, editor })
    await save(payload, writer, id, { summary: 'Words that nobody wants today.' })
    await act(payload, writer, 'discard', id)
    const req = { payload, context: {}, user: null } as unknown as PayloadRequest
    const { docs, liveId } = await readHistory('articles', id, { limit: 9, page: 1 }, req)
    expect(docs.slice(0, 2)).toMatchObject([
      { entry: 'event', event: { what: 'discard' }, wentLive: false },
      { entry: 'saved', status: 'draft' },
    ])
    const dropped = docs[1]?.versionId
    expect(dropped).not.toBe(liveId)
    const call = await callerFor(payload, writer)
    await call('POST', `/articles/versions/${dropped}?draft=true`)
    expect((await read('articles', id, true)).summary).toBe('Words that nobody wants today.')
    expect((await rowOf(payload, id)).state).toBe('draft')
  })

  it('leaves questions that were new in it as drafts of their own', async () => {
    const id = await createIn(payload, 'published', 'articles', { author: writer, editor })
    const item = await createDraft(payload, 'faq-items', writer)
    await save(payload, writer, id, { body: withItems(item) })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'discard', id)
    expect(await rowOf(payload, item, 'faq-items')).toMatchObject({ state: 'draft', live: false })
    expect((await read('articles', id, true)).faqItems).toEqual([])
    expect(await rowOf(payload, id)).toMatchObject({ state: 'published', approval: null })
  })

  it('is nothing that a reader notices', async () => {
    const path = '/nothing-to-notice'
    const id = await createDraft(payload, 'articles', writer, { path })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'publish', id)
    const page = await findArticle(path)
    await save(payload, writer, id, { path: '/elsewhere', summary: 'Other words.' })
    await act(payload, writer, 'discard', id)
    expect(await findArticle(path)).toEqual(page)
    expect(await findArticle('/elsewhere')).toBeUndefined()
  })
})

describe('nobody drops', () => {
  it('what readers never got, what is gone, or what they see', async () => {
    const draft = await createDraft(payload, 'articles', writer)
    expect(await codes(act(payload, editor, 'discard', draft))).toEqual(['noEarlierVersion'])
    const live = await createIn(payload, 'published', 'articles', { author: writer, editor })
    expect(await codes(act(payload, editor, 'discard', live))).toEqual(['wrongState'])
    await act(payload, editor, 'unpublish', live, { reason: 'gone' })
    await save(payload, writer, live, { summary: 'After it went.' })
    expect(await codes(act(payload, editor, 'discard', live))).toEqual(['noEarlierVersion'])
  })

  it('what is not theirs, is with the editors, or is locked', async () => {
    const id = await createIn(payload, 'published', 'articles', { author: writer, editor })
    await save(payload, writer, id, { summary: 'The next one.' })
    expect(await codes(act(payload, reviewer, 'discard', id))).toEqual(['notYours'])
    await act(payload, writer, 'submit', id)
    expect(await codes(act(payload, writer, 'discard', id))).toEqual(['wrongState'])
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'schedule', id, { at: TOMORROW })
    expect(await codes(act(payload, admin, 'discard', id))).toEqual(['wrongState'])
  })
})

it('leads back under the notice where the page stands under one', async () => {
  const id = await createIn(payload, 'published', 'articles', { author: writer, editor })
  await act(payload, editor, 'unpublish', id, { reason: 'notice' })
  await save(payload, writer, id, { body: richText(paragraph('A new beginning.')) })
  await act(payload, writer, 'discard', id)
  expect(await rowOf(payload, id)).toMatchObject({
    state: 'withdrawn',
    live: false,
    withdrawal: { reason: 'notice' },
  })
  // It was withdrawn, so its writers still cannot approve it.
  await act(payload, editor, 'submit', id)
  expect(await codes(act(payload, writer, 'approve', id))).toContain('roleNotAllowed')
  expect((await rowOf(payload, id)).authorsSinceApproval).toContain(writer.id)
})
