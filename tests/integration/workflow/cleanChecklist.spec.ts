// A clean checklist means that publishing works, now and at the hour of a schedule; what stands in the way is named from submit on.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from 'payload'
import { poolOf } from '@/cms/database/pool'
import { messageOf } from '@/cms/wording/issues'
import { overviewOf } from '@/cms/workflow/overview/overview'
import { publishDue } from '@/cms/workflow/events/schedule'
import { performAs } from '@/cms/workflow/events/perform'
import { OPERATOR, type Id, type Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { anyOdd } from '../../fixtures/oddFields'
import { paragraph, richText } from '../../fixtures/richText'
import {
  contentOf,
  createDraft,
  createIn,
  publishNew,
  TOMORROW,
  withItems,
} from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import {
  account,
  act,
  codes,
  publishByForce,
  rowOf,
  save,
  scheduleForNow,
} from '../../setup/workflow'

let payload: Payload
let [writer, editor] = [] as unknown as [User, User]

beforeAll(async () => {
  payload = await openTestPayload()
  ;[writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
})

/** What the panel lists before somebody publishes. */
async function standsInTheWay(kind: Kind, id: Id) {
  const admin = { id: 0, role: 'admin', active: true } as const
  const { events } = await overviewOf(kind, id, admin, { payload } as never)
  return events.forcePublish.issues
}

const sql = (query: string, values: unknown[]) => poolOf(payload.db).query(query, values)

describe.each(['articles', 'faq-items', 'read-also-links'] as const)('%s', (kind) => {
  it(
    'are published when their checklist is clean, and never otherwise',
    { timeout: 120_000 },
    async () => {
      let [published, refused] = [0, 0]
      await fc.assert(
        fc.asyncProperty(anyOdd(kind), async (odd) => {
          const data = { ...contentOf(kind), ...odd } as never
          const draft = await payload
            .create({ collection: kind, draft: true, data })
            .catch(() => undefined)
          if (!draft) return
          const issues = await standsInTheWay(kind, draft.id)
          const first = issues.map(({ code }) => code)
          for (const issue of issues) expect(messageOf(issue)).toMatch(/\w/)
          const doing = performAs(payload, {
            kind,
            id: draft.id,
            event: 'forcePublish',
            actor: OPERATOR,
            version: 'latest',
            note: 'odd',
          })
          expect(await codes(doing)).toEqual(first)
          if (first.length === 0) published += 1
          else refused += 1
          // The next one may have the same address.
          if (first.length === 0)
            await performAs(payload, {
              kind,
              id: draft.id,
              event: 'unpublish',
              version: 'latest',
              reason: 'gone',
              actor: { id: editor.id, role: 'editor', active: true },
            })
        }),
        { numRuns: 60 },
      )
      expect(published).toBeGreaterThan(3)
      expect(refused).toBeGreaterThan(3)
    },
  )
})

describe('an address', () => {
  const inTheWay = async (id: Id) => (await standsInTheWay('articles', id)).map(messageOf)

  it.each([
    [
      'a live article',
      (path: string) => publishNew(payload, 'articles', { title: 'Theirs', path }),
      /the article “Theirs”/,
    ],
    [
      'a live page',
      (path: string) =>
        payload.create({
          collection: 'pages',
          data: {
            title: 'Theirs',
            summary: 'S',
            body: richText(paragraph('a')),
            path,
            _status: 'published',
          },
        }),
      /the page “Theirs”/,
    ],
    [
      'a redirect',
      (from: string) => payload.create({ collection: 'redirects', data: { from, status: '410' } }),
      /a redirect/,
    ],
  ])('of %s is in the checklist, with who has it', async (who, take, words) => {
    const path = `/taken-by-${who.replaceAll(' ', '-')}`
    await take(path)
    const id = await createDraft(payload, 'articles', writer, { path })
    expect(await inTheWay(id)).toEqual([expect.stringMatching(words)])
    expect(await codes(act(payload, writer, 'submit', id))).toEqual(['pathTaken'])
  })

  it('that the site made of a move gives way', async () => {
    await payload.create({
      collection: 'redirects',
      data: { from: '/gives-way', status: '410', automatic: true },
    })
    const id = await createDraft(payload, 'articles', writer, { path: '/gives-way' })
    expect(await inTheWay(id)).toEqual([])
    await publishByForce(payload, id)
  })

  it('of what is scheduled is its own until its hour', async () => {
    const path = '/at-its-hour'
    const first = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    const second = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    for (const id of [first, second]) {
      await act(payload, editor, 'recall', id)
      await save(payload, writer, id, { path, title: 'Due' })
      await act(payload, writer, 'submit', id)
      await act(payload, editor, 'approve', id)
    }
    const both = await Promise.allSettled([
      act(payload, editor, 'schedule', first, { at: TOMORROW }),
      act(payload, editor, 'schedule', second, { at: TOMORROW }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [due, other] = both[0].status === 'fulfilled' ? [first, second] : [second, first]
    expect(await codes(publishByForce(payload, other))).toEqual(['pathTaken'])
    expect(await inTheWay(other)).toEqual([expect.stringMatching(/“Due”, which is scheduled/)])
    const page = { title: 'P', summary: 'S', body: richText(paragraph('a')), path }
    await expect(
      payload.create({ collection: 'pages', data: { ...page, _status: 'published' } }),
    ).rejects.toThrow(/is the address of the article "Due"/)
    await expect(
      payload.create({ collection: 'redirects', data: { from: path, status: '410' } }),
    ).rejects.toThrow(/is the address of/)
    await act(payload, editor, 'unschedule', due)
    await scheduleForNow(payload, editor, due)
    expect(await publishDue(payload)).toMatchObject({ failed: [], published: [{ id: due }] })
    expect(await rowOf(payload, due)).toMatchObject({ state: 'published' })
  })
})

describe('what is stored from before there was a rule', () => {
  it('is named, also where it goes live with an article', async () => {
    const item = await createDraft(payload, 'faq-items', writer)
    const id = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    await sql(
      `update _faq_items_v set version_question = 'Old' || chr(11) || '?' where parent_id = $1`,
      [item],
    )
    expect(await standsInTheWay('faq-items', item)).toMatchObject([
      { code: 'fieldInvalid', field: 'question' },
    ])
    expect(await standsInTheWay('articles', id)).toMatchObject([
      { code: 'faqFieldInvalid', id: item },
    ])
    expect(await codes(act(payload, writer, 'submit', id))).toEqual(['faqFieldInvalid'])
  })

  it('keeps nobody else’s article from being published', async () => {
    const waiting = { kind: 'unresolved', title: 'Awaited title' }
    const old = await publishNew(payload, 'read-also-links', waiting)
    const fine = await publishNew(payload, 'read-also-links', waiting)
    for (const [table, column] of [
      ['read_also_links', 'publisher'],
      ['_read_also_links_v', 'version_publisher'],
    ])
      await sql(
        `update ${table} set ${column} = chr(11) where ${table === 'read_also_links' ? 'id' : 'parent_id'} = $1`,
        [old],
      )
    const target = await publishNew(payload, 'articles', { title: 'Awaited title' })
    const links = await payload.find({
      collection: 'read-also-links',
      where: { id: { in: [old, fine] } },
      depth: 0,
      sort: 'id',
    })
    expect(links.docs.map(({ article }) => article)).toEqual([null, target])
  })
})
