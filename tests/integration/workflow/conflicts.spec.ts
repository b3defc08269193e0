// Nothing is lost: no write goes over what somebody else wrote after it began, through whichever door; each has its allowed twin.
import config from '@payload-config'
import { handleEndpoints, type Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import type { Role } from '@/domain/access/roles'
import type { Id } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, TITLE } from '../../setup/documents'
import { latestVersion, stored } from '../../setup/restClients'
import { callerFor, type Answer, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account, accounts, act, rowOf } from '../../setup/workflow'

let payload: Payload
let users: Record<Role, User>
let anna: User
let mine: Call
let annas: Call
let anonymous: Call

beforeAll(async () => {
  payload = await openTestPayload()
  users = await accounts(payload)
  anna = await account(payload, 'editor')
  mine = await callerFor(payload, users.writer)
  annas = await callerFor(payload, anna)
  anonymous = await callerFor(payload, null)
})

/** The reasons of a refusal, wherever Payload puts them. */
const refusal = ({ status, body }: Answer) => {
  const [error] = (body.errors ?? []) as { data?: { issues: object[]; differs?: object[] } }[]
  return { status, issues: error?.data?.issues, differs: error?.data?.differs }
}

describe.each(KINDS)('%s', (kind) => {
  let id: Id
  let at: string
  const title = TITLE[kind]
  const shown = async () =>
    (await payload.findByID({ collection: kind, id, draft: true, depth: 0 })) as never as Record<
      string,
      unknown
    >

  beforeEach(async () => {
    id = await createDraft(payload, kind, users.writer)
    at = `/${kind}/${id}?draft=true`
  })

  it('whoever wrote last writes on without naming a version, and nobody else does', async () => {
    for (const text of ['One?', 'Two?'])
      expect((await mine('PATCH', at, { [title]: text })).status).toBe(200)
    const blind = await annas('PATCH', at, { [title]: 'Blind?' })
    expect(refusal(blind)).toMatchObject({
      status: 409,
      issues: [{ code: 'stale', given: null, version: 3, by: { id: users.writer.id } }],
      differs: [{ field: title, yours: 'Blind?', theirs: 'Two?' }],
    })
    expect(JSON.stringify(blind.body)).toContain('workflowVersion')
    const seen = { [title]: 'Seen?', workflowVersion: 3 }
    expect((await annas('PATCH', at, seen)).status).toBe(200)
    expect(refusal(await mine('PATCH', at, { [title]: 'Three?' }))).toMatchObject({
      status: 409,
      issues: [{ code: 'stale', by: { name: anna.name } }],
    })
    expect(await shown()).toMatchObject({ [title]: 'Seen?', savedBy: anna.id })
  })

  it.each(['', '&autosave=true'])('a version that was not the newest is refused%s', async (how) => {
    const save = (workflowVersion: unknown) =>
      mine('PATCH', at + how, { [title]: 'Mine?', workflowVersion })
    await annas('PATCH', at, { [title]: 'Hers?', workflowVersion: 1 })
    for (const version of [1, 0, 3, 999_999]) expect((await save(version)).status).toBe(409)
    for (const nonsense of [1.5, 'newest', {}, -1])
      expect(refusal(await save(nonsense))).toMatchObject({
        status: 422,
        issues: [{ code: 'requestInvalid', field: 'workflowVersion' }],
      })
    expect(await shown()).toMatchObject({ [title]: 'Hers?' })
    expect((await save(2)).status).toBe(200)
    expect(await shown()).toMatchObject({ [title]: 'Mine?' })
  })

  it('a document that is opened says which version it is, and a text that is not the newest does not', async () => {
    await mine('PATCH', at, { [title]: 'Newer?' })
    const open = async (query: string) => (await annas('GET', `/${kind}/${id}${query}`)).body
    expect(await open('?draft=true')).toMatchObject({ [title]: 'Newer?', workflowVersion: 2 })
    expect((await open('')).workflowVersion ?? null).toBeNull()
  })

  it('a bulk edit sets choices, and no words over somebody else’s', async () => {
    const bulk = (data: object, draft: boolean) =>
      annas('PATCH', `/${kind}?where[id][in]=${id}&draft=${draft}`, data)
    await mine('PATCH', at, { [title]: 'Mine?' })
    const words = await bulk({ [title]: 'Everywhere?' }, true)
    expect(words).toMatchObject({ status: 400, body: { docs: [] } })
    const choice = {
      articles: 'topics',
      'faq-items': 'lastReviewed',
      'read-also-links': 'relation',
    }
    const value = { articles: [], 'faq-items': '2026-01-01', 'read-also-links': 'paid' }
    // Without `draft` it would be merged with the text of the row, which is older than the working version.
    expect((await bulk({ [choice[kind]]: value[kind] }, false)).status).toBe(400)
    expect(await shown()).toMatchObject({ [title]: 'Mine?' })
    expect((await bulk({ [choice[kind]]: value[kind] }, true)).status).toBe(200)
    expect(await shown()).toMatchObject({ [title]: 'Mine?', savedBy: anna.id })
  })

  it('a restored version leaves what it replaces in the history', async () => {
    const old = await latestVersion(payload, kind, id)
    await mine('PATCH', at, { [title]: 'Mine?' })
    expect((await annas('POST', `/${kind}/versions/${old}?draft=true`)).status).toBe(200)
    const { docs } = await payload.findVersions({
      collection: kind,
      where: { parent: { equals: id } },
      depth: 0,
    })
    const texts = docs.map(({ version }) => (version as never as Record<string, unknown>)[title])
    expect(texts).toContain('Mine?')
    expect(texts).toHaveLength(3)
  })

  it('a command writes on after a command, and never over a person', async () => {
    const write = (text: string) =>
      payload.update({ collection: kind, id, draft: true, data: { [title]: text } as never })
    await expect(write('By a command?')).rejects.toMatchObject({ status: 409 })
    const seen = { [title]: 'By a command?', workflowVersion: 1 } as never
    await payload.update({ collection: kind, id, draft: true, data: seen })
    await write('By a command again?')
    expect(await shown()).toMatchObject({ [title]: 'By a command again?' })
  })

  it('into the trash and back goes whatever was written last, unharmed', async () => {
    await mine('PATCH', at, { [title]: 'Mine?' })
    await annas('PATCH', `/${kind}/${id}`, { deletedAt: new Date().toISOString() })
    await annas('PATCH', `/${kind}/${id}?trash=true`, { deletedAt: null, _status: 'draft' })
    expect(await shown()).toMatchObject({ [title]: 'Mine?', deletedAt: null })
  })

  it('whoever may not save learns of no text and no version', async () => {
    const reviewer = await callerFor(payload, users.reviewer)
    for (const call of [reviewer, anonymous]) {
      const answer = await call('PATCH', at, { [title]: 'Mine?', workflowVersion: 0 })
      expect(answer.status).toBe(403)
      expect(JSON.stringify(answer.body)).not.toMatch(/theirs|"version"/)
    }
  })

  it('the panel is told that it may edit exactly where a save would pass', async () => {
    const editable = async (call: Call) =>
      Boolean((await call('POST', `/${kind}/access/${id}`, {})).body.update)
    const saves = async (call: Call) => {
      const { version } = await rowOf(payload, id, kind)
      const data = { [title]: 'Again?', workflowVersion: version }
      return (await call('PATCH', at, data)).status === 200
    }
    const both = async (call: Call) => [await editable(call), await saves(call)]
    expect([await both(mine), await both(annas)]).toEqual([
      [true, true],
      [true, true],
    ])
    await act(payload, users.writer, 'submit', id, {}, kind)
    expect(await both(mine)).toEqual([false, false])
    id = await createIn(payload, 'scheduled', kind, { author: users.writer, editor: anna })
    at = `/${kind}/${id}?draft=true`
    expect([await both(mine), await both(annas)]).toEqual([
      [false, false],
      [false, false],
    ])
    const refused = refusal(await annas('PATCH', at, { [title]: 'Late?', workflowVersion: 1 }))
    expect(refused).toMatchObject({
      status: 403,
      issues: [{ code: 'operationNotAllowed', state: 'scheduled' }],
    })
    await act(payload, anna, 'unschedule', id, {}, kind)
    expect(await both(annas)).toEqual([true, true])
  })
})

