// What must never be wrong: refused by a hook with a clear message, and by the database for a write that goes round the hook.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { paragraph, richText } from '../../fixtures/richText'
import { openTestPayload } from '../../setup/payload'
import { codes, publishByForce, withdrawByForce } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

const body = richText(paragraph('A text that is long enough to be a text.'))
const draft = { summary: 'In short.', body, _status: 'draft' } as const

const findLive = (id: number) => payload.findByID({ collection: 'articles', id, depth: 0 })

/** A live article. */
async function createArticle(title: string, data: object = {}) {
  const { id } = await payload.create({
    collection: 'articles',
    draft: true,
    data: { title, ...draft, ...data } as never,
  })
  await publishByForce(payload, id)
  return findLive(id)
}

const sql = (text: string, values: unknown[] = []) => poolOf(payload.db).query(text, values)

interface Message {
  path?: string
  field?: string
  message: string
}

/** The messages of a refusal, field by field. */
const refusal = async (saving: Promise<unknown>): Promise<Record<string, string>> => {
  try {
    await saving
  } catch (error) {
    const { errors, issues } = (error as { data: Record<string, Message[] | undefined> }).data
    return Object.fromEntries(
      (errors ?? issues ?? []).map(({ path, field, message }) => [path ?? field, message]),
    )
  }
  throw new Error('It was not refused.')
}

/** Who has the address that keeps a document from going live. */
const holderOf = async (publishing: Promise<unknown>): Promise<unknown> => {
  try {
    await publishing
  } catch (error) {
    const { issues } = (error as { data: { issues: { code: string; holder?: unknown }[] } }).data
    return issues.find(({ code }) => code === 'pathTaken')?.holder
  }
  throw new Error('It was not refused.')
}

