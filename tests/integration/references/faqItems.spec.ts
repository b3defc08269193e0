// What an FAQ section asks the site for: its items as they stand, questions that are alike, and items out of a pasted text.
import type { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { plainText } from '@/domain/text/plainText'
import type { FromText } from '@/cms/collections/articles/references/endpoints'
import type { ShownFaqItem } from '@/cms/collections/articles/references/faqItems'
import type { FaqItem } from '@/payload-types'
import { faqBlock, paragraph, richText } from '../../fixtures/richText'
import { createDraft, publishNew } from '../../setup/documents'
import { openRestClients, WHO } from '../../setup/restClients'
import { as, save } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const shown = async (path: string): Promise<ShownFaqItem[]> =>
  (await calls.writer('GET', `/faq-items/${path}`)).body as never

const showing = (...ids: number[]) => ({ body: richText(paragraph('Text.'), faqBlock(ids)) })

const STAFF = ['writer', 'reviewer', 'editor', 'admin']

describe('the items of a section', () => {
  it('are the working versions, in the order asked for, with state, rights and other articles', async () => {
    const item = await publishNew(payload, 'faq-items', { question: 'Is a walk long?' })
    const other = await createDraft(payload, 'faq-items', users.writer)
    const own = await publishNew(payload, 'articles', { title: 'Own', ...showing(item) })
    const live = await publishNew(payload, 'articles', { title: 'Live', ...showing(item) })
    const draft = await createDraft(payload, 'articles', users.editor, {
      title: 'Draft',
      ...showing(item),
    })
    // After the articles, with which it would have gone live.
    await save(payload, users.editor, item, { answer: richText(paragraph('Not so.')) }, 'faq-items')
    const [first, second, ...rest] = await shown(`shown?ids=${other},${item},999999&article=${own}`)
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      item: { id: other },
      mayEdit: true,
      mayTrash: true,
      state: { state: 'draft', live: false },
      usedIn: { total: 0, articles: [] },
    })
    expect(second).toMatchObject({
      item: { id: item, question: 'Is a walk long?' },
      mayEdit: false,
      mayTrash: false,
      state: { state: 'draft', live: true },
      usedIn: {
        total: 2,
        articles: [
          { id: draft, title: 'Draft' },
          { id: live, title: 'Live' },
        ],
      },
    })
    expect(plainText(second!.item.answer as never)).toBe('Not so.')
  })

  it('are not there when they lie in the trash, and say nothing of articles that do', async () => {
    const item = await createDraft(payload, 'faq-items', users.editor)
    const article = await createDraft(payload, 'articles', users.editor, showing(item))
    expect((await shown(`shown?ids=${item}`))[0]?.usedIn.total).toBe(1)
    const data = { deletedAt: new Date().toISOString() }
    await payload.update({ collection: 'articles', id: article, data, ...as(users.editor) })
    expect((await shown(`shown?ids=${item}`))[0]?.usedIn.total).toBe(0)
    await payload.update({ collection: 'faq-items', id: item, data, ...as(users.editor) })
    expect(await shown(`shown?ids=${item}`)).toEqual([])
  })

  it('cost the same number of statements, however many they are', async () => {
    const made: number[] = []
    for (let n = 0; n < 12; n++) made.push(await createDraft(payload, 'faq-items', users.writer))
    await createDraft(payload, 'articles', users.writer, showing(...made))
    const count = async (ids: number[]) => {
      const { pool } = payload.db as unknown as { pool: EventEmitter }
      let acquired = 0
      const onAcquire = () => acquired++
      pool.on('acquire', onAcquire)
      await shown(`shown?ids=${ids.join(',')}`)
      pool.off('acquire', onAcquire)
      return acquired
    }
    const few = await count(made.slice(0, 1))
    expect(few).toBeGreaterThan(0)
    expect(await count(made)).toBe(few)
  })
})

describe('questions that are alike', () => {
  it('are offered with their answers, while the question is typed and when it is nearly the same', async () => {
    const id = await publishNew(payload, 'faq-items', {
      question: 'How tall is a common garden giraffe?',
      answer: richText(paragraph('Tall.')),
    })
    for (const words of [
      'How tall is a common',
      'How tall is a common garden girafe',
      'giraffe garden',
    ]) {
      const [found] = await shown(`alike?words=${encodeURIComponent(words)}`)
      expect(found?.item.id, words).toBe(id)
      expect(plainText(found!.item.answer as never)).toBe('Tall.')
    }
    expect(await shown(`alike?words=giraffe&except=${id}`)).toEqual([])
    expect(await shown('alike?words=%25')).toEqual([])
    expect(await shown('alike?words=100%25%20garden')).toEqual([])
  })
})

describe('a pasted text', () => {
  const paste = async (text: unknown, call = calls.writer) =>
    call('POST', '/faq-items/from-text', { text })

  it('becomes an item for each question, by whoever pasted it', async () => {
    const text =
      'Words before.\n\nIs a zebra striped?\nYes.\n\nIs a zebra a horse?\nNearly.\n\nIt is a cousin.'
    const { body, status } = await paste(text)
    expect(status).toBe(200)
    const { ids, rest } = body as unknown as FromText
    expect(rest).toEqual(['Words before.'])
    const items = await shown(`shown?ids=${ids.join(',')}`)
    expect(items.map(({ item }) => [item.question, plainText(item.answer as never)])).toEqual([
      ['Is a zebra striped?', 'Yes.'],
      ['Is a zebra a horse?', 'Nearly.\n\nIt is a cousin.'],
    ])
    expect(items.every(({ mayEdit }) => mayEdit)).toBe(true)
  })

  it('shares a question that has the same answer, and no other', async () => {
    const first = (await paste('Is a lion loud?\nVery.')).body as unknown as FromText
    const again = (await paste('Is a lion loud?\nVery.')).body as unknown as FromText
    const other = (await paste('Is a lion loud?\nAt night.')).body as unknown as FromText
    expect(again.ids).toEqual(first.ids)
    expect(other.ids).not.toEqual(first.ids)
  })

  it('is refused whole when it holds nothing, too much or a question that is too long', async () => {
    const before = (await payload.count({ collection: 'faq-items' })).totalDocs
    const many = Array.from({ length: 51 }, (_, n) => `Is this number ${n}?\nYes.`).join('\n\n')
    const long = `## Is it short?\nNo.\n\n## Is ${'very '.repeat(70)}long?\nYes.`
    for (const [text, code] of [
      ['', 'textMissing'],
      [undefined, 'textMissing'],
      [many, 'questionsTooMany'],
      [long, 'textTooLong'],
    ]) {
      const { body, status } = await paste(text)
      expect([status, body.issues?.[0]?.code]).toEqual([422, code])
    }
    expect((await payload.count({ collection: 'faq-items' })).totalDocs).toBe(before)
  })
})

it.each(WHO)('%s is answered as staff are, or not at all', async (who) => {
  const status = STAFF.includes(who) ? 200 : 403
  expect((await calls[who]('GET', '/faq-items/shown?ids=1')).status).toBe(status)
  expect((await calls[who]('GET', '/faq-items/alike?words=walk')).status).toBe(status)
  const before = (await payload.find({ collection: 'faq-items', limit: 0 })).docs as FaqItem[]
  const made = await calls[who]('POST', '/faq-items/from-text', { text: 'Is it?\nYes.' })
  expect(made.status).toBe(status)
  const after = (await payload.find({ collection: 'faq-items', limit: 0 })).docs as FaqItem[]
  if (status === 403) expect(after.length).toBe(before.length)
})
