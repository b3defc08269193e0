// The words that search learns from live texts: from publishes at the same time, and from none that did not happen.
import pg from 'pg'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPayload } from '../../setup/payload'
import { paragraph, richText } from '../../fixtures/richText'
import { publishByForce } from '../../setup/workflow'

let payload: Payload
const clients: pg.Client[] = []

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  // A search that waits for the other one fails.
  await client.query(`set lock_timeout = '2s'`)
  clients.push(client)
  return client
}

const goLive = (client: pg.Client, path: string, words: string) =>
  client.query(
    `insert into pages (title, path, body, _status) values ($2, $1, '{"root": {"children": []}}', 'published')`,
    [path, words],
  )

const learnt = async (...words: string[]): Promise<string[]> => {
  const { rows } = await clients[0]!.query<{ word: string }>(
    'select distinct word from search_words where word = any ($1) order by word',
    [words],
  )
  return rows.map(({ word }) => word)
}

const meant = async (mistyped: string): Promise<string | undefined> =>
  (await clients[0]!.query<{ meant: string }>('select search_meant($1) as meant', [mistyped]))
    .rows[0]?.meant

beforeAll(async () => {
  payload = await openTestPayload()
  await connect()
})
afterAll(() => Promise.all(clients.map((client) => client.end())))

it('are learnt by transactions that meet them in opposite orders, and neither waits', async () => {
  const [one, other] = [await connect(), await connect()]
  await one.query('begin')
  await other.query('begin')
  await goLive(one, '/marmalade', 'Marmalade')
  await goLive(other, '/clarinet', 'Clarinet')
  await goLive(one, '/clarinet-too', 'Clarinet too')
  await goLive(other, '/marmalade-too', 'Marmalade too')
  await one.query('commit')
  await other.query('commit')
  expect(await learnt('clarinet', 'marmalade')).toEqual(['clarinet', 'marmalade'])
  expect(await meant('marmelade')).toBe('marmalade')
})

it('are not learnt from what was taken back', async () => {
  const client = await connect()
  await client.query('begin')
  await goLive(client, '/xylophone', 'Xylophone')
  await client.query('rollback')
  expect(await learnt('xylophone')).toEqual([])
})

it('are learnt from articles that are published at the same time', async () => {
  const words = ['trombone', 'bassoon', 'euphonium', 'glockenspiel']
  const ids = await Promise.all(
    [words, words.toReversed(), words, words.toReversed()].map(async (order, number) => {
      const data = { title: `Music ${number}`, body: richText(paragraph(order.join(' '))) }
      const { id } = await payload.create({
        collection: 'articles',
        draft: true,
        data: { ...data, summary: 'In short.' } as never,
      })
      return id
    }),
  )
  expect(await learnt(...words)).toEqual([])
  await Promise.all(ids.map((id) => publishByForce(payload, id)))
  expect(await learnt(...words)).toEqual(words.toSorted())
})
