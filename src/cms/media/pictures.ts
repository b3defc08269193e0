// Makes the files that readers get of an uploaded picture: it is read once, and every size shows what it shows.
import sharp from 'sharp'
import { formatIssue, pictureIssue, type PictureHead } from '@/domain/discovery/pictureLimits'
import {
  areaOf,
  drawn,
  headOf,
  MAX_SECONDS,
  openPicture,
  readPixels,
  type Crop,
  type Pixels,
} from './readPicture'
import { makeShare } from './shareCopy'
import { lossless, lossy, type PictureFile } from './writePicture'

export type SizeName = 'small' | 'medium' | 'large' | 'share'

export interface Pictures {
  main: PictureFile
  /** Those that are smaller than the picture. */
  sizes: Partial<Record<SizeName, PictureFile>>
}

export interface Edits {
  crop?: Crop
  /** What is to stay in sight, in percent from the upper left corner. Default: the middle. */
  focalPoint?: { x: number; y: number }
  /** The data is a main file that was made here: it stays as it is unless it is cropped. */
  isOwn?: boolean
}

/** A picture that is not taken; the message is for the editor who uploads it. */
export class PictureRefused extends Error {}

// One picture at a time with one thread: whatever a file does to a decoder, the other processors answer readers.
sharp.concurrency(1)
sharp.cache(false)

/** Wider than any page shows a picture, on any screen. */
const MAX_WIDTH = 2048
const MAX_MOVING_WIDTH = 960

const WIDTHS = { small: 480, medium: 960, large: 1600 } as const

let line: Promise<unknown> = Promise.resolve()

/** @throws PictureRefused for what is no picture, is too much work or took too long */
export function makePictures(data: Buffer, edits: Edits = {}): Promise<Pictures> {
  const made = line.then(() => makeAll(data, edits))
  line = made.catch(() => undefined)
  return made
}

async function makeAll(data: Buffer, edits: Edits): Promise<Pictures> {
  try {
    const format = formatIssue(data.toString('latin1', 0, 16))
    if (format) throw new PictureRefused(format)
    const head = await headOf(data)
    const issue = pictureIssue(head)
    if (issue) throw new PictureRefused(issue)
    const pixels = await readPixels(data, edits.crop, MAX_WIDTH)
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
      const picture = area ? openPicture(data, true).extract(area) : openPicture(data, true)
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
