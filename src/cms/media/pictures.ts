// From an uploaded picture to the files that readers get: it is read once, and every size shows what it shows.
import sharp, { type Sharp } from 'sharp'
import { formatIssue, MAX_PIXELS, pictureIssue, type PictureHead } from '@/domain/pictureLimits'

export interface PictureFile {
  data: Buffer
  width: number
  height: number
  mimeType: string
}

export type SizeName = 'small' | 'medium' | 'large' | 'share'

export interface Pictures {
  main: PictureFile
  /** Those that are smaller than the picture. */
  sizes: Partial<Record<SizeName, PictureFile>>
}

/** A part of a picture: from where, in percent from its upper left corner, and its size in pixels. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

interface Area {
  left: number
  top: number
  width: number
  height: number
}

export interface Edits {
  crop?: Crop
  /** What is to stay in sight, in percent from the upper left corner. Default: the middle. */
  focalPoint?: { x: number; y: number }
  /** The data is a main file that was made here: it stays as it is unless it is cropped. */
  isOwn?: boolean
}

/** A picture that is not taken; the message is for whoever uploads it. */
export class PictureRefused extends Error {}

// One picture at a time with one thread: whatever a file does to a decoder, the other processors answer readers.
sharp.concurrency(1)
sharp.cache(false)

const MAX_SECONDS = 30

/** Wider than any page shows a picture, on any screen. */
const MAX_WIDTH = 2048
/** WebP knows no more (RFC 9649, 2.6), and no page is easier to read for more. */
const MAX_HEIGHT = 16_383
const MAX_MAIN_PIXELS = 5_000_000
const MAX_MOVING_WIDTH = 960

const WIDTHS = { small: 480, medium: 960, large: 1600 } as const

/** The form of a large card (ogp.me has none; Facebook, LinkedIn and X cut to 1.91 : 1), and from which width it is one. */
const SIZE_OF_CARD = { width: 1200, height: 630 }
const LEAST_WIDTH_OF_CARD = 600

/** The first is as good as the eye asks for; the others are for what has lost more already, and would only grow. */
const QUALITIES = [80, 60, 40, 20, 5] as const
const SHARE_QUALITIES = [82, 70, 55] as const

let line: Promise<unknown> = Promise.resolve()

/** @throws PictureRefused for what is no picture, is too much work or took too long */
export function makePictures(data: Buffer, edits: Edits = {}): Promise<Pictures> {
  const made = line.then(() => make(data, edits))
  line = made.catch(() => undefined)
  return made
}

