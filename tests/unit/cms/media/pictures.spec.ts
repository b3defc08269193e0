// The files that are made of a picture: each shows what the picture shows, none is larger, and no file is too much work.
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { makePictures, type Pictures } from '@/cms/media/pictures'
import type { PictureFile } from '@/cms/media/writePicture'

// Pictures are made one after the other.
vi.setConfig({ testTimeout: 120_000 })

const filesOf = ({ main, sizes }: Pictures): PictureFile[] => [main, ...Object.values(sizes)]

/** A colour in the middle of a quarter of a file: 0 is left, 1 right; 0 above, 1 below. */
async function colourAt({ data }: PictureFile, across: 0 | 1, down: 0 | 1): Promise<number[]> {
  const picture = sharp(data)
  const { width, height } = await picture.metadata()
  const left = Math.floor(width * (across + 0.5) * 0.5)
  const top = Math.floor(height * (down + 0.5) * 0.5)
  const point = { left, top, width: 1, height: 1 }
  return [...(await picture.extract(point).toColourspace('srgb').ensureAlpha().raw().toBuffer())]
}

const isNear = (one: number[], other: number[], far = 12): boolean =>
  one.every((value, index) => Math.abs(value - (other[index] ?? 0)) <= far)

const RED = [200, 30, 40, 255]
const GREEN = [30, 140, 60, 255]
const BLUE = [40, 60, 190, 255]
const CLEAR = [0, 0, 0, 0]

type Rgba = number[]

/** Four quarters of one colour each: above left, above right, below left, below right. */
function quarters(width: number, height: number, colours: [Rgba, Rgba, Rgba, Rgba]): Sharp {
  const row = (left: Rgba, right: Rgba) =>
    Buffer.concat([
      Buffer.alloc(Math.ceil(width / 2) * 4, Buffer.from(left)),
      Buffer.alloc(Math.floor(width / 2) * 4, Buffer.from(right)),
    ])
  const [above, below] = [row(colours[0], colours[1]), row(colours[2], colours[3])]
  const half = Math.ceil(height / 2)
  const data = Buffer.concat([
    Buffer.alloc(half * above.length, above),
    Buffer.alloc((height - half) * below.length, below),
  ])
  return sharp(data, { raw: { width, height, channels: 4 } })
}

const drawing = (width = 1000, height = 600) => quarters(width, height, [RED, GREEN, BLUE, CLEAR])
const opaque = (width = 1000, height = 600) =>
  quarters(width, height, [RED, GREEN, BLUE, RED]).removeAlpha()

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

describe('what is clear', () => {
  it.each(['png', 'webp', 'avif'] as const)('in %s is clear in every size', async (format) => {
    const pictures = await makePictures(await drawing().toFormat(format).toBuffer())
    const { share, ...sizes } = pictures.sizes
    for (const file of [pictures.main, ...Object.values(sizes)]) {
      expect((await colourAt(file, 1, 1))[3]).toBe(0)
      expect(isNear(await colourAt(file, 0, 0), RED)).toBe(true)
    }
    expect(await colourAt(share!, 1, 1)).toEqual([255, 255, 255, 255])
  })

  it('stands before a dark ground when what is seen is white', async () => {
    const WHITE = [255, 255, 255, 255]
    const logo = quarters(800, 600, [WHITE, CLEAR, CLEAR, WHITE])
    const { share } = (await makePictures(await logo.png().toBuffer())).sizes
    expect((await colourAt(share!, 0, 0)).slice(0, 3).every((value) => value > 240)).toBe(true)
    expect((await colourAt(share!, 1, 0)).slice(0, 3).every((value) => value < 60)).toBe(true)
  })

  it('in grey is clear as well', async () => {
    const grey = Buffer.alloc(600 * 400 * 2)
    for (let at = 0; at < grey.length; at += 2) grey.set([90, at < grey.length / 2 ? 255 : 0], at)
    const png = await sharp(grey, { raw: { width: 600, height: 400, channels: 2 } })
      .toColourspace('b-w')
      .png()
      .toBuffer()
    expect((await sharp(png).metadata()).channels).toBe(2)
    const { main } = await makePictures(png)
    expect(isNear(await colourAt(main, 0, 0), [90, 90, 90, 255])).toBe(true)
    expect((await colourAt(main, 0, 1))[3]).toBe(0)
  })
})

describe('colours', () => {
  it.each<[string, () => Sharp, far?: number]>([
    ['of 16 bits', () => opaque().toColourspace('rgb16').png()],
    ['for print (CMYK)', () => opaque().withIccProfile('cmyk').jpeg({ quality: 95 }), 70],
    ['in Display P3', () => opaque().withIccProfile('p3').png()],
    ['of a palette', () => opaque().png({ palette: true })],
    ['of a progressive JPEG', () => opaque().jpeg({ progressive: true })],
  ])('%s are the same in every size', async (_what, picture, far) => {
    for (const file of filesOf(await makePictures(await picture().toBuffer()))) {
      expect(isNear(await colourAt(file, 0, 0), RED, far), `${await colourAt(file, 0, 0)}`).toBe(
        true,
      )
      expect(isNear(await colourAt(file, 0, 1), BLUE, far), `${await colourAt(file, 0, 1)}`).toBe(
        true,
      )
      const { space, icc, depth } = await sharp(file.data).metadata()
      expect([space, icc, depth]).toEqual(['srgb', undefined, 'uchar'])
    }
  })
})

