// Every door to a document, in every state, for every role: what the policy refuses is refused, its twin is let through.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/workflow/rows'
import { ROLES } from '@/domain/roles'
import { allows, type PolicyRole, type Situation } from '@/domain/workflow/policy'
import type { Id, Kind } from '@/domain/workflow/subject'
import { STATES, type State } from '@/domain/workflow/table'
import type { User } from '@/payload-types'
import { contentOf, createDraft, createIn, TITLE } from '../setup/documents'
import { callerFor, type Call } from '../setup/http'
import { openTestPayload } from '../setup/payload'
import { account, accounts, act, as } from '../setup/workflow'

type Who = PolicyRole & (typeof ROLES)[number]
const WHO = [...ROLES, 'anonymous'] as const

let payload: Payload
let editor: User
let users: Record<Who, User>
const calls = {} as Record<(typeof WHO)[number], Call>

beforeAll(async () => {
  payload = await openTestPayload()
  users = await accounts(payload)
  editor = await account(payload, 'editor')
  for (const who of ROLES) calls[who] = await callerFor(payload, users[who])
  calls.anonymous = await callerFor(payload, null)
})

const now = () => new Date().toISOString()

/** What nobody may change by the way: what readers get, and the state. */
async function stored(kind: Kind, id: Id) {
  const { docs } = await payload.find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
  })
  const live = await payload.find({
    ...{ collection: kind, where: { id: { equals: id } }, trash: true, depth: 0 },
  })
  const { title, question, _status } = live.docs[0] as unknown as Record<string, unknown>
  const { state, live: isLive, version } = docs[0]!
  return { shown: title ?? question, _status, state, isLive, version }
}

const latestVersion = async (kind: Kind, id: Id) => {
  const { docs } = await payload.findVersions({
    collection: kind,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
  })
  return docs[0]?.id
}

/** A write that no role may make in any state; `only` where it would do nothing. */
const CLOSED: Record<
  string,
  {
    only?: readonly State[]
    go: (call: Call, kind: Kind, id: Id) => Promise<{ status: number; body: object }>
  }
