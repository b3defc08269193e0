// The workflow over HTTP: the two endpoints, and saves that come too late.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { createDraft, createIn, publishNew, withItems } from '../../setup/documents'
import { callerFor } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account, publishByForce, recordOf, withdrawByForce } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
})

describe('over HTTP', () => {
  it('the overview offers what may be done, and an event answers with the new state', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const [asWriter, asEditor] = [
      await callerFor(payload, writer),
      await callerFor(payload, editor),
    ]
    const before = await asWriter('GET', `/articles/${id}/workflow`)
    expect(before).toMatchObject({
      status: 200,
      body: {
        state: 'draft',
        live: false,
        version: 1,
        seal: null,
        history: [],
        authors: [{ id: writer.id, name: writer.name }],
        events: {
          submit: { issues: [], asks: [] },
          publish: { issues: [{ code: 'roleNotAllowed' }] },
        },
      },
    })
    const submitted = await asWriter('POST', `/articles/${id}/events`, {
      event: 'submit',
      version: 1,
    })
    expect(submitted).toEqual({
      status: 200,
      body: { state: 'in_review', version: 1, live: false },
    })
    await asEditor('POST', `/articles/${id}/events`, { event: 'approve', version: 1 })
    const after = await asEditor('GET', `/articles/${id}/workflow`)
    expect(after.body).toMatchObject({
      seal: { intact: true, broken: [] },
      history: [
        { what: 'approve', who: { id: editor.id, name: editor.name } },
        { what: 'submit', who: { id: writer.id } },
      ],
    })
  })

  it.each([
    ['faq-items', (id: number) => withItems(id)],
    ['read-also-links', (id: number) => richText(paragraph('Text.'), readAlsoBlock(id))],
  ] as const)('the overview of %s lists the live articles that it changes', async (kind, body) => {
    const shared = await createIn(payload, 'published', kind, { author: writer, editor })
    const show = (title: string) =>
      createDraft(payload, 'articles', writer, { title, body: body(shared) })
    const [live, draft, withdrawn] = [
      await show(`Live with ${kind}`),
      await show(`Draft with ${kind}`),
      await show(`Gone with ${kind}`),
    ]
    for (const id of [live, withdrawn]) await publishByForce(payload, id)
    await withdrawByForce(payload, withdrawn)
    const call = await callerFor(payload, editor)
    const usedIn = async (of: string, id: number) =>
      (await call('GET', `/${of}/${id}/workflow`)).body.usedIn
    const path = `/live-with-${kind}`
    const articles = [{ id: live, title: `Live with ${kind}`, path }]
    expect(await usedIn(kind, shared)).toEqual({ total: 1, articles })
    expect(await usedIn('articles', draft)).toEqual({ total: 0, articles: [] })
  })

  it('the overview names the first articles of many, and counts all of them', async () => {
    const item = await createIn(payload, 'published', 'faq-items', { author: writer, editor })
    const ids: number[] = []
    for (let n = 10; n < 32; n += 1) {
      const said = { title: `Many ${n}`, path: `/many-${n}`, body: withItems(item) }
      ids.push(await publishNew(payload, 'articles', said))
    }
    const call = await callerFor(payload, editor)
    const { usedIn } = (await call('GET', `/faq-items/${item}/workflow`)).body as {
      usedIn: { total: number; articles: { id: number }[] }
    }
    expect(usedIn.total).toBe(22)
    expect(usedIn.articles.map(({ id }) => id)).toEqual(ids.slice(0, 20))
  })

  it.each<[string, object, number, string]>([
    ['a stale version', { event: 'submit', version: 0 }, 409, 'stale'],
    ['no version', { event: 'submit' }, 422, 'versionMissing'],
    ['a role that may not', { event: 'publish', version: 1 }, 403, 'roleNotAllowed'],
    ['an unknown event', { event: 'explode', version: 1 }, 422, 'requestInvalid'],
    ['a note that is no text', { event: 'submit', version: 1, note: {} }, 422, 'requestInvalid'],
    ['no body', [], 422, 'requestInvalid'],
    [
      'a state that it is not in',
      { event: 'submit', version: 1, state: 'approved' },
      409,
      'stateMoved',
    ],
    [
      'a state that there is not',
      { event: 'submit', version: 1, state: 'x' },
      422,
      'requestInvalid',
    ],
  ])('refuses %s', async (_what, body, status, code) => {
    const id = await createDraft(payload, 'articles', writer)
    const call = await callerFor(payload, writer)
    const answer = await call('POST', `/articles/${id}/events`, body)
    expect([answer.status, answer.body.issues?.map((issue) => issue.code)]).toEqual([
      status,
      expect.arrayContaining([code]),
    ])
    expect(await recordOf(payload, id)).toEqual([])
  })

  it('a save that began from an older version is told what differs, and changes nothing', async () => {
    const id = await createDraft(payload, 'articles', writer, { summary: 'One.' })
    const [mine, theirs] = [await callerFor(payload, writer), await callerFor(payload, editor)]
    const at = `/articles/${id}?draft=true`
    const first = await theirs('PATCH', at, { summary: 'Theirs.', workflowVersion: 1 })
    expect(first).toMatchObject({ status: 200, body: { doc: { workflowVersion: 2 } } })
    const stale = await mine('PATCH', at, { summary: 'Mine.', workflowVersion: 1 })
    expect(stale).toMatchObject({
      status: 409,
      body: {
        errors: [
          {
            data: {
              issues: [{ code: 'stale', given: 1, version: 2 }],
              differs: [{ field: 'summary', yours: 'Mine.', theirs: 'Theirs.' }],
            },
          },
        ],
      },
    })
    const twin = await mine('PATCH', at, { summary: 'Mine.', workflowVersion: 2 })
    expect(twin).toMatchObject({ status: 200, body: { doc: { summary: 'Mine.' } } })
  })

  it('autosaves of one person go into one version, and never into somebody else’s', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const [mine, theirs] = [await callerFor(payload, writer), await callerFor(payload, editor)]
    const at = `/articles/${id}?draft=true&autosave=true`
    for (const summary of ['Mi', 'Mine.']) await mine('PATCH', at, { summary })
    await theirs('PATCH', at, { summary: 'Th', workflowVersion: 3 })
    for (const summary of ['The', 'Theirs.']) await theirs('PATCH', at, { summary })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      sort: 'id',
    })
    const texts = docs.map(({ version }) => [version.savedBy, version.summary])
    expect(texts).toContainEqual([writer.id, 'Mine.'])
    expect(texts.at(-1)).toEqual([editor.id, 'Theirs.'])
    expect(texts.length).toBeLessThan(6)
  })

  it('nobody dates a publication or signs for somebody else', async () => {
    const id = await createDraft(payload, 'articles', writer, { path: '/dated' })
    const call = await callerFor(payload, writer)
    const forged = { publishedAt: '2001-01-01T00:00:00.000Z', savedBy: editor.id }
    await call('PATCH', `/articles/${id}?draft=true`, forged)
    await publishByForce(payload, id)
    const doc = await payload.findByID({ collection: 'articles', id })
    expect(doc.savedBy).toBe(writer.id)
    expect(doc.publishedAt! > '2026').toBe(true)
  })
})