describe('addresses', () => {
  it('default to the slug of the title', async () => {
    expect(await createArticle('Why Knees Click & Crack')).toMatchObject({
      path: '/why-knees-click-and-crack',
    })
  })

  it('are unique among live articles: the checklist names the holder', async () => {
    const other = createArticle('Other', { path: '/why-knees-click-and-crack' })
    expect(await holderOf(other)).toMatchObject({
      collection: 'articles',
      title: 'Why Knees Click & Crack',
    })
  })

  it('are unique over live articles and redirects, both ways', async () => {
    await payload.create({
      collection: 'redirects',
      data: { from: '/old-knees', status: '301', to: '/why-knees-click-and-crack' },
    })
    expect(await holderOf(createArticle('Old Knees', { path: '/old-knees' }))).toMatchObject({
      collection: 'redirects',
    })
    const { from } = await refusal(
      payload.create({
        collection: 'redirects',
        data: { from: '/why-knees-click-and-crack', status: '410' },
      }),
    )
    expect(from).toContain('Why Knees Click & Crack')
  })

  it('are unique in the database, whatever the hooks missed', async () => {
    const { id } = await createArticle('Ankles')
    await expect(
      sql(`update articles set path = '/why-knees-click-and-crack' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '23505' })
    await expect(
      sql(`update articles set path = '/old-knees' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '23505' })
    await expect(
      sql(`update articles set path = 'Not A Path' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '23514' })
  })

  it('that are withdrawn are free again', async () => {
    const { id } = await createArticle('Elbows')
    await withdrawByForce(payload, id)
    expect(await createArticle('Elbows Again', { path: '/elbows' })).toMatchObject({
      path: '/elbows',
    })
  })

  it('may be wished for by several drafts, and go to the first that is published', async () => {
    const wish = (title: string) =>
      payload.create({
        collection: 'articles',
        draft: true,
        data: { title, path: '/wrists', summary: 'In short.', body, _status: 'draft' } as never,
      })
    const [one, two] = [await wish('Wrists'), await wish('More Wrists')]
    expect(await publishByForce(payload, one.id)).toMatchObject({ live: true })
    expect(await holderOf(publishByForce(payload, two.id))).toMatchObject({
      collection: 'articles',
      title: 'Wrists',
    })
  })

  it.each(['/admin', '/api/x', '/search', '/category/rest', '/healthz'])(
    '%s is refused by name',
    async (path) => {
      expect(await codes(createArticle('Any', { path }))).toEqual(['pathReserved'])
    },
  )
})

describe('limits', () => {
  const saveDraft = (data: object) =>
    payload.create({ collection: 'articles', draft: true, data: { title: 'T', ...data } as never })

  it.each<[string, object, string]>([
    ['a long title', { title: 'x'.repeat(201) }, 'title'],
    ['a long summary', { summary: 'x'.repeat(301) }, 'summary'],
    ['a long body', { body: richText(paragraph('x'.repeat(200_001))) }, 'body'],
    ['a NUL', { title: 'a\0b' }, 'title'],
    ['a NUL in the body', { body: richText(paragraph('a\0b')) }, 'body'],
    ['half a surrogate pair', { title: 'a\ud800b' }, 'title'],
    [
      'a script as a source',
      { sources: [{ title: 'S', url: 'javascript:alert(1)' }] },
      'sources.0.url',
    ],
  ])('hold for drafts too: %s', async (_what, data, field) => {
    expect(Object.keys(await refusal(saveDraft(data)))).toEqual([field])
  })

  it('let through what is just short enough', async () => {
    await expect(saveDraft({ title: 'x'.repeat(200) })).resolves.toMatchObject({ _status: 'draft' })
  })

  it('refuse every scheme but http(s), mailto and tel in links', async () => {
    const link = (url: string) =>
      richText({
        type: 'paragraph',
        children: [
          {
            type: 'link',
            fields: { linkType: 'custom', url },
            children: [{ type: 'text', text: 'a', format: 0 }],
          },
        ],
      } as never)
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
    ])
      expect(await refusal(saveDraft({ body: link(url) }))).toHaveProperty('body')
    for (const url of ['https://example.org', 'mailto:a@example.org', 'tel:+4930123', '/here'])
      await expect(saveDraft({ body: link(url) })).resolves.toBeTruthy()
  })
})

describe('homes', () => {
  const item = (question: string) =>
    payload.create({
      collection: 'faq-items',
      draft: true,
      data: { question, answer: richText(paragraph('So.')) } as never,
    })
  const withItem = (items: number[]) =>
    richText(paragraph('Text.'), {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'a', blockType: 'faqSection', heading: 'People Also Ask', items },
    } as never)
  const homeOf = async (id: number) => {
    const { docs } = await payload.find({
      collection: 'faq-homes',
      where: { item: { equals: id } },
      depth: 0,
    })
    return docs.map(({ article }) => article)
  }

  it('are the first live article that shows the item, and move on when it leaves', async () => {
    const { id } = await item('Do hips click too?')
    const first = await createArticle('Hips', { body: withItem([id]) })
    const second = await createArticle('More Hips', { body: withItem([id]) })
    expect(await homeOf(id)).toEqual([first.id])
    await withdrawByForce(payload, first.id)
    expect(await homeOf(id)).toEqual([second.id])
    await withdrawByForce(payload, second.id)
    expect(await homeOf(id)).toEqual([])
  })

  it('are one per item in the database', async () => {
    const { id } = await item('Do thumbs?')
    const { id: article } = await createArticle('Thumbs', { body: withItem([id]) })
    await expect(
      sql('insert into faq_homes (item_id, article_id) values ($1, $2)', [id, article]),
    ).rejects.toMatchObject({ code: '23505' })
  })
})

describe('dates', () => {
  it('of an article move only when something visible changed', async () => {
    const { id, modifiedAt } = await createArticle('Shoulders')
    const save = async (data: object) => {
      await payload.update({ collection: 'articles', id, draft: true, data: data as never })
      await publishByForce(payload, id)
      return findLive(id)
    }
    expect(await save({})).toMatchObject({ modifiedAt })
    expect(await save({ seoTitle: 'Other' })).toMatchObject({ modifiedAt })
    const changed = await save({ summary: 'In other words.' })
    expect(changed.modifiedAt! > modifiedAt!).toBe(true)
  })
})