> = {
  'PATCH with _status published': {
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { _status: 'published' }),
  },
  'PATCH ?draft=true with _status published': {
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}?draft=true`, { _status: 'published' }),
  },
  'autosave with _status published': {
    go: (call, kind, id) =>
      call('PATCH', `/${kind}/${id}?draft=true&autosave=true`, { _status: 'published' }),
  },
  'bulk PATCH with _status published': {
    go: (call, kind, id) => call('PATCH', `/${kind}?where[id][in]=${id}`, { _status: 'published' }),
  },
  'POST with _status published': {
    go: (call, kind) => call('POST', `/${kind}`, { ...contentOf(kind), _status: 'published' }),
  },
  'PATCH of the live row without a status': {
    only: ['published', 'withdrawn'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { [TITLE[kind]]: 'By the way?' }),
  },
  'PATCH that takes the status away': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { _status: 'draft' }),
  },
  'bulk PATCH that takes the status away': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}?where[id][in]=${id}`, { _status: 'draft' }),
  },
  'PATCH with unpublishAllLocales': {
    only: ['published'],
    go: (call, kind, id) =>
      call('PATCH', `/${kind}/${id}?unpublishAllLocales=true`, { _status: 'draft' }),
  },
  'restore of a published version as live': {
    only: ['published'],
    go: async (call, kind, id) =>
      call('POST', `/${kind}/versions/${await latestVersion(kind, id)}?draft=false`),
  },
  'duplicate ?draft=false of what is published': {
    only: ['published'],
    go: (call, kind, id) =>
      call('POST', `/${kind}/${id}/duplicate?draft=false`, { _status: 'published' }),
  },
  'trash of what is live': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { deletedAt: now() }),
  },
  'trash of what is live, as a draft': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}?draft=true`, { deletedAt: now() }),
  },
  'DELETE past the trash': {
    go: (call, kind, id) => call('DELETE', `/${kind}/${id}`),
  },
  'bulk DELETE past the trash': {
    go: (call, kind, id) => call('DELETE', `/${kind}?where[id][in]=${id}`),
  },
}

/** Bulk answers are 200 or 400 with the errors of each document. */
const isRefused = ({ status, body }: { status: number; body: object }): boolean =>
  status >= 400 || ('errors' in body && (body.errors as unknown[]).length > 0)

const situation = (state: State, own: boolean): Situation => ({
  ...{ state, own, trashed: false },
  standing: state === 'published' ? 'live' : state === 'withdrawn' ? 'gone' : 'never',
})

describe.each(KINDS)('%s', (kind) => {
  describe.each(STATES)('%s', (state) => {
    it.each(WHO)('by %s: only an event changes what readers get', async (who) => {
      const id = await createIn(payload, state, kind, { author: users.writer, editor })
      const before = await stored(kind, id)
      const count = await payload.count({ collection: kind })
      for (const [door, { only, go }] of Object.entries(CLOSED)) {
        if (only && !only.includes(state)) continue
        const answer = await go(calls[who], kind, id)
        expect(isRefused(answer), `${door}: ${JSON.stringify(answer)}`).toBe(true)
        expect(await stored(kind, id), door).toEqual(before)
      }
      expect(await payload.count({ collection: kind })).toEqual(count)

      const allowed = allows(kind, 'edit', who, situation(state, who === 'writer'))
      const twin = await calls[who]('PATCH', `/${kind}/${id}?draft=true`, {
        [TITLE[kind]]: 'A next version?',
      })
      expect(twin.status).toBe(allowed ? 200 : 403)
      const after = await stored(kind, id)
      expect(after.version).toBe(before.version + (allowed ? 1 : 0))
      expect(after.isLive).toBe(before.isLive)
      if (before.isLive) expect(after.shown).toBe(before.shown)
    })
  })

  it('a writer writes on in what is theirs or assigned to them, and in nothing else', async () => {
    const id = await createDraft(payload, kind, editor)
    const write = () =>
      calls.writer('PATCH', `/${kind}/${id}?draft=true`, { [TITLE[kind]]: 'Mine now?' })
    expect((await write()).status).toBe(403)
    await act(payload, editor, 'assign', id, { target: users.writer.id }, kind)
    expect((await write()).status).toBe(200)
  })

  it('a scheduled document is locked for everybody, until it is unscheduled', async () => {
    const id = await createIn(payload, 'scheduled', kind, { author: users.writer, editor })
    const autosave = (call: Call) =>
      call('PATCH', `/${kind}/${id}?draft=true&autosave=true`, { [TITLE[kind]]: 'Late?' })
    for (const who of WHO) expect((await autosave(calls[who])).status).toBe(403)
    await act(payload, editor, 'unschedule', id, {}, kind)
    expect((await autosave(calls.editor)).status).toBe(200)
  })

  it('an old version comes back as a draft, and a copy is a draft of its own', async () => {
    const id = await createIn(payload, 'published', kind, { author: users.writer, editor })
    const version = await latestVersion(kind, id)
    const restored = await calls.editor('POST', `/${kind}/versions/${version}?draft=true`)
    expect(restored.status).toBe(200)
    expect(await stored(kind, id)).toMatchObject({
      state: 'draft',
      isLive: true,
      _status: 'published',
    })
    const copied = await calls.writer('POST', `/${kind}/${id}/duplicate`)
    expect(copied.status).toBe(200)
    const copy = copied.body.doc!.id
    expect(await stored(kind, copy)).toMatchObject({ state: 'draft', isLive: false, version: 1 })
  })

  it('the trash takes what readers never got; from it everything comes back as a draft', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const trash = (call: Call) => call('PATCH', `/${kind}/${id}`, { deletedAt: now() })
    const restore = (call: Call, _status: string) =>
      call('PATCH', `/${kind}/${id}?trash=true`, { deletedAt: null, _status })
    expect((await trash(calls.reviewer)).status).toBe(403)
    expect((await trash(calls.writer)).status).toBe(200)
    expect((await calls.editor('GET', `/${kind}/${id}/workflow`)).status).toBe(404)
    for (const who of ROLES) expect(isRefused(await restore(calls[who], 'published'))).toBe(true)
    const edit = { [TITLE[kind]]: 'From the trash?' }
    const edited = await calls.editor('PATCH', `/${kind}/${id}?trash=true&draft=true`, edit)
    expect(edited.status).toBe(403)
    expect((await restore(calls.writer, 'draft')).status).toBe(200)
    expect(await stored(kind, id)).toMatchObject({ state: 'draft', isLive: false })
  })

  it('an administrator alone empties the trash, and the record stays', async () => {
    const id = await createIn(payload, 'changes_requested', kind, { author: users.writer, editor })
    await calls.editor('PATCH', `/${kind}/${id}`, { deletedAt: now() })
    const remove = (call: Call) => call('DELETE', `/${kind}/${id}?trash=true`)
    for (const who of ['writer', 'reviewer', 'editor', 'anonymous'] as const)
      expect((await remove(calls[who])).status).toBe(403)
    expect((await remove(calls.admin)).status).toBe(200)
    const { totalDocs } = await payload.count({
      collection: 'workflow-events',
      where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    })
    expect(totalDocs).toBe(2)
  })

  it('the Local API is no way round: with an account, without one, with access switched off', async () => {
    const id = await createIn(payload, 'approved', kind, { author: users.writer, editor })
    const before = await stored(kind, id)
    const data = { _status: 'published' } as never
    const ways = [as(users.admin), { user: users.admin }, {}]
    for (const way of ways) {
      const update = payload.update({ collection: kind, id, data, ...way })
      await expect(update).rejects.toMatchObject({ status: 403 })
      const create = payload.create({
        ...{ collection: kind, ...way },
        data: { ...contentOf(kind), _status: 'published' } as never,
      })
      await expect(create).rejects.toMatchObject({ status: 403 })
      const context = { workflowPass: true }
      const guessed = payload.update({ collection: kind, id, data, context, ...way })
      await expect(guessed).rejects.toMatchObject({ status: 403 })
    }
    expect(await stored(kind, id)).toEqual(before)
    expect(await act(payload, editor, 'publish', id, {}, kind)).toMatchObject({ live: true })
  })

  it('the database refuses a live row that no event made', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const published = payload.db.updateOne({
      ...{ collection: kind, id, data: { _status: 'published' } },
    })
    await expect(published).rejects.toThrow()
    expect(await stored(kind, id)).toMatchObject({ _status: 'draft' })
  })
})

describe('who has not signed in', () => {
  it.each(KINDS)('learns nothing from %s: what exists answers as what never did', async (kind) => {
    const id = await createIn(payload, 'published', kind, { author: users.writer, editor })
    const doors: [string, (id: Id) => string, object?][] = [
      ['GET', (at) => `/${kind}/${at}`],
      ['GET', (at) => `/${kind}?where[id][equals]=${at}&trash=true`],
      ['GET', (at) => `/${kind}/versions?where[parent][equals]=${at}`],
      ['GET', (at) => `/${kind}/${at}/workflow`],
      ['POST', (at) => `/${kind}/${at}/events`, { event: 'publish', version: 1 }],
      ['POST', (at) => `/${kind}/${at}/duplicate`],
      ['PATCH', (at) => `/${kind}/${at}`, { deletedAt: now() }],
      ['DELETE', (at) => `/${kind}/${at}`],
    ]
    for (const [method, path, body] of doors) {
      const [here, nowhere] = [
        await calls.anonymous(method, path(id), body),
        await calls.anonymous(method, path(999_999), body),
      ]
      expect(here.status, `${method} ${path(id)}`).toBe(403)
      expect(here).toEqual(nowhere)
    }
  })

  it.each(['workflows', 'workflow-events', 'users', 'imports', 'faq-homes', 'media', 'redirects'])(
    'reads no %s',
    async (collection) => {
      expect((await calls.anonymous('GET', `/${collection}`)).status).toBe(403)
    },
  )
})

describe('the workflow’s own rows', () => {
  it.each(ROLES)('are not written by %s over HTTP', async (who) => {
    const id = await createDraft(payload, 'articles', users.writer)
    const call = calls[who]
    const rows = await payload.find({
      collection: 'workflows',
      where: { document: { equals: id } },
    })
    const at = rows.docs[0]!.id
    expect((await call('PATCH', `/workflows/${at}`, { live: true })).status).toBe(403)
    expect((await call('GET', `/workflows/${at}`)).status).toBe(403)
    expect((await call('DELETE', `/workflows/${at}`)).status).toBe(403)
    expect((await call('POST', '/workflow-events', { what: 'approve' })).status).toBe(403)
    expect((await call('GET', '/workflow-events')).status).toBe(200)
  })
})

describe('an account', () => {
  it('that is disabled or demoted loses its rights at once, its session included', async () => {
    const user = await account(payload, 'editor')
    const call = await callerFor(payload, user)
    const change = (data: object) =>
      payload.update({ collection: 'users', id: user.id, data: data as never })
    const id = await createIn(payload, 'approved', 'articles', { author: users.writer, editor })
    const publish = () => call('POST', `/articles/${id}/events`, { event: 'publish', version: 1 })
    await change({ role: 'writer' })
    expect((await publish()).status).toBe(403)
    await change({ role: 'editor', active: false })
    expect((await publish()).body.issues).toMatchObject([{ code: 'notActive' }])
    const edit = { title: 'Still here' }
    expect((await call('PATCH', `/articles/${id}?draft=true`, edit)).status).toBe(403)
    expect((await call('GET', `/articles/${id}`)).status).toBe(403)
    const login = callerFor(payload, user)
    await expect(login).rejects.toMatchObject({ status: 401 })
    await change({ active: true })
    expect((await publish()).status).toBe(200)
  })
})
