// What readers get after an event: a publish with what is new in it, a withdrawal of each kind, a publish by force.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import { answerPage } from '@/site/page/answerPage'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { account, act, codes, publishByForce, recordOf, rowOf, save } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User
let admin: User

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
  admin = await account(payload, 'admin')
})

const liveTitle = async (path: string) => (await findArticle(path))?.title

const get = (path: string) =>
  answerPage(new Request(`http://localhost:3000${path}`), async () => {
    const found = await findArticle(path)
    return found && { html: found.title }
  })

describe('publishing', () => {
  it('puts the article and what is new or changed in it live together', async () => {
    const fresh = await createDraft(payload, 'faq-items', writer)
    const shared = await createIn(payload, 'published', 'faq-items', { author: writer, editor })
    await save(payload, writer, shared, { question: 'Is this changed?' }, 'faq-items')
    const body = richText(paragraph('Text.'), {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'a', blockType: 'faqSection', heading: 'Ask', items: [fresh, shared] },
    } as never)
    const id = await createDraft(payload, 'articles', writer, { body, path: '/together' })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    expect(await findArticle('/together')).toBeUndefined()
    await act(payload, editor, 'publish', id)
    const found = await findArticle('/together')
    expect(found?.faqItems.map((item) => item.id).sort()).toEqual([fresh, shared].sort())
    expect(JSON.stringify(found?.faqItems)).toContain('Is this changed?')
    expect(await rowOf(payload, fresh, 'faq-items')).toMatchObject({
      state: 'published',
      live: true,
    })
    expect(await rowOf(payload, shared, 'faq-items')).toMatchObject({
      state: 'published',
      live: true,
    })
  })

  it('of the next version leaves readers the live one until then', async () => {
    const id = await createDraft(payload, 'articles', writer, { title: 'First', path: '/next' })
    await publishByForce(payload, id)
    await save(payload, writer, id, { title: 'Second' })
    expect(await rowOf(payload, id)).toMatchObject({ state: 'draft', live: true })
    expect(await liveTitle('/next')).toBe('First')
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'publish', id)
    expect(await liveTitle('/next')).toBe('Second')
  })

  it('that cannot be stored writes nothing: the address is taken', async () => {
    const path = '/taken'
    await publishByForce(payload, await createDraft(payload, 'articles', writer, { path }))
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    await act(payload, editor, 'recall', id)
    await save(payload, writer, id, { path })
    expect(await codes(act(payload, writer, 'submit', id))).toEqual(['pathTaken'])
    expect(await rowOf(payload, id)).toMatchObject({ state: 'draft', live: false })
    expect(await recordOf(payload, id)).toHaveLength(3)
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
    await save(payload, writer, id, { title: 'Unreviewed' })
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

  it('as moved, again and again, leads in one hop to where it is now, and never round in a circle', async () => {
    const [one, two, three] = [await live('/hop-1'), await live('/hop-2'), await live('/hop-3')]
    const move = (id: number, target: number) =>
      act(payload, editor, 'unpublish', id, { reason: 'moved', target })
    const answer = async (path: string) => {
      const { headers, status } = await get(path)
      return [status, headers.get('location')]
    }
    await move(one, two)
    expect(await answer('/hop-1')).toEqual([301, '/hop-2'])
    await move(two, three)
    expect(await answer('/hop-1')).toEqual([301, '/hop-3'])
    expect(await answer('/hop-2')).toEqual([301, '/hop-3'])
    expect(await codes(move(three, three))).toEqual(['targetItself'])
    expect(await codes(move(three, one))).toEqual(['targetUnusable'])
    await act(payload, editor, 'unpublish', three, { reason: 'notice' })
    expect(await answer('/hop-1')).toEqual([301, '/hop-3'])
    // Past every check, as no event would: each leads to the other.
    const set = async (id: number, target: number) => {
      const { id: row, withdrawal } = await rowOf(payload, id)
      const moved = { ...(withdrawal as object), reason: 'moved', target }
      await payload.db.updateOne({ collection: 'workflows', id: row, data: { withdrawal: moved } })
    }
    await set(three, one)
    for (const path of ['/hop-1', '/hop-2', '/hop-3'])
      expect(await answer(path)).toEqual([410, null])
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
    expect(await rowOf(payload, id)).toMatchObject({ live: true, withdrawnPath: null })
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
    expect((await rowOf(payload, id)).forced).toMatchObject({ by: admin.id, note: 'Now.' })
    expect(await codes(act(payload, admin, 'approveAfterwards', id))).toEqual(['ownForce'])
    await act(payload, editor, 'approveAfterwards', id)
    expect((await rowOf(payload, id)).forced ?? null).toBeNull()
  })
})
