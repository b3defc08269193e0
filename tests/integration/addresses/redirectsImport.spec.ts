// A file of redirects is taken whole, or refused with the line.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { callerFor, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account } from '../../setup/workflow'

let payload: Payload
let editor: Call
beforeAll(async () => {
  payload = await openTestPayload()
  editor = await callerFor(payload, await account(payload, 'editor'))
})

const send = (csv: unknown, call = editor) => call('POST', '/redirects/import', { csv })

const stored = async () =>
  (await payload.find({ collection: 'redirects', sort: 'from', pagination: false })).docs.map(
    ({ from, to, status }) => [from, to ?? null, status],
  )

const file = (...lines: string[]): string => lines.join('\r\n')

describe('a file of redirects', () => {
  it('is taken whole, whatever the order of its columns', async () => {
    const answer = await send(
      file(
        '\uFEFFTo,From,Status',
        '/category/sleep,/Old-Sleep/,',
        '"/a,b",/comma,308',
        ',/gone,410',
      ),
    )
    expect(answer).toEqual({ status: 200, body: { imported: 3 } })
    expect(await stored()).toEqual([
      ['/comma', '/a,b', '308'],
      ['/gone', null, '410'],
      ['/old-sleep', '/category/sleep', '301'],
    ])
  })

  it('changes what is there already', async () => {
    expect((await send(file('from,to', '/gone,/category/run'))).body).toEqual({ imported: 1 })
    expect(await stored()).toContainEqual(['/gone', '/category/run', '301'])
  })

  it('is refused with every line that is wrong by itself, and nothing is stored', async () => {
    const before = await stored()
    const { status, body } = await send(
      file('from,to,status', '/x,/y,301', '/z,,301', ',/y,302', '/x/,/w,301'),
    )
    expect(status).toBe(422)
    expect(body.problems).toEqual([
      { line: 3, message: 'to: is empty; write where the address leads, or give status 410.' },
      { line: 4, message: 'from: is empty; write the old address, such as /old-name.' },
      { line: 4, message: 'status: must be 301, 308 or 410.' },
      { line: 5, message: 'from: /x stands in line 2 already.' },
    ])
    expect(await stored()).toEqual(before)
  })

  it('is refused with the line that does not fit what is stored, and nothing is stored', async () => {
    const before = await stored()
    const { status, body } = await send(
      file('from,to', '/fine,/category/run', '/round,/round', '/fine-too,/category/run'),
    )
    expect([status, body.problems]).toEqual([
      422,
      [{ line: 3, message: 'from: leads back to where it came from.' }],
    ])
    expect(await stored()).toEqual(before)
  })

  it('never brings in a link that could run', async () => {
    const { status, body } = await send(file('from,to', '/run,javascript:alert(1)'))
    expect([status, JSON.stringify(body.problems)]).toEqual([422, expect.stringContaining('to: ')])
  })

  it.each([
    ['no columns', '/a,/b'],
    ['half a quotation', 'from,to\n"/a,/b'],
    ['nothing', undefined],
  ])('with %s is refused with the reason', async (_what, csv) => {
    const { status, body } = await send(csv)
    expect([status, (body.problems as unknown[]).length]).toEqual([422, 1])
  })

  it('is for editors', async () => {
    const writer = await callerFor(payload, await account(payload, 'writer'))
    const stranger = await callerFor(payload, null)
    const csv = file('from,to', '/w,/category/run')
    expect([(await send(csv, writer)).status, (await send(csv, stranger)).status]).toEqual([
      403, 403,
    ])
  })
})
