// Events at odd times: when the clocks change, of what is in the trash, of a version that is not there, twice at once.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import { createDraft, createIn } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor, type Call } from '../../setup/http'
import { recordOf, rowOf } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

describe('an event', () => {
  it('may be due when the clocks change, at a moment that there is, named with its zone', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: users.writer, editor })
    const schedule = async (at: string) => {
      const event = { event: 'schedule', version: 1, at }
      const { body, status } = await calls.editor('POST', `/articles/${id}/events`, event)
      return status === 200 ? (await rowOf(payload, id)).scheduledAt : body.issues?.[0]?.code
    }
    const dates: [string, string][] = [
      ['2027-03-28T02:30:00+01:00', '2027-03-28T01:30:00.000Z'],
      ['2027-10-31T02:30:00+02:00', '2027-10-31T00:30:00.000Z'],
      ['2027-10-31T02:30:00+01:00', '2027-10-31T01:30:00.000Z'],
      ['2027-10-31T02:30:00', 'dateInvalid'],
      ['2027-02-30T10:00:00Z', 'dateInvalid'],
      ['2027-01-01T24:00:00Z', 'dateInvalid'],
      ['+275760-09-13T00:00:00.000Z', 'dateInvalid'],
      ['2001-01-01T00:00:00Z', 'dateNotInFuture'],
    ]
    for (const [at, expected] of dates) expect(await schedule(at), at).toBe(expected)
  })

  it.each(KINDS)(
    'finds no %s that lies in the trash, nor a version that is not there',
    async (kind) => {
      const id = await createDraft(payload, kind, users.editor)
      const submit = (version: number) =>
        calls.editor('POST', `/${kind}/${id}/events`, { event: 'submit', version })
      expect((await submit(2)).body.issues).toMatchObject([{ code: 'stale' }])
      const trashed = { deletedAt: new Date().toISOString() }
      expect((await calls.editor('PATCH', `/${kind}/${id}`, trashed)).status).toBe(200)
      const never = await calls.editor('POST', `/${kind}/999999/events`, {
        event: 'submit',
        version: 2,
      })
      for (const version of [1, 2]) expect(await submit(version)).toEqual(never)
      expect(await recordOf(payload, id, kind)).toEqual([])
    },
  )

  it('approves only the version that is there', async () => {
    const id = await createIn(payload, 'in_review', 'articles', { author: users.writer, editor })
    await calls.admin('PATCH', `/articles/${id}?draft=true`, {
      title: 'Another',
      workflowVersion: 1,
    })
    const approve = (version: unknown) =>
      calls.editor('POST', `/articles/${id}/events`, { event: 'approve', version })
    for (const version of [1, 3, -1, 999_999])
      expect(await approve(version)).toMatchObject({
        status: 409,
        body: { issues: [{ code: 'stale' }] },
      })
    for (const version of [undefined, null, 'latest', '2', 1.5, {}])
      expect((await approve(version)).status).toBe(422)
    expect((await approve(2)).status).toBe(200)
  })
})

describe('at the same moment', () => {
  it('two approvals are one: the other learns that it was done', async () => {
    const second = await callerFor(payload, editor)
    for (let round = 0; round < 5; round += 1) {
      const id = await createIn(payload, 'in_review', 'articles', { author: users.writer, editor })
      const approve = (call: Call) =>
        call('POST', `/articles/${id}/events`, { event: 'approve', version: 1 })
      const answers = await Promise.all([approve(calls.editor), approve(second)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.body).toMatchObject({
        issues: [{ code: 'alreadyApproved' }],
        overtakenBy: { event: 'approve', from: 'in_review', to: 'approved' },
      })
      expect((await recordOf(payload, id)).map(({ what }) => what)).toEqual(['submit', 'approve'])
    }
  })
})
