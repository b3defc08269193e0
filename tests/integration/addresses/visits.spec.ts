// Visits to addresses that lead elsewhere or never were are counted, for editors to look at.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { storeVisits } from '@/cms/addresses/visits'
import { openTestPayload } from '../../setup/payload'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

const missed = async () =>
  (
    await payload.find({ collection: 'missed-addresses', sort: '-hits', pagination: false })
  ).docs.map(({ path, hits }) => [path, hits])

describe('visits', () => {
  it('to a redirect are added up', async () => {
    const { id } = await payload.create({
      collection: 'redirects',
      data: { from: '/was', to: '/category/run', status: '301' },
    })
    await storeVisits(payload, [{ path: '/was', status: 301, hits: 2 }])
    await storeVisits(payload, [{ path: '/was', status: 301, hits: 3 }])
    expect(await payload.findByID({ collection: 'redirects', id })).toMatchObject({
      hits: 5,
      lastHitAt: expect.any(String),
    })
  })

  it('to an address that never was are a list, the most missed first', async () => {
    await storeVisits(payload, [
      { path: '/missed', status: 404, hits: 1 },
      { path: '/missed-more.html', status: 404, hits: 4 },
    ])
    await storeVisits(payload, [{ path: '/missed', status: 404, hits: 1 }])
    expect(await missed()).toEqual([
      ['/missed-more.html', 4],
      ['/missed', 2],
    ])
  })

  it('that programs make to look for holes are not kept', async () => {
    await storeVisits(payload, [
      { path: '/wp-login.php', status: 404, hits: 1 },
      { path: '/.env', status: 404, hits: 1 },
      { path: `/${'a'.repeat(300)}`, status: 404, hits: 1 },
    ])
    expect(await missed()).toHaveLength(2)
  })

  it('are forgotten where the list is full, the least missed first', async () => {
    await poolOf(payload.db).query(
      `insert into missed_addresses (path, hits, last_hit_at)
       select '/many-' || n, 1, now() - interval '1 day' from generate_series(1, 10000) n`,
    )
    await storeVisits(payload, [{ path: '/newest', status: 404, hits: 1 }])
    const paths = (await missed()).map(([path]) => path)
    expect(paths).toHaveLength(10_000)
    expect(paths).toEqual(expect.arrayContaining(['/missed', '/missed-more.html', '/newest']))
  })
})
