// A review link in tests: made over HTTP by an editor, opened and answered by a guest at the site's own routes.
import type { Payload } from 'payload'
import { expect } from 'vitest'
import { GET, POST } from '@/app/(site)/review/[token]/route'
import type { ShownLink } from '@/cms/review/links/links'
import type { Id } from '@/domain/workflow/subject'
import { findOne, readHtml, readElementText } from '../../tools/siteChecker/page/html'
import type { Answer, Call } from './http'

export const make = (call: Call, id: Id, body: object = {}): Promise<Answer> =>
  call('POST', `/articles/${id}/review-links`, body)

export type OpenLink = ShownLink & { url: string }

export const linkTo = async (call: Call, id: Id, body: object = {}): Promise<OpenLink> =>
  (await make(call, id, body)).body as unknown as OpenLink

export const revoke = (call: Call, id: Id, link: unknown): Promise<Answer> =>
  call('POST', `/articles/${id}/review-links/${String(link)}/revoke`)

const context = (url: string) => ({
  params: Promise.resolve({ token: new URL(url).pathname.replace('/review/', '') }),
})

export const open = (url: string): Promise<Response> => GET(new Request(url), context(url))

export const remark = (url: string, fields: Record<string, string>): Promise<Response> =>
  POST(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }), context(url))

/** What a guest reads. */
export const main = async (response: Response): Promise<string> =>
  readElementText(findOne(readHtml(await response.text()), 'main'))

/** Status, every header, every byte. */
const whole = async (response: Response) => [
  response.status,
  Object.fromEntries(response.headers),
  await response.text(),
]

const NEVER_MADE = `http://localhost:3000/review/7-${'0'.repeat(64)}`

/** Answers as a link that was never made does, to a guest who opens it and to one who leaves a remark. */
export async function expectClosed(url: string): Promise<void> {
  const never = await whole(await open(NEVER_MADE))
  expect(never[0]).toBe(404)
  expect(await whole(await open(url))).toEqual(never)
  expect(await whole(await remark(url, { name: 'Gwen', text: 'Hello.' }))).toEqual(never)
}

/** The comments of an article as they are stored, oldest first. */
export async function commentsOn(payload: Payload, id: Id) {
  const where = { document: { equals: id } }
  return (await payload.find({ collection: 'comments', where, sort: 'id', pagination: false })).docs
}
