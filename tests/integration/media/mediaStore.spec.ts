// The files of images, in a folder and in S3-compatible storage alike: kept, given, and gone with their rows.
import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { filesOf } from '@/cms/media/files'
import { inTransaction } from '@/cms/database/transaction'
import type { Media } from '@/payload-types'
import { findImageFile } from '@/site/media/queries'
import { imageResponse } from '@/site/media/respond'
import { mediaStore } from '@/storage'
import { paragraph, richText } from '../../fixtures/richText'
import { openRestClients } from '../../setup/restClients'
import { send } from '../../setup/http'
import { startS3 } from '../../setup/s3'
import { as, publishByForce, withdrawByForce } from '../../setup/workflow'

// Each upload makes five files of a picture.
vi.setConfig({ testTimeout: 90_000 })

const { calls, payload, users } = await openRestClients()
const s3 = await startS3()
afterAll(() => s3.stop())

/** One half is dark and one half is light, so that it matters which part of it is shown. */
async function picture(): Promise<Buffer> {
  const half = sharp({ create: { width: 900, height: 700, channels: 3, background: '#fff' } })
  const noise = { type: 'gaussian', mean: 90, sigma: 20 } as const
  const background = '#0a5c57'
  const image = sharp({ create: { width: 1800, height: 700, channels: 3, background, noise } })
  return image
    .composite([{ input: await half.png().toBuffer(), left: 900, top: 0 }])
    .png()
    .toBuffer()
}

const data = await picture()
const file = () => ({ data, mimetype: 'image/png', name: 'halves.png', size: data.length })
const upload = () => payload.create({ collection: 'media', data: { alt: 'Halves' }, file: file() })
const namesOf = (image: Media) => filesOf(image).map(({ name }) => name)
const bytesOf = async (name: string) => {
  const stream = await mediaStore().get(name)
  return stream && Buffer.from(await new Response(stream).arrayBuffer())
}
const there = async (names: string[]) => {
  const all = await Promise.all(names.map(async (name) => ((await bytesOf(name)) ? [name] : [])))
  return all.flat()
}

async function ask(name: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = new Request(`http://localhost/media/${name}`, { method, headers })
  const response = await imageResponse(request, await findImageFile(name), false)
  return { response, body: Buffer.from(await response.arrayBuffer()) }
}

/** Somewhere a folder cannot be made. */
async function noFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backstory-none-'))
  writeFileSync(path.join(folder, 'media'), '')
  return folder
}

type Env = Record<string, string>
const STORES: { where: string; found: Env; missing: Env }[] = [
  { where: 'in a folder', found: {}, missing: { DATA_DIR: await noFolder() } },
  { where: 'in S3', found: s3.settings, missing: { ...s3.settings, S3_BUCKET: 'no-such-bucket' } },
]

