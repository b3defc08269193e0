// What lies in somebody else’s trash is not there for others: no filter finds it, and every door answers as if it never was.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import type { Id, Kind } from '@/domain/workflow/subject'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { createDraft, TITLE, withItems } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor, type Call } from '../../setup/http'
import { account, as } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()
const stranger = await account(payload, 'writer')
const strangers = await callerFor(payload, stranger)

const throwAway = (kind: Kind, id: Id) =>
  payload.update({
    collection: kind,
    id,
    trash: true,
    ...as(stranger),
    data: { deletedAt: new Date().toISOString(), workflowVersion: 1 } as never,
  })

const total = async (call: Call, path: string) => (await call('GET', path)).body.totalDocs

describe('what lies in somebody else’s trash', () => {
  it('is not found by a filter through what points at it, drafts included', async () => {
    const item = await createDraft(payload, 'faq-items', stranger, { question: 'Is it a zebra?' })
    const link = await createDraft(payload, 'read-also-links', stranger, { title: 'The zebra' })
    const target = await createDraft(payload, 'articles', stranger, { title: 'A zebra' })
    const shown = withItems(item)
    const body = richText(paragraph('Text.'), readAlsoBlock(link), shown.root.children[1] as never)
    await createDraft(payload, 'articles', users.writer, { body })
    const inside = { kind: 'internal', article: target, title: '' }
    await createDraft(payload, 'read-also-links', users.writer, inside)
    const questions = [
      '/articles?where[faqItems.question][like]=zebra',
      '/articles?where[or][0][and][0][faqItems.question][like]=zebra',
      '/articles?where[readAlsoLinks.title][like]=zebra',
      '/read-also-links?where[article.title][like]=A%20zebra',
    ].flatMap((path) => [path, `${path}&draft=true`])
    for (const path of questions) expect(await total(calls.writer, path), path).toBe(1)
    await throwAway('articles', target)
    await throwAway('faq-items', item)
    await throwAway('read-also-links', link)
    for (const path of questions) {
      expect(await total(calls.writer, path), path).toBe(0)
      expect(await total(calls.editor, path), path).toBe(1)
    }
  })

  it.each(KINDS)('of %s answers every door as what never was', async (kind) => {
    const id = await createDraft(payload, kind, stranger)
    await throwAway(kind, id)
    const { docs } = await payload.findVersions({
      collection: kind,
      where: { parent: { equals: id } },
    })
    const doors: [string, (at: Id) => string, object?][] = [
      ['GET', (at) => `/${kind}/${at}?trash=true`],
      ['PATCH', (at) => `/${kind}/${at}?draft=true`, { [TITLE[kind]]: 'Mine?' }],
      ['PATCH', (at) => `/${kind}/${at}?draft=true&trash=true`, { [TITLE[kind]]: 'Mine?' }],
      ['PATCH', (at) => `/${kind}/${at}?trash=true`, { deletedAt: null }],
      ['PATCH', (at) => `/${kind}?trash=true&where[id][equals]=${at}`, { deletedAt: null }],
      ['DELETE', (at) => `/${kind}/${at}?trash=true`],
      ['DELETE', (at) => `/${kind}?trash=true&where[id][equals]=${at}`],
      ['POST', (at) => `/${kind}/${at}/duplicate`, {}],
      ['POST', (at) => `/${kind}/access/${at}`, {}],
    ]
    for (const [method, path, body] of doors) {
      const answers = [id, 999_999].map((at) => calls.writer(method, path(at), body))
      const never = await answers[1]!
      expect(await answers[0], `${method} ${path(id)}`).toEqual(never)
      // Many at once are none; of one it is said as to everybody else.
      const isOfMany = path(id).includes('where')
      expect(never.status, `${method} ${path(id)}`).toBe(isOfMany ? 200 : 404)
      if (!isOfMany)
        expect((await calls.editor(method, path(999_999), body)).status, path(id)).toBe(404)
    }
    for (const method of ['GET', 'POST']) {
      const answers = [docs[0]!.id, 999_999].map((at) =>
        calls.writer(method, `/${kind}/versions/${at}`),
      )
      expect(await answers[0], `${method} version`).toEqual(await answers[1])
      expect((await answers[1])?.status, `${method} version`).toBe(404)
    }
    expect((await strangers('POST', `/${kind}/access/${id}`, {})).status).toBe(200)
    const back = await strangers('PATCH', `/${kind}?trash=true&where[id][equals]=${id}`, {
      deletedAt: null,
    })
    expect(back.body.docs).toHaveLength(1)
  })
})
