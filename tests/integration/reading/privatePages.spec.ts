// What a private page shows beside the article's own text: parts as publishing now would show them, and images that only drafts use.
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getImage } from '@/app/(site)/media/[file]/route'
import { GET as getPreview } from '@/app/(site)/preview/[id]/route'
import { previewUrl } from '@/cms/addresses/preview'
import { previewPath } from '@/domain/addresses/paths'
import type { Id } from '@/domain/workflow/subject'
import type { Media, User } from '@/payload-types'
import { signedAddress } from '@/signature'
import { faqBlock, paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { findAll, readHtml } from '../../../tools/siteChecker/page/html'
import { createDraft, createIn } from '../../setup/documents'
import { callerFor, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { serveRoutes } from '../../setup/serveRoutes'
import { linkTo, main, open, revoke } from '../../setup/review'
import { account, publishByForce, save } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User
let call: Call

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
  call = await callerFor(payload, editor)
})

const SITE = 'http://localhost:3000'
const NO_ROBOTS = 'noindex, nofollow'

describe('a review page', () => {
  const item = (question: string) => createDraft(payload, 'faq-items', writer, { question })

  it('shows parts as publishing the article now would, and no other draft', async () => {
    const fresh = await item('Is this new?')
    const shared = await createIn(payload, 'published', 'faq-items', { author: writer, editor })
    const { question } = await payload.findByID({ collection: 'faq-items', id: shared })
    await save(payload, writer, shared, { question: 'Is this unreviewed?' }, 'faq-items')
    const gone = await createIn(payload, 'withdrawn', 'faq-items', { author: writer, editor })
    await save(payload, writer, gone, { question: 'Is this withdrawn?' }, 'faq-items')
    const secret = await createDraft(payload, 'articles', writer, { title: 'Another Secret Draft' })
    const known = await createIn(payload, 'published', 'articles', { author: writer, editor })
    await save(payload, writer, known, { title: 'A Secret New Title' })
    const { title } = await payload.findByID({ collection: 'articles', id: known })
    const links: Id[] = []
    for (const article of [secret, known])
      links.push(
        await createDraft(payload, 'read-also-links', writer, { kind: 'internal', article }),
      )
    const body = richText(
      paragraph('Text.'),
      readAlsoBlock(links[0]!),
      paragraph('More text.'),
      readAlsoBlock(links[1]!),
      paragraph('Text again.'),
      faqBlock([fresh, shared, gone]),
    )
    const id = await createDraft(payload, 'articles', writer, { body, path: '/parts' })
    const text = await main(await open((await linkTo(call, id)).url))
    expect(text).toContain('Is this new?')
    // What was changed goes live with the article; what was withdrawn does not come back by it.
    expect(text).toContain('Is this unreviewed?')
    expect(text).not.toContain(question)
    expect(text).toContain(title)
    expect(text).not.toMatch(/withdrawn\?|Secret/)
  })
})

