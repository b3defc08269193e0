// Every door of every collection and global, for everybody: what the policy says is what HTTP does, and nothing else.
import { describe, expect, it } from 'vitest'
import {
  allows,
  COLLECTIONS,
  grantsFor,
  type Operation,
  type Situation,
} from '@/domain/workflow/policy'
import { isRefused, openRestClients, policyRoleOf, WHO, type Who } from '../../setup/restClients'
import type { Answer, Call } from '../../setup/http'
import { CHANGES, createRowIn, dataOf, formOf, isKind, type Slug } from '../../setup/rows'

const { users, calls, editor, payload } = await openRestClients()

const GLOBALS = ['site-settings', 'navigation'] as const
const SLUGS = COLLECTIONS.filter((name): name is Slug => !GLOBALS.some((one) => one === name))
const NOWHERE = 999_999

/** The row that each of them finds: somebody else's, never published. */
const situation = (slug: Slug): Situation => ({
  state: isKind(slug) ? 'draft' : null,
  visibility: 'never',
  own: false,
  trashed: false,
})

/** Payload keeps versions of these. */
const VERSIONED: Slug[] = ['articles', 'faq-items', 'read-also-links', 'pages']

type Go = (call: Call, slug: Slug, id: number) => Promise<Answer>

interface Door {
  /** The operation of the policy that it is. */
  is: Operation
  go: Go
  only?: (slug: Slug) => boolean
}

const draft = (slug: Slug): string => (VERSIONED.includes(slug) ? '&draft=true' : '')
const versioned = (slug: Slug) => VERSIONED.includes(slug)

async function versionOf(slug: Slug, id: number): Promise<number> {
  if (!versioned(slug)) return id
  const where = { parent: { equals: id } }
  const { docs } = await payload.findVersions({ collection: slug as never, where, limit: 1 })
  return (docs[0] as { id: number } | undefined)?.id ?? NOWHERE
}

const WRITING: Record<string, Door> = {
  create: {
    is: 'create',
    go: async (call, slug) =>
      call('POST', `/${slug}?${draft(slug)}`, await formOf(slug, dataOf(slug))),
  },
  update: {
    is: 'edit',
    go: (call, slug, id) => call('PATCH', `/${slug}/${id}?${draft(slug)}`, CHANGES[slug]()),
  },
  'bulk update': {
    is: 'bulkEdit',
    go: (call, slug, id) =>
      call('PATCH', `/${slug}?where[id][equals]=${id}${draft(slug)}`, CHANGES[slug]()),
  },
  duplicate: {
    is: 'duplicate',
    go: (call, slug, id) => call('POST', `/${slug}/${id}/duplicate`),
  },
  restore: {
    is: 'restoreVersion',
    only: versioned,
    go: async (call, slug, id) =>
      call('POST', `/${slug}/versions/${await versionOf(slug, id)}?draft=true`),
  },
  delete: {
    is: 'deleteForEver',
    go: (call, slug, id) => call('DELETE', `/${slug}/${id}`),
  },
  'bulk delete': {
    is: 'deleteForEver',
    go: (call, slug, id) => call('DELETE', `/${slug}?where[id][equals]=${id}`),
  },
}

const everything = async (slug: Slug) => {
  const rows = await payload.db.find({ collection: slug, pagination: false, limit: 0, sort: 'id' })
  return JSON.stringify(rows.docs)
}

const reads = (slug: Slug, who: Who): boolean =>
  (['readLive', 'readWorking'] as const).some((operation) =>
    allows(slug, operation, policyRoleOf(who), situation(slug)),
  )

/** Whether there may be rows of theirs, so that a list is answered, if with none. */
const lists = (slug: Slug, who: Who): boolean =>
  (['readLive', 'readWorking'] as const).some(
    (operation) => grantsFor(slug, operation, policyRoleOf(who)).length > 0,
  )