async function make(data: Buffer, edits: Edits): Promise<Pictures> {
  try {
    const format = formatIssue(data.toString('latin1', 0, 16))
    if (format) throw new PictureRefused(format)
    const head = await headOf(data)
    const issue = pictureIssue(head)
    if (issue) throw new PictureRefused(issue)
    const pixels = await read(data, edits.crop, MAX_WIDTH)
    const { main, isExact } = await makeMain(data, head, pixels, edits)
    const sizes = head.frames > 1 ? {} : await makeSizes(pixels, main, isExact)
    const share = await makeShare(pixels, edits.focalPoint, isExact, data.length)
    return { main, sizes: { ...sizes, share } }
  } catch (error) {
    if (error instanceof PictureRefused) throw error
    throw new PictureRefused(reasonOf(error))
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && /timeout/.test(error.message)
    ? `An image is made ready in at most ${MAX_SECONDS} seconds; this one took longer. Make it smaller and upload it again.`
    : `This file cannot be read as an image (${error instanceof Error ? error.message.split('\n')[0] : 'unknown error'}). Save it anew in another program and upload that.`

const open = (data: Buffer, isMoving = false): Sharp =>
  sharp(data, { limitInputPixels: MAX_PIXELS, animated: isMoving }).timeout({
    seconds: MAX_SECONDS,
  })

const BYTES: Record<string, number> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4, double: 8 }

async function headOf(data: Buffer): Promise<PictureHead> {
  const head = await sharp(data, { limitInputPixels: false }).metadata()
  return {
    format: head.format,
    width: head.width,
    height: head.height,
    frames: head.pages ?? 1,
    channels: head.channels,
    bytesPerSample: BYTES[head.depth] ?? 1,
    scans: head.format === 'jpeg' ? scansOf(data) : 1,
    profileBytes: head.icc?.length ?? 0,
  }
}

const START_OF_SCAN = Buffer.of(0xff, 0xda)

/** Within a scan 0xFF is followed by 0 (ITU-T T.81, B.1.1.5), so that none looks like the start of another. */
function scansOf(jpeg: Buffer): number {
  let scans = 0
  for (let at = jpeg.indexOf(START_OF_SCAN); at >= 0; at = jpeg.indexOf(START_OF_SCAN, at + 2))
    scans++
  return scans
}

interface Pixels {
  data: Buffer
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
  /** Whether something behind it can be seen. */
  isClear: boolean
}

const fit = (width: number, height: number, widest: number): number =>
  Math.round(
    width *
      Math.min(
        1,
        widest / width,
        MAX_HEIGHT / height,
        Math.sqrt(MAX_MAIN_PIXELS / (width * height)),
      ),
  )

/** The right way up, in the colours of screens (sRGB), eight bits each; of one that moves the first frame. */
async function read(data: Buffer, crop: Crop | undefined, widest: number): Promise<Pixels> {
  const { autoOrient: whole } = await open(data).metadata()
  const area = crop && areaOf(crop, whole.width, whole.height)
  const { width, height } = area ?? whole
  const upright = open(data).autoOrient()
  const { data: pixels, info } = await (area ? upright.extract(area) : upright)
    .resize({ width: Math.max(1, fit(width, height, widest)) })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { channels } = info
  const read = { data: pixels, width: info.width, height: info.height, channels }
  const hasAlpha = channels === 2 || channels === 4
  return { ...read, isClear: hasAlpha && !(await from(read).stats()).isOpaque }
}

const areaOf = ({ x, y, ...size }: Crop, width: number, height: number): Area =>
  within({ left: (x / 100) * width, top: (y / 100) * height, ...size }, width, height)

function within(crop: Area, width: number, height: number): Area {
  const left = Math.min(Math.max(Math.round(crop.left), 0), width - 1)
  const top = Math.min(Math.max(Math.round(crop.top), 0), height - 1)
  return {
    left,
    top,
    width: Math.min(Math.max(Math.round(crop.width), 1), width - left),
    height: Math.min(Math.max(Math.round(crop.height), 1), height - top),
  }
}

const from = ({ data, width, height, channels }: Omit<Pixels, 'isClear'>): Sharp =>
  sharp(data, { raw: { width, height, channels } }).timeout({ seconds: MAX_SECONDS })

const drawn = (pixels: Pixels): Sharp =>
  pixels.isClear ? from(pixels) : from(pixels).removeAlpha()

async function written(picture: Sharp, mimeType: string): Promise<PictureFile> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.pageHeight ?? info.height, mimeType }
}

const smallest = (files: PictureFile[]): PictureFile =>
  files.reduce((least, file) => (file.data.length < least.data.length ? file : least))

/** The first that has no more bytes than allowed; else the smallest. */
async function small(
  most: number,
  makers: readonly (() => Promise<PictureFile>)[],
): Promise<PictureFile> {
  const made: PictureFile[] = []
  for (const makeOne of makers) {
    const file = await makeOne()
    if (file.data.length <= most) return file
    made.push(file)
  }
  return smallest(made)
}

const lossless = (picture: Sharp): Promise<PictureFile> =>
  written(picture.webp({ lossless: true, effort: 3 }), 'image/webp')

const lossy = (picture: () => Sharp, most: number): Promise<PictureFile> =>
  small(
    most,
    QUALITIES.map(
      (quality) => () => written(picture().webp({ quality, smartSubsample: true }), 'image/webp'),
    ),
  )

/** From this many bytes for a pixel on, a PNG is a photograph; of a drawing each pixel is kept where that is not larger. */
const PHOTOGRAPH = 1