describe('an image that only drafts use', () => {
  let image: Media
  let other: Media
  let id: Id

  const upload = async (name: string) => {
    // Uneven, so that a smaller size has fewer bytes and is made.
    const noise = { type: 'gaussian', mean: 120, sigma: 12 } as const
    const data = await sharp({
      create: { width: 900, height: 600, channels: 3, background: '#0a5c57', noise },
    })
      .png()
      .toBuffer()
    return payload.create({
      collection: 'media',
      data: { alt: `A plain surface: ${name}` },
      file: { data, mimetype: 'image/png', name, size: data.length },
    })
  }

  const get = (address: string, init?: RequestInit) => {
    const url = new URL(address, SITE)
    const file = decodeURIComponent(url.pathname.replace('/media/', ''))
    return getImage(new Request(url, init), { params: Promise.resolve({ file }) })
  }

  /** Every address under which the page shows a picture, the sizes included. */
  const addresses = async (response: Response) =>
    findAll(readHtml(await response.text()), 'img').flatMap(({ attributes: { src, srcset } }) => [
      src!,
      ...(srcset ?? '').split(', ').map((size) => size.split(' ')[0]!),
    ])

  beforeAll(async () => {
    image = await upload('Shown here (1).png')
    other = await upload('other.png')
    id = await createDraft(payload, 'articles', writer, { heroImage: image.id })
  })

  it('is not there for anybody else, whatever they put after its name', async () => {
    for (const query of ['', '?review=1', `?review=1-${'0'.repeat(64)}`, '?expires=1&signature=x'])
      expect((await get(`/media/${image.filename}${query}`)).status).toBe(404)
  })

  it.each<[string, RequestInit]>([
    ['whole', {}],
    ['as a head', { method: 'HEAD' }],
    ['in part', { headers: { Range: 'bytes=0-3' } }],
    ['as a copy that is known', { headers: { 'If-None-Match': '*' } }],
    ['as a part that is past its end', { headers: { Range: 'bytes=999999999-' } }],
  ])('is not there in any size, asked for %s: as what never was', async (_how, init) => {
    const sizes = Object.values(image.sizes ?? {}).flatMap(({ filename }) => filename ?? [])
    expect(sizes.length).toBeGreaterThan(1)
    const told = async (name: string) => {
      const answer = await get(`/media/${name}`, init)
      return [answer.status, await answer.text(), [...answer.headers]]
    }
    const never = await told('never-was-0123456789.webp')
    expect(never[0]).toBe(404)
    for (const name of [image.filename!, ...sizes]) expect(await told(name)).toEqual(never)
  })

  it('is there for a guest on a review link, in every size, as long as the link is open', async () => {
    const link = await linkTo(call, id)
    const shown = await addresses(await open(link.url))
    expect(shown.length).toBeGreaterThan(1)
    for (const address of shown) {
      const answer = await get(address)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([
        200,
        'private, no-store',
      ])
      await answer.body?.cancel()
    }
    const elsewhere = shown[0]!.replace(/^[^?]*/, `/media/${other.filename}`)
    expect((await get(elsewhere)).status).toBe(404)
    await revoke(call, id, link.id)
    for (const address of shown) expect((await get(address)).status).toBe(404)
  })

  it('is there in the preview, and its address opens no other', async () => {
    const url = new URL(previewUrl(id)!, SITE)
    const preview = await getPreview(new Request(url), {
      params: Promise.resolve({ id: String(id) }),
    })
    expect(preview.headers.get('Cache-Control')).toBe('private, no-store')
    expect(preview.headers.get('X-Robots-Tag')).toContain('noindex')
    const [first] = await addresses(preview)
    const answer = await get(first!)
    expect(answer.status).toBe(200)
    await answer.body?.cancel()
    const elsewhere = first!.replace(/^[^?]*/, `/media/${other.filename}`)
    expect((await get(elsewhere)).status).toBe(404)
  })

  it('is there for everybody, and kept by the browser that has it, once a live page shows it', async () => {
    await publishByForce(payload, id)
    const answer = await get(`/media/${image.filename}`)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600, s-maxage=0')
    await answer.body?.cancel()
  })
})

describe('the address of a preview, over HTTP', () => {
  const HOUR_MS = 3_600_000
  let site: Awaited<ReturnType<typeof serveRoutes>>
  let path: string
  beforeAll(async () => {
    site = await serveRoutes()
    path = previewPath(await createDraft(payload, 'articles', writer, { title: 'Not for long' }))
  })
  afterAll(() => site.close())

  async function told(address: string) {
    const answer = await fetch(site.origin + address)
    return {
      status: answer.status,
      cache: answer.headers.get('Cache-Control'),
      robots: answer.headers.get('X-Robots-Tag'),
      text: await answer.text(),
    }
  }

  it('shows the working version until its hour is over, to nobody else and to no engine', async () => {
    for (const age of [0, HOUR_MS - 60_000]) {
      const { text, ...answer } = await told(signedAddress(path, Date.now() - age))
      expect(answer).toEqual({ status: 200, cache: 'private, no-store', robots: NO_ROBOTS })
      expect(text).toContain('Not for long')
    }
  })

  it('answers afterwards as what never was, and no cache keeps that', async () => {
    const { text, ...answer } = await told(signedAddress(path, Date.now() - HOUR_MS - 1000))
    expect(answer).toEqual({ status: 404, cache: 'private, no-store', robots: 'noindex' })
    expect(text).not.toContain('Not for long')
    const nowhere = signedAddress(previewPath(999_999))
    expect(await told(nowhere)).toEqual({ text, ...answer })
    expect(await told(path)).toEqual({ text, ...answer })
  })

  it('is not made longer by another date', async () => {
    const late = new URL(signedAddress(path, Date.now() - 2 * HOUR_MS), site.origin)
    late.searchParams.set('expires', String(Math.floor(Date.now() / 1000) + 60))
    expect((await told(late.pathname + late.search)).status).toBe(404)
  })
})
