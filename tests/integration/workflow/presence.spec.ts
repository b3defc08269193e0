// Everybody who has a document open is told who else has.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import type { User } from '@/payload-types'
import { createDraft } from '../../setup/documents'
import { callerFor, type Call } from '../../setup/http'
import { startInstance } from '../../setup/instances'
import { openTestPayload } from '../../setup/payload'
import { account } from '../../setup/workflow'

let payload: Payload
let writer: User
let anna: User
let mine: Call
let annas: Call
let anonymous: Call

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  anna = await account(payload, 'editor')
  mine = await callerFor(payload, writer)
  annas = await callerFor(payload, anna)
  anonymous = await callerFor(payload, null)
})

describe('presence', () => {
  it('tells who else has a document open, and since when; leaving ends it', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const say = (call: Call, body: object) => call('POST', `/articles/${id}/presence`, body)
    const [first, second] = [{ tab: 'tab-of-mine' }, { tab: 'tab-of-anna' }]
    expect(await say(mine, first)).toMatchObject({ status: 200, body: { others: [] } })
    const seen = await say(annas, { ...second, changed: true })
    expect(seen.body.others).toMatchObject([{ name: writer.name, own: false, changed: null }])
    const others = (await say(mine, first)).body.others as { since: string; changed: string }[]
    expect(others).toMatchObject([{ name: anna.name, own: false }])
    expect(others[0]!.changed >= others[0]!.since).toBe(true)
    expect((await say(mine, { tab: 'another-window' })).body.others).toMatchObject([
      { own: true },
      { own: false },
    ])
    await say(annas, { ...second, leaves: true })
    expect((await say(mine, first)).body.others).toMatchObject([{ own: true }])
  })

  it('is the same on every instance, and ends by itself when a panel is heard of no more', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const instance = await startInstance('presence')
    const actor = { id: anna.id, role: anna.role, active: true }
    const others = async () => {
      const { body } = await mine('POST', `/articles/${id}/presence`, { tab: 'tab-of-mine' })
      return (body.others as { name: string }[]).map(({ name }) => name)
    }
    expect(await others()).toEqual([])
    const panel = { kind: 'articles', id, actor, tab: 'tab-elsewhere' } as const
    expect(await instance.callFrom(panel)).toEqual({ said: 'others', names: [writer.name] })
    expect(await others()).toEqual([anna.name])
    await instance.kill()
    const heard = async (secondsAgo: number) => {
      await poolOf(payload.db).query(
        `update presence set seen = now() - $1 * interval '1 second' where tab = $2`,
        [secondsAgo, panel.tab],
      )
      return others()
    }
    expect(await heard(25)).toEqual([anna.name])
    expect(await heard(31)).toEqual([])
    const left = `select from presence where tab = $1`
    expect((await poolOf(payload.db).query(left, [panel.tab])).rowCount).toBe(0)
  })

  it('is for staff, about documents that exist', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const body = { tab: 'tab-of-mine' }
    expect((await anonymous('POST', `/articles/${id}/presence`, body)).status).toBe(403)
    expect((await mine('POST', '/articles/999999/presence', body)).status).toBe(404)
    expect((await mine('POST', `/articles/${id}/presence`, { tab: 1 })).status).toBe(422)
    expect((await mine('POST', `/articles/${id}/presence`, body)).status).toBe(200)
  })
})