describe.each(STORES)('the files of an image, $where,', ({ found, missing }) => {
  const use = (settings: Env) =>
    Object.entries(settings).forEach(([name, value]) => vi.stubEnv(name, value))
  beforeAll(() => use(found))
  afterAll(() => void vi.unstubAllEnvs())

  it('are kept with their sizes, and given to accounts alone while only drafts use them', async () => {
    const image = await upload()
    const names = namesOf(image)
    expect(names).toHaveLength(5)
    expect(await there(names)).toEqual(names)
    expect((await bytesOf(image.filename!))!.length).toBe(image.filesize)
    expect((await ask(image.filename!)).response.status).toBe(404)
    expect((await send('GET', `/media/file/${image.filename}`)).status).toBe(403)
    const credentials = { email: users.writer.email, password: 'twelve-letters' }
    const { token } = await payload.login({ collection: 'users', data: credentials })
    const headers = { Authorization: `JWT ${token}` }
    for (const name of names) {
      const answer = await send('GET', `/media/file/${name}`, { headers })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        name.endsWith('.jpg') ? 'image/jpeg' : 'image/webp',
      ])
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(await bytesOf(name))
    }
  })

  it('are given to readers while a live page shows them: whole, in parts, or not when they have them', async () => {
    const image = await upload()
    const name = image.filename!
    const body = richText(paragraph('Text.'))
    const about = { title: name, summary: 'In short.', body, heroImage: image.id }
    const article = await payload.create({ collection: 'articles', draft: true, data: about })
    await publishByForce(payload, article.id)

    const whole = await ask(name)
    const bytes = (await bytesOf(name))!
    expect(whole.body).toEqual(bytes)
    const { headers, status } = whole.response
    expect([status, headers.get('content-length')]).toEqual([200, String(bytes.length)])
    expect(headers.get('cache-control')).toBe('public, max-age=3600, s-maxage=0')
    expect(headers.get('cache-tag')).toBeNull()
    const etag = headers.get('etag')!

    const known = await ask(name, { 'If-None-Match': etag })
    expect([known.response.status, known.body.length]).toEqual([304, 0])
    const head = await ask(name, { Range: 'bytes=0-9' }, 'HEAD')
    expect([head.response.status, head.response.headers.get('content-length')]).toEqual([
      200,
      String(bytes.length),
    ])
    const part = await ask(name, { Range: 'bytes=100-199', 'If-Range': etag })
    expect([part.response.status, part.body]).toEqual([206, bytes.subarray(100, 200)])
    expect(part.response.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`)
    const last = await ask(name, { Range: 'bytes=-10' })
    expect(last.body).toEqual(bytes.subarray(-10))
    expect((await ask(name, { Range: 'bytes=0-9', 'If-Range': '"x"' })).body).toEqual(bytes)
    const beyond = await ask(name, { Range: `bytes=${bytes.length}-` })
    expect([beyond.response.status, beyond.response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ])

    await withdrawByForce(payload, article.id)
    expect((await ask(name, { 'If-None-Match': etag })).response.status).toBe(404)
  })

  it('have names that no other content will ever have', async () => {
    const [one, two] = [await upload(), await upload()]
    expect(one.filename).toMatch(/^halves-[0-9a-f]{10}\.webp$/)
    expect(namesOf(one).filter((name) => namesOf(two).includes(name))).toEqual([])
  })

  it('are new ones when another part of the picture is to be shown, and the old ones are gone', async () => {
    const image = await upload()
    const share = await bytesOf(image.sizes!.share!.filename!)
    const query = 'uploadEdits[focalPoint][x]=100&uploadEdits[focalPoint][y]=50'
    const { status } = await calls.writer('PATCH', `/media/${image.id}?${query}`, { caption: 'x' })
    expect(status).toBe(200)
    const changed = await payload.findByID({ collection: 'media', id: image.id })
    expect([changed.focalX, changed.caption]).toEqual([100, 'x'])
    expect(namesOf(changed)).toHaveLength(5)
    expect(await there(namesOf(changed))).toEqual(namesOf(changed))
    expect(await there(namesOf(image))).toEqual([])
    expect(await bytesOf(changed.sizes!.share!.filename!)).not.toEqual(share)
  })

  it('stay when only words are changed, and when a change fails', async () => {
    const image = await upload()
    const change = { collection: 'media', id: image.id } as const
    await payload.update({ ...change, data: { caption: 'New' } })
    const failing = inTransaction({ payload }, async (req) => {
      await payload.update({ ...change, data: {}, file: file(), req })
      throw new Error('A change of mind.')
    })
    await expect(failing).rejects.toThrow('A change of mind.')
    const kept = await payload.findByID(change)
    expect(namesOf(kept)).toEqual(namesOf(image))
    expect(await there(namesOf(kept))).toEqual(namesOf(kept))
  })

  it('go when their row was not written', async () => {
    let names: string[] = []
    const failing = inTransaction({ payload }, async (req) => {
      const made = await payload.create({
        collection: 'media',
        data: { alt: 'x' },
        file: file(),
        req,
      })
      names = namesOf(made)
      expect(await there(names)).toEqual(names)
      throw new Error('The row is not written.')
    })
    await expect(failing).rejects.toThrow('The row is not written.')
    expect(names).toHaveLength(5)
    expect(await there(names)).toEqual([])
  })

  it('go with their row, and not when it stays', async () => {
    const image = await upload()
    const where = { collection: 'media', id: image.id, ...as(users.admin) } as const
    const failing = inTransaction({ payload }, async (req) => {
      await payload.delete({ ...where, req })
      throw new Error('A change of mind.')
    })
    await expect(failing).rejects.toThrow('A change of mind.')
    expect(await there(namesOf(image))).toEqual(namesOf(image))
    await payload.delete(where)
    expect(await there(namesOf(image))).toEqual([])
  })

  it('that cannot be kept leave no row', async () => {
    const { totalDocs } = await payload.count({ collection: 'media' })
    use(missing)
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'x' }))
    form.set('file', new Blob([new Uint8Array(data)], { type: 'image/png' }), 'x.png')
    const answer = await calls.writer('POST', '/media', form)
    use({ DATA_DIR: '', ...found })
    expect([answer.status, answer.body.errors?.[0]?.message]).toEqual([
      503,
      expect.stringMatching(/could not be stored/),
    ])
    expect((await payload.count({ collection: 'media' })).totalDocs).toBe(totalDocs)
  })
})
