// Images from strangers to the house: too large, too many pixels, with a place in them, with something behind them, with a name that leads elsewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { safeName } from '@/cms/media/files'
import { settings } from '@/env'
import type { Media } from '@/payload-types'
import { isRefused, openRestClients } from '../../setup/restClients'
import { send } from '../../setup/http'
import { pictureFile } from '../../setup/rows'

const { calls, payload, users } = await openRestClients()
const FOLDER = path.join(settings().dataDir, 'media')

async function upload(data: Buffer, name = 'picture.png', type = 'image/png', more: object = {}) {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'A picture', ...more }))
  form.set('file', new Blob([new Uint8Array(data)], { type }), name)
  return calls.writer('POST', '/media', form)
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a5c57' } })

const stored = (doc: unknown): { name: string; bytes: Buffer }[] => {
  const { filename, sizes } = doc as Media
  const names = [filename, ...Object.values(sizes ?? {}).map((size) => size?.filename)]
  return names
    .filter((name): name is string => Boolean(name))
    .map((name) => ({ name, bytes: readFileSync(path.join(FOLDER, name)) }))
}

describe('a file', () => {
  it('of more than 10 MB is refused, and says so', async () => {
    const noise = Buffer.alloc(10 * 2 ** 20 + 1, 1)
    const answer = await upload(noise)
    expect(answer.status).toBe(413)
    expect(answer.body.errors![0]!.message).toMatch(/at most 10 MB/)
    const png = await plain(20, 20).png().toBuffer()
    const padded = Buffer.concat([png, Buffer.alloc(9 * 2 ** 20)])
    expect((await upload(padded)).status).toBe(201)
    const local = payload.create({
      collection: 'media',
      data: { alt: 'x' },
      file: { data: noise, mimetype: 'image/png', name: 'x.png', size: noise.length },
    })
    await expect(local).rejects.toThrow(/at most 10 MB/)
  })

  it('in a request that is larger still is not even read', async () => {
    const response = await send('POST', '/media', {
      body: 'x',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    })
    expect(response.status).toBeLessThan(500)
    const large = await upload(Buffer.alloc(12 * 2 ** 20))
    expect([large.status, large.body.errors]).toEqual([
      413,
      [{ message: expect.stringMatching(/at most 11 MB/) }],
    ])
  })

  it('with more pixels than any screen has is refused before it fills the memory', async () => {
    // A small picture whose head says how large it will be.
    const bomb = await plain(20, 20).png().toBuffer()
    const claim = (width: number) => {
      bomb.writeUInt32BE(width, 16)
      bomb.writeUInt32BE(8000, 20)
      bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
      return upload(bomb)
    }
    const answer = await claim(8000)
    expect([answer.status, answer.body.errors![0]!.message]).toEqual([
      400,
      expect.stringMatching(/50 million pixels/),
    ])
    expect(JSON.stringify((await claim(6000)).body)).not.toMatch(/million pixels/)
  })

  it('is made ready, or refused, before a transaction begins', async () => {
    const begin = vi.spyOn(payload.db, 'beginTransaction')
    try {
      expect((await upload(Buffer.from('<svg/>'))).status).toBe(400)
      expect(begin).not.toHaveBeenCalled()
      const { body, status } = await upload(await plain(20, 20).png().toBuffer())
      expect(status).toBe(201)
      expect(begin).toHaveBeenCalled()
      begin.mockClear()
      const form = new FormData()
      form.set('_payload', JSON.stringify({ alt: 'Another' }))
      form.set('file', new Blob(['GIF89a'], { type: 'image/gif' }), 'x.gif')
      const { id } = body.doc as { id: number }
      expect((await calls.writer('PATCH', `/media/${id}`, form)).status).toBe(400)
      expect(begin).not.toHaveBeenCalled()
    } finally {
      begin.mockRestore()
    }
  })

  it('tells nobody where and with what it was taken', async () => {
    const data = await plain(600, 400)
      .withExif({
        IFD0: { Make: 'SecretCamera', Artist: 'SecretArtist' },
        IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer()
    expect(data.includes('SecretCamera')).toBe(true)
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const file = await sharp(data).keepExif().toFormat(format).toBuffer()
      const { body, status } = await upload(file, `taken.${format}`, `image/${format}`)
      expect(status, format).toBe(201)
      const files = stored(body.doc)
      expect(files.length).toBeGreaterThan(1)
      for (const { bytes, name } of files) {
        expect((await sharp(bytes).metadata()).exif, name).toBeUndefined()
        expect(bytes.includes('Secret'), name).toBe(false)
      }
    }
  })

  it('is kept under a name of its own making', () => {
    expect(safeName('a\0b.PNG')).toBe('a-b.png')
    expect(safeName('../Ünder the Sea.jpeg')).toBe('under-the-sea.jpeg')
    expect(safeName('con.png')).toBe('image-con.png')
    expect(safeName('')).toBe('image')
    expect(safeName('x'.repeat(300))).toHaveLength(80)
  })

  it('keeps nothing that hides behind the picture', async () => {
    const png = await plain(600, 400).png().toBuffer()
    const script = Buffer.from('<script>alert("hidden")</script><?php system("id") ?>')
    const { body, status } = await upload(Buffer.concat([png, script]))
    expect(status).toBe(201)
    for (const { bytes } of stored(body.doc)) expect(bytes.includes('hidden')).toBe(false)
  })

  it.each([
    ['../../secrets.png'],
    ['..\\..\\secrets.png'],
    ['/etc/secrets.png'],
    ['C:\\secrets.png'],
    ['\u202egnp.exe.png'],
    ['naïve 圖 <script>"\'.png'],
    ['.htaccess'],
    [`${'x'.repeat(300)}.png`],
    ['con.png'],
    ['picture.php.png'],
    ['picture.html'],
  ])('named %j is kept under a name that leads nowhere else, or refused', async (name) => {
    const before = readdirSync(FOLDER).length
    const { data } = await pictureFile()
    const answer = await upload(data, name)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
    if (answer.status !== 201) {
      expect(readdirSync(FOLDER)).toHaveLength(before)
      return
    }
    const { filename } = answer.body.doc as unknown as Media
    expect(filename).toMatch(/^[a-z0-9][a-z0-9.-]*\.webp$/)
    expect(path.dirname(path.resolve(FOLDER, filename!))).toBe(FOLDER)
    expect(existsSync(path.join(FOLDER, filename!))).toBe(true)
  })
})

describe('a request', () => {
  it('cannot make the server fetch a picture from somewhere', async () => {
    const inside = 'http://127.0.0.1:1/picture.png'
    const pasted = await calls.writer('GET', `/media/paste-url?src=${encodeURIComponent(inside)}`)
    expect(pasted.status).toBe(400)
    const named = await calls.writer('POST', '/media', {
      alt: 'x',
      filename: 'picture.png',
      url: inside,
      mimeType: 'image/png',
    })
    expect(named.status).toBe(400)
    const { body } = await upload(await plain(20, 20).png().toBuffer())
    const moved = await calls.writer('PATCH', `/media/${body.doc!.id}`, {
      url: inside,
      filename: 'other.png',
      thumbnailURL: inside,
      focalX: 1,
      focalY: 1,
    })
    expect(JSON.stringify(moved.body)).not.toContain('127.0.0.1')
  })

  it('cannot point one image at the file of another', async () => {
    const made = async () =>
      (await upload(await plain(20, 20).png().toBuffer())).body.doc as unknown as Media
    const [mine, theirs] = [await made(), await made()]
    const change = { filename: theirs.filename, sizes: { small: { filename: theirs.filename } } }
    await calls.writer('PATCH', `/media/${mine.id}`, change)
    expect(await payload.findByID({ collection: 'media', id: mine.id })).toMatchObject({
      filename: mine.filename,
      sizes: { small: { filename: mine.sizes?.small?.filename } },
    })
  })

  it('gets the file of a draft only with an account', async () => {
    const { body } = await upload(await plain(20, 20).png().toBuffer())
    const { filename } = body.doc as unknown as Media
    const at = `/media/file/${filename}`
    expect((await send('GET', at)).status).toBe(403)
    expect((await send('GET', '/media/file/never-was.webp')).status).toBe(403)
    const { token } = await payload.login({
      collection: 'users',
      data: { email: users.writer.email, password: 'twelve-letters' },
    })
    const headers = { Authorization: `JWT ${token}` }
    expect((await send('GET', at, { headers })).status).toBe(200)
    for (const name of ['..%2f..%2fsecrets.json', '%2fetc%2fpasswd', 'a%00b'])
      expect((await send('GET', `/media/file/${name}`, { headers })).status).toBeGreaterThanOrEqual(
        400,
      )
  })

  it.each([
    [
      'a script in SVG',
      'x.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
    ],
    ['SVG that says it is PNG', 'x.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', 'x.html', 'text/html', '<script>alert(1)</script>'],
    ['a page that says it is a picture', 'x.webp', 'image/webp', '<script>alert(1)</script>'],
    ['half a picture', 'x.png', 'image/png', '\x89PNG\r\n\x1a\n'],
    ['nothing', 'x.png', 'image/png', ''],
  ])('does not bring in %s', async (_what, name, type, data) => {
    const answer = await upload(Buffer.from(data, 'latin1'), name, type)
    expect(isRefused(answer)).toBe(true)
    expect(answer.status, JSON.stringify(answer.body)).toBe(400)
  })
})