async function makeMain(
  data: Buffer,
  { format, frames, width, height }: PictureHead,
  pixels: Pixels,
  { crop, isOwn }: Edits,
): Promise<{ main: PictureFile; isExact: boolean }> {
  if (isOwn && !crop) {
    const main = { data, width: pixels.width, height: pixels.height, mimeType: 'image/webp' }
    return { main, isExact: isExactWebp(data) }
  }
  if (frames > 1) {
    const moving = () => {
      const area = crop && areaOf(crop, width, height)
      const picture = area ? open(data, true).extract(area) : open(data, true)
      return picture.resize({ width: Math.min(area?.width ?? width, MAX_MOVING_WIDTH) })
    }
    return { main: await lossy(moving, data.length), isExact: false }
  }
  const main = await lossy(() => drawn(pixels), data.length)
  const mayBeExact =
    isExactWebp(data) || (format === 'png' && data.length < width * height * PHOTOGRAPH)
  const exact = mayBeExact ? await lossless(drawn(pixels)) : undefined
  return exact && exact.data.length <= main.data.length
    ? { main: exact, isExact: true }
    : { main, isExact: false }
}

/** By the name of its chunk (RFC 9649, 2.5 and 2.6). */
const isExactWebp = (data: Buffer): boolean =>
  /^RIFF[^]{4}WEBP(VP8L|VP8X[^]*VP8L)/.test(data.toString('latin1', 0, 4096))

/** A size that is no smaller than the picture, in pixels or in bytes, is of no use. */
async function makeSizes(
  pixels: Pixels,
  main: PictureFile,
  isExact: boolean,
): Promise<Pictures['sizes']> {
  const sizes: Pictures['sizes'] = {}
  for (const name of ['small', 'medium', 'large'] as const) {
    const width = WIDTHS[name]
    if (width >= main.width) continue
    const picture = () => drawn(pixels).resize({ width })
    const file = await (isExact ? lossless(picture()) : lossy(picture, main.data.length))
    if (file.data.length < main.data.length) sizes[name] = file
  }
  return sizes
}

/** Part of a picture as wide as a card, round what is to stay in sight; all of one that is too small for that. */
function shareArea({ width, height }: Pixels, focal: { x: number; y: number }): Area | undefined {
  const wide = Math.min(width, Math.floor((height * SIZE_OF_CARD.width) / SIZE_OF_CARD.height))
  if (wide < LEAST_WIDTH_OF_CARD) return undefined
  const high = Math.min(height, Math.round((wide * SIZE_OF_CARD.height) / SIZE_OF_CARD.width))
  return within(
    {
      left: Math.min(Math.max((focal.x / 100) * width - wide / 2, 0), width - wide),
      top: Math.min(Math.max((focal.y / 100) * height - high / 2, 0), height - high),
      width: wide,
      height: high,
    },
    width,
    height,
  )
}

const PAPER = { light: '#ffffff', dark: '#1b1f1e' }

/** How light what can be seen of it is, from 0 to 255. */
async function lightness(pixels: Pixels): Promise<number> {
  const { data } = await from(pixels)
    .resize({ width: 32, height: 32, fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let light = 0
  let seen = 0
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    light +=
      alpha *
      (0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0))
    seen += alpha
  }
  return seen === 0 ? 0 : light / seen
}

/**
 * JPEG or PNG, as not all who show cards take WebP. JPEG knows nothing clear, and black is what programs put in its place:
 * here it is paper, or a dark ground for a picture that is nearly white.
 */
async function makeShare(
  pixels: Pixels,
  focal = { x: 50, y: 50 },
  isExact: boolean,
  most: number,
): Promise<PictureFile> {
  const area = shareArea(pixels, focal)
  const background = pixels.isClear && (await lightness(pixels)) > 200 ? PAPER.dark : PAPER.light
  const flat = await from(pixels)
    .flatten({ background })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const opaque = (): Sharp => {
    const { width, height, channels } = flat.info
    const picture = from({ data: flat.data, width, height, channels })
    if (!area) return picture.resize({ ...SIZE_OF_CARD, fit: 'inside', withoutEnlargement: true })
    const wide = Math.min(area.width, SIZE_OF_CARD.width)
    const high = Math.min(
      area.height,
      Math.round((wide * SIZE_OF_CARD.height) / SIZE_OF_CARD.width),
    )
    return picture.extract(area).resize({ width: wide, height: high, fit: 'fill' })
  }
  const jpeg = await small(
    most,
    SHARE_QUALITIES.map((quality) => () => written(opaque().jpeg({ quality }), 'image/jpeg')),
  )
  return isExact ? smallest([await written(opaque().png(), 'image/png'), jpeg]) : jpeg
}
