// The trash and the pages of the site: who finds what there, through every way of asking.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import { ROLES } from '@/domain/access/roles'
import { createDraft, TITLE } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { createRowIn, dataOf } from '../../setup/rows'
import { act } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

const now = () => new Date().toISOString()
const SEES = { writer: 'own', reviewer: 'none', editor: 'all', admin: 'all' } as const

describe.each(KINDS)('in the trash of %s', (kind) => {
  it.each(ROLES)('%s finds what they may and nothing else', async (who) => {
    const own = await createDraft(payload, kind, users.writer)
    const theirs = await createDraft(payload, kind, editor)
    const handed = await createDraft(payload, kind, editor)
    await act(payload, editor, 'assign', handed, { target: users.writer.id }, kind)
    for (const id of [own, theirs, handed]) {
      await calls.editor('PATCH', `/${kind}/${id}?draft=true`, { [TITLE[kind]]: 'Before?' })
      await calls.editor('PATCH', `/${kind}/${id}`, { deletedAt: now() })
    }
    const call = calls[who]
    const among = `where[id][in]=${[own, theirs, handed].join(',')}&limit=100&sort=id`
    const found = async (query: string) =>
      (await call('GET', `/${kind}?${among}${query}`)).body.docs!.map(({ id }) => id)
    const expected = { own: [own, handed], none: [], all: [own, theirs, handed] }[SEES[who]]
    expect(await found('')).toEqual([])
    expect(await found('&draft=true')).toEqual([])
    expect(await found('&trash=true')).toEqual(expected)
    expect(await found('&trash=true&draft=true')).toEqual(expected)
    const { body } = await call('GET', `/${kind}/count?${among}&trash=true`)
    expect(body.totalDocs).toBe(expected.length)
    for (const id of [own, theirs, handed]) {
      const there = (expected as number[]).includes(id)
      for (const query of ['trash=true', 'trash=true&draft=true'])
        expect((await call('GET', `/${kind}/${id}?${query}`)).status).toBe(there ? 200 : 404)
      const { docs } = await payload.findVersions({
        collection: kind,
        where: { parent: { equals: id } },
        trash: true,
        limit: 1,
      })
      const versions = await call('GET', `/${kind}/versions?where[parent][equals]=${id}&trash=true`)
      expect((versions.body.totalDocs! as number) > 0).toBe(there)
      const one = await call('GET', `/${kind}/versions/${docs[0]!.id}?trash=true`)
      expect(one.status === 200).toBe(there)
    }
  })
})

describe('a page of the site', () => {
  const live = { limit: 100, overrideAccess: false } as const
  const shown = async (id: number, trash = false) => {
    const where = { id: { equals: id } }
    const { docs } = await payload.find({ collection: 'pages', where, trash, ...live })
    return docs[0]?.title
  }

  it('is written and published by editors, and readers never see a draft of it', async () => {
    const id = await createRowIn(payload, 'pages', editor)
    const change = (title: string, more: object = {}) => ({ title, ...more })
    expect(await shown(id)).toBeUndefined()
    for (const who of ['writer', 'reviewer', 'anonymous', 'disabled'] as const)
      for (const query of ['', '?draft=true', '?draft=true&autosave=true'])
        expect(
          (await calls[who]('PATCH', `/pages/${id}${query}`, change('X', { _status: 'published' })))
            .status,
        ).toBe(403)
    const publish = change('Live', { _status: 'published' })
    expect((await calls.editor('PATCH', `/pages/${id}`, publish)).status).toBe(200)
    await calls.editor('PATCH', `/pages/${id}?draft=true`, change('Draft', { _status: 'draft' }))
    expect(await shown(id)).toBe('Live')
    const asking = payload.find({ collection: 'pages', draft: true, ...live })
    expect((await asking).docs.map(({ title }) => title)).not.toContain('Draft')
    expect((await calls.writer('GET', `/pages/${id}?draft=true`)).body.title).toBe('Draft')
    const versions = payload.findVersions({ collection: 'pages', ...live })
    await expect(versions).rejects.toMatchObject({ status: 403 })
    await calls.editor('PATCH', `/pages/${id}`, { deletedAt: now() })
    expect(await shown(id)).toBeUndefined()
    expect(await shown(id, true)).toBeUndefined()
    for (const who of ROLES) {
      const { status } = await calls[who]('GET', `/pages/${id}?trash=true`)
      expect(status).toBe(['editor', 'admin'].includes(who) ? 200 : 404)
    }
  })
})

describe('what the site keeps itself', () => {
  it('is not heard from a request: what a text shows, its dates, its keys', async () => {
    const picture = await createRowIn(payload, 'media', editor)
    const claims = {
      images: [picture],
      faqItems: [1],
      linkedArticles: [1],
      titleKey: 'x',
      publishedAt: now(),
      modifiedAt: now(),
      savedBy: 1,
    }
    const created = await calls.writer('POST', '/articles?draft=true', {
      ...dataOf('articles'),
      ...claims,
    })
    const id = created.body.doc!.id
    await calls.writer('PATCH', `/articles/${id}?draft=true`, claims)
    const stored = await payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })
    expect(stored).toMatchObject({ images: [], faqItems: [], linkedArticles: [] })
    expect([stored.publishedAt, stored.modifiedAt]).toEqual([null, null])
    expect(stored.titleKey).not.toBe('x')
    expect(stored.savedBy).toBe(users.writer.id)

    const redirect = await createRowIn(payload, 'redirects', editor)
    await calls.admin('PATCH', `/redirects/${redirect}`, { hits: 99, automatic: true })
    expect(await payload.findByID({ collection: 'redirects', id: redirect })).toMatchObject({
      hits: 0,
      automatic: false,
    })
  })
})

describe('many documents at once', () => {
  it.each(['published', 'draft'])('set to %s are told what to do instead', async (_status) => {
    const id = await createDraft(payload, 'articles', editor)
    if (_status === 'draft') {
      await act(payload, editor, 'submit', id)
      await act(payload, users.admin, 'approve', id)
      await act(payload, users.admin, 'publish', id)
    }
    const { body } = await calls.editor('PATCH', `/articles?where[id][in]=${id}`, { _status })
    expect(body.docs).toEqual([])
    expect(body.errors).toMatchObject([
      { id, message: expect.stringContaining('steps of the workflow') },
    ])
  })

  it('go into the trash where that is allowed, and come back to whoever sees them there', async () => {
    const own = await createDraft(payload, 'articles', users.writer)
    const theirs = await createDraft(payload, 'articles', editor)
    const path = `/articles?where[id][in]=${own},${theirs}`
    const answer = await calls.editor('PATCH', path, { deletedAt: now() })
    expect(answer.body.docs).toHaveLength(2)
    const back = await calls.writer('PATCH', `${path}&trash=true`, { deletedAt: null })
    expect(back).toMatchObject({ status: 200, body: { docs: [{ id: own }], errors: [] } })
    expect(back.body.docs).toHaveLength(1)
  })
})