describe.each(SLUGS)('%s', (slug) => {
  it.each(WHO)('reading by %s', async (who) => {
    const id = await createRowIn(payload, slug, editor)
    const version = await versionOf(slug, id)
    const call = calls[who]
    const one = await call('GET', `/${slug}/${id}`)
    const list = await call('GET', `/${slug}?where[id][equals]=${id}&depth=2`)
    const count = await call('GET', `/${slug}/count?where[id][equals]=${id}`)
    expect(list.status, JSON.stringify(list.body)).toBe(lists(slug, who) ? 200 : 403)
    expect(count.status).toBe(list.status)
    expect(one.status).toBe(reads(slug, who) ? 200 : lists(slug, who) ? 404 : 403)
    if (lists(slug, who)) {
      expect(list.body.totalDocs).toBe(reads(slug, who) ? 1 : 0)
      expect(count.body.totalDocs).toBe(list.body.totalDocs)
    }
    const readsVersions = allows(slug, 'readVersions', policyRoleOf(who), situation(slug))
    const versions = await call('GET', `/${slug}/versions?where[parent][equals]=${id}`)
    expect(versions.status).toBe(readsVersions ? 200 : 403)
    const oldOne = await call('GET', `/${slug}/versions/${version}`)
    expect(oldOne.status).toBe(readsVersions ? 200 : 403)
  })

  it.each(WHO)('writing by %s', async (who) => {
    // Over the words of somebody else nobody writes without naming a version (conflicts.spec).
    const author = who === 'editor' || who === 'admin' ? users[who] : editor
    let id = await createRowIn(payload, slug, author)
    let before = await everything(slug)
    for (const [name, { go, is, only }] of Object.entries(WRITING)) {
      if (only && !only(slug)) continue
      const answer = await go(calls[who], slug, id)
      const allowed = allows(slug, is, policyRoleOf(who), situation(slug))
      expect(!isRefused(answer), `${name}: ${JSON.stringify(answer)}`).toBe(allowed)
      if (!allowed) expect(await everything(slug), name).toBe(before)
      else {
        id = await createRowIn(payload, slug, author)
        before = await everything(slug)
      }
    }
  })

  it('answers strangers about what is there as about what never was', async () => {
    const id = await createRowIn(payload, slug, editor)
    const doors: [string, (id: number) => string, unknown?][] = [
      ['GET', (at) => `/${slug}/${at}`],
      ['GET', (at) => `/${slug}?where[id][equals]=${at}&trash=true`],
      ['GET', (at) => `/${slug}/count?where[id][equals]=${at}`],
      ['GET', (at) => `/${slug}/versions/${at}`],
      ['POST', (at) => `/${slug}/versions/${at}`],
      ['POST', (at) => `/${slug}/access/${at}`, {}],
      ['POST', (at) => `/${slug}/${at}/duplicate`],
      ['PATCH', (at) => `/${slug}/${at}`, CHANGES[slug]()],
      ['DELETE', (at) => `/${slug}/${at}`],
      ['DELETE', (at) => `/${slug}?where[id][equals]=${at}`],
    ]
    for (const [method, path, body] of doors)
      for (const who of ['anonymous', 'disabled'] as const) {
        const [here, nowhere] = [id, NOWHERE].map(async (at) => {
          const { status, body: said } = await calls[who](method, path(at), body)
          return { status, said: JSON.stringify(said).replaceAll(String(at), 'id') }
        })
        expect(await here, `${method} ${path(id)}`).toEqual(await nowhere)
        expect((await here)!.said).not.toContain('true')
      }
  })
})

describe.each(GLOBALS)('%s', (slug) => {
  const at = { state: null, visibility: 'never', own: false, trashed: false } as const

  it.each(WHO)('by %s', async (who) => {
    const role = policyRoleOf(who)
    const read = await calls[who]('GET', `/globals/${slug}`)
    expect(read.status).toBe(allows(slug, 'readLive', role, at) ? 200 : 403)
    const written = await calls[who]('POST', `/globals/${slug}`, {})
    expect(written.status).toBe(allows(slug, 'edit', role, at) ? 200 : 403)
    expect((await calls[who]('GET', `/globals/${slug}/versions`)).status).not.toBe(200)
  })
})

describe('fields with an operation of their own', () => {
  const settings = () => payload.findGlobal({ slug: 'site-settings' })

  it.each(WHO)('the rules of the workflow by %s', async (who) => {
    const may = allows('site-settings', 'changeRules', policyRoleOf(who), {
      state: null,
      visibility: 'never',
      own: false,
      trashed: false,
    })
    const before = await settings()
    await calls[who]('POST', '/globals/site-settings', { fourEyes: !before.fourEyes })
    expect((await settings()).fourEyes).toBe(may ? !before.fourEyes : before.fourEyes)
    const id = await createRowIn(payload, 'categories', editor)
    await calls[who]('PATCH', `/categories/${id}`, { expertReview: true })
    const category = await payload.findByID({ collection: 'categories', id })
    expect(category.expertReview).toBe(may)
  })

  it.each(WHO)('the role of an account by %s', async (who) => {
    const id = await createRowIn(payload, 'users', editor)
    await calls[who]('PATCH', `/users/${id}`, { role: 'admin', active: false })
    const user = await payload.findByID({ collection: 'users', id })
    expect([user.role, user.active]).toEqual(who === 'admin' ? ['admin', false] : ['writer', true])
  })
})