describe('If-Match', () => {
  const send = async (tag: string, method: string, path: string, body?: object) => {
    const data = { email: anna.email, password: 'twelve-letters' }
    const { token } = await payload.login({ collection: 'users', data })
    const headers = { 'Content-Type': 'application/json', Authorization: `JWT ${token}` }
    const request = new Request(`http://localhost:3000/api/articles/${path}?draft=true`, {
      method,
      headers: { ...headers, 'If-Match': tag },
      body: body && JSON.stringify(body),
    })
    return (await handleEndpoints({ config, request })).status
  }

  it('is HTTP’s own way to say what a save began from', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    const save = (tag: string) => send(tag, 'PATCH', String(id), { title: tag })
    expect(await save('*')).toBe(409)
    expect(await save('"2"')).toBe(412)
    expect(await save('"newest"')).toBe(422)
    expect(await save('"1"')).toBe(200)
    expect(await stored(payload, 'articles', id)).toMatchObject({ version: 2 })
  })

  it('holds a restored version to what it was to replace', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    const version = await latestVersion(payload, 'articles', id)
    await mine('PATCH', `/articles/${id}?draft=true`, { title: 'Newer' })
    expect(await send('"1"', 'POST', `versions/${version}`)).toBe(412)
    expect(await send('"2"', 'POST', `versions/${version}`)).toBe(200)
  })
})

describe('what differs', () => {
  it('comes as words, with the titles of what a field points at', async () => {
    const category = await payload.create({
      collection: 'categories',
      data: { name: 'Feet', slug: 'feet' },
    })
    const id = await createDraft(payload, 'articles', users.writer)
    const at = `/articles/${id}?draft=true`
    const hers = { body: richText(paragraph('Hers.'), paragraph('More.')), workflowVersion: 1 }
    await annas('PATCH', at, hers)
    const body = richText(paragraph('Mine.'))
    const answer = await mine('PATCH', at, { body, category: category.id, workflowVersion: 1 })
    expect(refusal(answer).differs).toEqual([
      { field: 'body', label: 'Body', yours: 'Mine.', theirs: 'Hers.\n\nMore.' },
      { field: 'category', label: 'Category', yours: 'Feet', theirs: '' },
    ])
  })
})
