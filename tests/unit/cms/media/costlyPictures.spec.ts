// Small files that would cost much: each is read within its limits or refused with a reason.
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { makePictures } from '@/cms/media/pictures'

// Pictures are made one after the other.
vi.setConfig({ testTimeout: 120_000 })

/** As an uneven surface, which does not become a few bytes. */
const photo = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#777',
      noise: { type: 'gaussian', mean: 120, sigma: 12 },
    },
  })

/** A PNG of one colour: 1 bit, 8 bits or 16 bits a sample, in grey or with colours and clearness. */
function plainPng(width: number, height: number, depth = 1, colourType = 0): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([depth, colourType, 0, 0, 0], 8)
  const row = 1 + Math.ceil((width * depth * (colourType === 6 ? 4 : 1)) / 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(row * height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a file of few bytes', () => {
  it('that holds 49 million pixels is read once, and made small', async () => {
    const data = plainPng(7000, 7000)
    expect(data.length).toBeLessThan(10_000)
    const { main } = await makePictures(data)
    expect(main.width * main.height).toBeLessThanOrEqual(5_000_000)
  })

  it.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['more pixels', () => plainPng(8000, 7000), /at most 50 million pixels; this one has 56/],
    [
      'more memory',
      () => plainPng(6000, 6000, 16, 6),
      /at most 200 MB in memory; this one has 274/,
    ],
    [
      'a longer side',
      () => plainPng(40_000, 10),
      /at most 32,767 pixels on its longer side; this one has 40,000/,
    ],
    [
      'frames without end',
      () =>
        sharp(
          Array.from({ length: 301 }, (_, index) => ({
            create: {
              width: 8,
              height: 8,
              channels: 3,
              background: { r: index % 256, g: index > 255 ? 9 : 0, b: 0 },
            },
          })) as never,
          { join: { animated: true } },
        )
          .webp({ lossless: true, effort: 0 })
          .toBuffer(),
      /at most 300 frames; this one has 301/,
    ],
    [
      'scans without end',
      async () => {
        const jpeg = await photo(64, 64).jpeg().toBuffer()
        return Buffer.concat([jpeg, Buffer.alloc(200, Buffer.of(0xff, 0xda))])
      },
      /at most 64 scans as a progressive JPEG; this one has 101/,
    ],
  ])('with %s is refused with the limit', async (_what, make, message) => {
    await expect(makePictures(await make())).rejects.toThrow(message)
  })

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['GIF', 'GIF89a'],
    ['a page', '<!doctype html>'],
  ])('that is %s is refused, and is not opened', async (_what, text) => {
    await expect(makePictures(Buffer.from(text))).rejects.toThrow(/JPEG, PNG, WebP, AVIF/)
  })

  it('that ends in the middle is refused, and the next one is read', async () => {
    const png = await photo(300, 300).png().toBuffer()
    await expect(makePictures(png.subarray(0, 9000))).rejects.toThrow(/cannot be read as an image/)
    expect((await makePictures(png)).main.width).toBe(300)
  })
})
