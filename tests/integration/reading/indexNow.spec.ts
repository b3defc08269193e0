// Engines are told of each publication, change and withdrawal, later when they cannot be told now.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendIndexNow } from '@/cms/addresses/sendIndexNow'
import { poolOf } from '@/cms/database/pool'
import type { Submission } from '@/domain/discovery/indexNow'
import { settings } from '@/env'
import { paragraph, richText } from '../../fixtures/richText'
import { publishNew, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { publishByForce, withdrawByForce } from '../../setup/workflow'

let payload: Payload
let engine: Server
const heard: Submission[] = []
let answers: number[] = []

beforeAll(async () => {
  payload = await openTestPayload()
  engine = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      heard.push(JSON.parse(Buffer.concat(parts).toString()) as Submission)
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve))
})
afterAll(() => engine.close())

const listen = (endpoint: string) =>
  payload.updateGlobal({ slug: 'site-settings', data: { indexNow: { endpoint } } })

beforeEach(async () => {
  heard.length = 0
  answers = []
  const { port } = engine.address() as AddressInfo
  await listen(`http://127.0.0.1:${port}/indexnow`)
  await sql('delete from index_now_queue')
})

const sql = async (text: string) => (await poolOf(payload.db).query(text)).rows

const publish = (path: string) => publishNew(payload, 'articles', { path })

const told = (): string[][] =>
  heard.map(({ urlList }) => urlList.map((url) => new URL(url).pathname).sort())

describe('an engine', () => {
  it('hears of a publication, with host, key and where the key stands', async () => {
    await publish('/heard')
    await sendIndexNow(payload)
    const { indexNow } = await payload.findGlobal({ slug: 'site-settings' })
    const { siteUrl } = settings()
    expect(heard).toEqual([
      {
        host: new URL(siteUrl).host,
        key: indexNow?.key,
        keyLocation: `${siteUrl}/${indexNow?.key}.txt`,
        urlList: [`${siteUrl}/heard`],
      },
    ])
    await sendIndexNow(payload)
    expect(heard).toHaveLength(1)
  })

  it('hears of a change that readers see, of a move and of a withdrawal', async () => {
    const id = await publish('/moves')
    await sendIndexNow(payload)
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      data: { path: '/moved', summary: 'Else.' },
    })
    await sendIndexNow(payload)
    await publishByForce(payload, id)
    await sendIndexNow(payload)
    await withdrawByForce(payload, id)
    await sendIndexNow(payload)
    expect(told()).toEqual([['/moves'], ['/moved', '/moves'], ['/moved']])
  })

  it('hears of an answer that changed on each page that shows it, and of one without an article', async () => {
    const answer = (text: string) => ({ answer: richText(paragraph(text)) })
    const question = 'How warm should a bath be?'
    const item = await publishNew(payload, 'faq-items', { question, ...answer('Warm.') })
    const { anchor } = await payload.findByID({ collection: 'faq-items', id: item })
    await sendIndexNow(payload)
    for (const path of ['/baths', '/showers'])
      await publishNew(payload, 'articles', { path, body: withItems(item) })
    await sendIndexNow(payload)
    const data = answer('As warm as the hand likes it.')
    await payload.update({ collection: 'faq-items', id: item, draft: true, data })
    await sendIndexNow(payload)
    await publishByForce(payload, item, 'faq-items')
    await sendIndexNow(payload)
    // Its own page leads to the article now.
    expect(told()).toEqual([
      [`/questions/${anchor}`],
      ['/baths', `/questions/${anchor}`, '/showers'],
      ['/baths', '/showers'],
    ])
  })

  it('hears nothing of what is closed to engines, but when it is closed or opened', async () => {
    const id = await publishNew(payload, 'articles', { path: '/closed', index: false })
    await sendIndexNow(payload)
    expect(heard).toEqual([])
    const change = async (data: object) => {
      await payload.update({ collection: 'articles', id, draft: true, data } as never)
      await publishByForce(payload, id)
      await sendIndexNow(payload)
    }
    await change({ summary: 'Else.' })
    expect(heard).toEqual([])
    await change({ index: true })
    await change({ index: false })
    expect(told()).toEqual([['/closed'], ['/closed']])
  })

  it('hears of a written page', async () => {
    const { id } = await payload.create({
      collection: 'pages',
      data: {
        title: 'How we work',
        summary: 'In short.',
        _status: 'published',
        body: richText(paragraph('We read everything twice.')),
      },
    })
    const { path } = await payload.findByID({ collection: 'pages', id })
    await sendIndexNow(payload)
    await payload.delete({ collection: 'pages', id })
    await sendIndexNow(payload)
    expect(told()).toEqual([[path], [path]])
  })

  it('that is busy hears it later, and nothing twice', async () => {
    answers = [429]
    await publish('/patient')
    await sendIndexNow(payload)
    await sendIndexNow(payload)
    expect(heard).toHaveLength(1)
    expect(await sql('select path, tries, failure from index_now_queue')).toEqual([
      { path: '/patient', tries: 1, failure: 'answered 429' },
    ])
    await sql('update index_now_queue set due_at = now()')
    await sendIndexNow(payload)
    expect(told()).toEqual([['/patient'], ['/patient']])
    expect(await sql('select from index_now_queue')).toEqual([])
  })

  it('that is away is never in the way of a publication', async () => {
    await listen('http://127.0.0.1:1/indexnow')
    await publish('/anyway')
    await sendIndexNow(payload)
    expect(await sql(`select tries from index_now_queue where path = '/anyway'`)).toEqual([
      { tries: 1 },
    ])
  })

  it('is told by one of several instances', async () => {
    await publish('/once')
    await Promise.all([sendIndexNow(payload), sendIndexNow(payload), sendIndexNow(payload)])
    expect(told()).toEqual([['/once']])
  })

  it('that nobody named hears nothing, and nothing waits', async () => {
    await listen('')
    await publish('/quiet')
    await sendIndexNow(payload)
    expect([heard, await sql('select from index_now_queue')]).toEqual([[], []])
  })
})
