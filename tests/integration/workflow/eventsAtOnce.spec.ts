// Events and saves of two people at the same moment, over HTTP: one is done, the other is told.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { createDraft, createIn } from '../../setup/documents'
import { callerFor, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account, recordOf, rowOf } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
})

describe('two editors at the same moment', () => {
  let second: User
  let calls: Call[]
  beforeAll(async () => {
    second = await account(payload, 'editor')
    calls = [await callerFor(payload, editor), await callerFor(payload, second)]
  })

  it.each([
    ['say what they saw', { state: 'approved' }],
    ['do not', {}],
  ])('publish, and %s: one does, the other is told who did', async (_how, seen) => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    const event = { event: 'publish', version: 1, ...seen }
    const answers = await Promise.all(
      calls.map((call) => call('POST', `/articles/${id}/events`, event)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const first = answers[0]?.status === 200 ? editor : second
    const late = answers.find(({ status }) => status === 409)
    const [published] = (await recordOf(payload, id)).filter(({ what }) => what === 'publish')
    expect(late?.body.issues).toContainEqual(expect.objectContaining({ code: 'wrongState' }))
    expect(late?.body.overtakenBy).toEqual({
      event: 'publish',
      from: 'approved',
      to: 'published',
      at: published?.when,
      by: { id: first.id, name: first.name },
    })
    expect((await recordOf(payload, id)).map(({ what }) => what)).toEqual([
      'submit',
      'approve',
      'publish',
    ])
  })

  it('recall and approve: whoever saw it in review takes no approval back', async () => {
    const id = await createIn(payload, 'in_review', 'articles', { author: writer, editor })
    const [approve, recall] = ['approve', 'recall'].map((event) => ({
      event,
      version: 1,
      state: 'in_review',
    }))
    await calls[0]?.('POST', `/articles/${id}/events`, approve)
    const late = await calls[1]?.('POST', `/articles/${id}/events`, recall)
    expect(late).toMatchObject({
      status: 409,
      body: {
        issues: [{ code: 'stateMoved', given: 'in_review', state: 'approved' }],
        overtakenBy: { event: 'approve', by: { id: editor.id } },
      },
    })
    expect((await rowOf(payload, id)).state).toBe('approved')
  })

  it('nobody is told of their own step in another window, but of how things stand', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    const event = { event: 'publish', version: 1, state: 'approved' }
    await calls[0]?.('POST', `/articles/${id}/events`, event)
    const again = await calls[0]?.('POST', `/articles/${id}/events`, event)
    expect(again).toMatchObject({ status: 409 })
    expect(again?.body).not.toHaveProperty('overtakenBy')
    expect(again?.body.issues).toContainEqual(expect.objectContaining({ code: 'stateMoved' }))
  })

  it('a notice after the text was given away says what is left, not who did it', async () => {
    const id = await createIn(payload, 'published', 'articles', { author: writer, editor })
    const withdraw = { event: 'unpublish', version: 1 }
    await calls[0]?.('POST', `/articles/${id}/events`, { ...withdraw, reason: 'gone' })
    expect((await calls[0]?.('GET', `/articles/${id}/workflow`))?.body).toMatchObject({
      reasons: ['gone', 'moved'],
    })
    const late = await calls[0]?.('POST', `/articles/${id}/events`, {
      ...withdraw,
      reason: 'notice',
      state: 'withdrawn',
    })
    expect(late?.body).toEqual({ issues: [{ code: 'noTextLeft', field: 'reason' }] })
  })

  it('what was never possible is still refused with 422', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const answer = await calls[0]?.('POST', `/articles/${id}/events`, {
      event: 'publish',
      version: 1,
    })
    expect(answer).toMatchObject({ status: 422, body: { issues: [{ code: 'wrongState' }] } })
    expect(answer?.body).not.toHaveProperty('overtakenBy')
  })
})

it('two saves at once from one version: one is kept, the other told', async () => {
  const id = await createDraft(payload, 'articles', writer)
  const [mine, theirs] = [await callerFor(payload, writer), await callerFor(payload, editor)]
  const at = `/articles/${id}?draft=true&autosave=true`
  const answers = await Promise.all([
    mine('PATCH', at, { summary: 'Mine.', workflowVersion: 1 }),
    theirs('PATCH', at, { summary: 'Theirs.', workflowVersion: 1 }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})
