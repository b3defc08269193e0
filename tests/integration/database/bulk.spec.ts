// A bulk edit that the database undoes: the answer names the field, and nothing was written.
import type { CollectionSlug } from 'payload'
import { describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { openRestClients } from '../../setup/restClients'

const { calls, payload } = await openRestClients()

const body = richText(paragraph('A text that is long enough to be a text.'))

/** Of each collection how a row is made, by its number, and what no two rows of it may have. */
const ALIKE: [CollectionSlug, (row: number) => object, object, string][] = [
  ['categories', (row) => ({ name: `Category ${row}` }), { slug: 'alike' }, 'slug'],
  ['topics', (row) => ({ name: `Topic ${row}` }), { slug: 'alike' }, 'slug'],
  ['authors', (row) => ({ name: `Author ${row}` }), { slug: 'alike' }, 'slug'],
  ['redirects', (row) => ({ from: `/row-${row}`, status: '410' }), { from: '/alike' }, 'from'],
  [
    'pages',
    (row) => ({ title: `Page ${row}`, summary: 'In short.', body, _status: 'published' }),
    { path: '/alike-too' },
    'path',
  ],
]

describe('a bulk edit that would make rows alike', () => {
  it.each(ALIKE)(
    'of %s names the field, and changes none',
    async (collection, make, data, field) => {
      const rows = await Promise.all(
        [1, 2, 3].map((row) => payload.create({ collection, data: make(row) as never })),
      )
      const ids = rows.map(({ id }) => id)
      const stored = async () =>
        (await payload.find({ collection, where: { id: { in: ids } }, depth: 0, sort: 'id' })).docs
      const before = await stored()
      const many = `/${collection}?where[id][in]=${ids.join(',')}`
      const answer = await calls.admin('PATCH', many, data)
      expect(answer).toMatchObject({
        status: 400,
        body: {
          errors: [
            {
              message: `The following field is invalid: ${field}`,
              data: { errors: [{ path: field, message: 'Value must be unique' }] },
            },
          ],
        },
      })
      expect(await stored()).toEqual(before)
      const one = `/${collection}?where[id][in]=${ids[0]}`
      expect((await calls.admin('PATCH', one, data)).status).toBe(200)
    },
  )
})
