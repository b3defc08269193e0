// Payload on a real Postgres: what is written is read back, and limits hold in every door that writes.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import { openTestPayload } from '../../setup/payload'

describe('Payload', () => {
  let payload: Payload

  beforeAll(async () => {
    payload = await openTestPayload()
  })

  it('starts on an empty database of its own', async () => {
    expect(await payload.count({ collection: 'categories' })).toEqual({ totalDocs: 0 })
  })

  it('reads back the category that it stored', async () => {
    const { id } = await payload.create({
      collection: 'categories',
      data: { name: 'Sleep & Rest' } as never,
    })
    const category = await payload.findByID({ collection: 'categories', id })
    expect(category).toMatchObject({ name: 'Sleep & Rest', slug: 'sleep-and-rest' })
  })

  it('refuses a text over its limit, in a draft too, and stores nothing', async () => {
    const title = 'x'.repeat(LIMITS.title + 1)
    const saving = payload.create({ collection: 'articles', draft: true, data: { title } as never })
    await expect(saving).rejects.toMatchObject({ data: { errors: [{ path: 'title' }] } })
    expect(await payload.count({ collection: 'articles' })).toEqual({ totalDocs: 0 })
  })
})