describe('the right way up', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is every size of orientation %i', async (orientation) => {
    // Red and green above, blue and green below, as it is meant to be seen.
    const seen = await quarters(800, 450, [RED, GREEN, BLUE, GREEN]).removeAlpha().png().toBuffer()
    const turned: Record<number, Sharp> = {
      1: sharp(seen),
      2: sharp(seen).flop(),
      3: sharp(seen).rotate(180),
      4: sharp(seen).flip(),
      5: sharp(await sharp(seen).rotate(270).toBuffer()).flip(),
      6: sharp(seen).rotate(270),
      7: sharp(await sharp(seen).rotate(90).toBuffer()).flip(),
      8: sharp(seen).rotate(90),
    }
    const jpeg = await turned[orientation]!.withMetadata({ orientation }).jpeg().toBuffer()
    for (const file of filesOf(await makePictures(jpeg))) {
      expect(file.width).toBeGreaterThan(file.height)
      expect(isNear(await colourAt(file, 0, 0), RED)).toBe(true)
      expect(isNear(await colourAt(file, 0, 1), BLUE)).toBe(true)
      expect((await sharp(file.data).metadata()).orientation).toBeUndefined()
    }
  })
})

describe('a size', () => {
  it.each<[string, number, Sharp]>([
    ['a photograph', 1000, photo(1000, 700).jpeg({ quality: 60 })],
    ['a photograph saved with few bytes', 1000, photo(1000, 700).jpeg({ quality: 12 })],
    ['a drawing', 1000, drawing(1000, 700).png({ palette: true, compressionLevel: 9 })],
    ['a small drawing', 64, drawing(64, 64).png({ palette: true })],
    ['an AVIF', 1000, photo(1000, 700).avif({ quality: 50, effort: 2 })],
    ['a tall drawing', 500, drawing(500, 4000).png()],
  ])('of %s is never larger than it', async (_what, width, picture) => {
    const data = await picture.toBuffer()
    const pictures = await makePictures(data)
    const { main } = pictures
    expect(main.width).toBe(width)
    for (const file of filesOf(pictures)) {
      expect(file.width).toBeLessThanOrEqual(main.width)
      expect(file.height).toBeLessThanOrEqual(main.height)
      const { width: wide, height: high } = await sharp(file.data).metadata()
      expect([wide, high]).toEqual([file.width, file.height])
    }
    const { share: _share, ...sizes } = pictures.sizes
    expect(main.data.length).toBeLessThanOrEqual(data.length)
    for (const { data: bytes } of Object.values(sizes))
      expect(bytes.length).toBeLessThan(main.data.length)
  })

  it('to share is a wide part of a large picture and the whole of a small one', async () => {
    const share = async (width: number, height: number) =>
      (await makePictures(await opaque(width, height).png().toBuffer())).sizes.share!
    expect(await share(1300, 900)).toMatchObject({ width: 1200, height: 630 })
    expect(await share(800, 800)).toMatchObject({ width: 800, height: 420 })
    expect(await share(64, 64)).toMatchObject({ width: 64, height: 64 })
    expect(await share(300, 900)).toMatchObject({ width: 210, height: 630 })
  })

  it('to share is JPEG or PNG, and shows the part round the focal point', async () => {
    const jpeg = await quarters(1300, 1300, [RED, RED, BLUE, BLUE]).removeAlpha().jpeg().toBuffer()
    const share = async (y: number) =>
      (await makePictures(jpeg, { focalPoint: { x: 50, y } })).sizes.share!
    expect(isNear(await colourAt(await share(10), 0, 1), RED)).toBe(true)
    expect(isNear(await colourAt(await share(90), 0, 0), BLUE)).toBe(true)
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const { sizes } = await makePictures(await opaque(900, 600).toFormat(format).toBuffer())
      expect(['image/jpeg', 'image/png']).toContain(sizes.share!.mimeType)
      expect(`image/${(await sharp(sizes.share!.data).metadata()).format}`).toBe(
        sizes.share!.mimeType,
      )
    }
  })

  it('shows the part that was cut out', async () => {
    const png = await opaque(1000, 800).png().toBuffer()
    const { main, sizes } = await makePictures(png, {
      crop: { x: 0, y: 50, width: 500, height: 400 },
    })
    expect(main).toMatchObject({ width: 500, height: 400 })
    expect(isNear(await colourAt(main, 1, 0), BLUE)).toBe(true)
    expect(isNear(await colourAt(sizes.share!, 0, 0), BLUE)).toBe(true)
  })

  it('of a picture made here leaves that as it is', async () => {
    const { main } = await makePictures(await photo(900, 600).jpeg().toBuffer())
    const again = await makePictures(main.data, { isOwn: true, focalPoint: { x: 0, y: 0 } })
    expect(again.main.data).toBe(main.data)
  })
})

it('a picture that moves goes on moving, and is shared as its first frame', async () => {
  const frames = await Promise.all(
    [RED, BLUE].map((colour) =>
      quarters(300, 200, [colour, colour, colour, colour]).png().toBuffer(),
    ),
  )
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ delay: [200, 300] })
    .toBuffer()
  const { main, sizes } = await makePictures(moving)
  expect(main).toMatchObject({ width: 300, height: 200 })
  expect(await sharp(main.data).metadata()).toMatchObject({ pages: 2, delay: [200, 300] })
  expect(Object.keys(sizes)).toEqual(['share'])
  expect(isNear(await colourAt(sizes.share!, 0, 0), RED)).toBe(true)
})
