// Redirects: what moves leaves one to itself, and none leads round or to what is gone.
import { type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { move, publishNew } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { withdrawByForce } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

/** A live article at the address. */
const articleAt = (path: string) => publishNew(payload, 'articles', { path })

async function redirectAt(from: string) {
  const where = { from: { equals: from } }
  const { docs } = await payload.find({ collection: 'redirects', where, depth: 0 })
  return docs[0] && { status: docs[0].status, to: docs[0].to ?? null, article: docs[0].article }
}

const redirect = (from: string, to: string) =>
  payload.create({ collection: 'redirects', data: { from, to, status: '301' } })

describe('an article that moves', () => {
  it('leaves a permanent redirect to itself', async () => {
    const id = await articleAt('/first')
    await move(payload, id, '/second')
    expect(await redirectAt('/first')).toEqual({ status: '301', to: null, article: id })
  })

  it('is one hop away from every address it ever had', async () => {
    const id = await articleAt('/one')
    await move(payload, id, '/two')
    await move(payload, id, '/three')
    expect([await redirectAt('/one'), await redirectAt('/two')]).toEqual(
      [1, 2].map(() => ({ status: '301', to: null, article: id })),
    )
  })

  it('may come back, and then the redirect is gone', async () => {
    const id = await articleAt('/there')
    await move(payload, id, '/elsewhere')
    await move(payload, id, '/there')
    expect(await redirectAt('/there')).toBeUndefined()
    expect(await redirectAt('/elsewhere')).toEqual({ status: '301', to: null, article: id })
  })

  it('leaves its address free for another article', async () => {
    const first = await articleAt('/popular')
    await move(payload, first, '/popular-before')
    const second = await articleAt('/popular')
    expect(await redirectAt('/popular')).toBeUndefined()
    expect(await payload.findByID({ collection: 'articles', id: second })).toMatchObject({
      path: '/popular',
    })
  })

  it('leaves nothing while the new address is only a draft', async () => {
    const id = await articleAt('/as-it-is')
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      data: { path: '/as-it-may-be' },
    })
    expect(await redirectAt('/as-it-is')).toBeUndefined()
  })

  it('leaves a redirect also when it was withdrawn in between', async () => {
    const id = await articleAt('/withdrawn-here')
    await withdrawByForce(payload, id)
    await move(payload, id, '/back-there')
    expect(await redirectAt('/withdrawn-here')).toEqual({ status: '301', to: null, article: id })
  })

  it('takes along what led to its old address by name', async () => {
    await redirect('/early', '/not-yet')
    const id = await articleAt('/not-yet')
    await move(payload, id, '/now')
    expect(await redirectAt('/early')).toEqual({ status: '301', to: null, article: id })
  })
})

describe('a page that moves', () => {
  it('leaves a redirect to its new address', async () => {
    const data = {
      title: 'Privacy',
      summary: 'In short.',
      body: richText(paragraph('Nothing is kept.')),
      _status: 'published' as const,
    }
    const { id, path } = await payload.create({ collection: 'pages', data })
    expect(path).toBe('/privacy')
    await payload.update({
      collection: 'pages',
      id,
      data: { path: '/policy', _status: 'published' },
    })
    expect(await redirectAt('/privacy')).toMatchObject({ to: '/policy' })
    await payload.update({
      collection: 'pages',
      id,
      data: { path: '/rules', _status: 'published' },
    })
    expect([await redirectAt('/privacy'), await redirectAt('/policy')]).toMatchObject([
      { to: '/rules' },
      { to: '/rules' },
    ])
  })

  it('shares its address with nothing', async () => {
    await articleAt('/only-one')
    const data = {
      title: 'Only one',
      path: '/only-one',
      summary: 'S',
      body: richText(paragraph('T')),
      _status: 'published' as const,
    }
    await expect(payload.create({ collection: 'pages', data })).rejects.toMatchObject({
      data: { errors: [{ path: 'path' }] },
    })
  })
})

describe('a redirect', () => {
  it('to the address of a live article follows the article', async () => {
    const id = await articleAt('/target')
    await redirect('/from-outside', '/target/')
    expect(await redirectAt('/from-outside')).toEqual({ status: '301', to: null, article: id })
  })

  it('to another redirect leads to its end', async () => {
    await redirect('/b', '/category/running')
    await redirect('/a', '/b')
    expect(await redirectAt('/a')).toMatchObject({ to: '/category/running' })
  })

  it('that is put behind another one shortens that one too', async () => {
    await redirect('/c', '/d')
    await redirect('/d', '/topic/sleep')
    expect(await redirectAt('/c')).toMatchObject({ to: '/topic/sleep' })
  })

  it('never leads round', async () => {
    await redirect('/e', '/f')
    await expect(redirect('/f', '/e')).rejects.toMatchObject({
      data: { errors: [{ path: 'from', message: 'leads back to where it came from.' }] },
    })
    await expect(redirect('/g', '/g')).rejects.toMatchObject({
      data: { errors: [{ path: 'from' }] },
    })
  })

  it('never leads to what is gone', async () => {
    await payload.create({ collection: 'redirects', data: { from: '/lost', status: '410' } })
    await expect(redirect('/h', '/lost')).rejects.toMatchObject({
      data: { errors: [{ message: 'leads to an address that is gone.' }] },
    })
  })

  it('takes its address off the list of what visitors missed', async () => {
    const data = { path: '/missed', hits: 3, lastHitAt: new Date().toISOString() }
    await payload.create({ collection: 'missed-addresses', data })
    await redirect('/missed', '/category/running')
    const { totalDocs } = await payload.count({
      collection: 'missed-addresses',
      where: { path: { equals: '/missed' } },
    })
    expect(totalDocs).toBe(0)
  })
})
