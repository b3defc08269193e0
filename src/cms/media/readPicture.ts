// Reads a file of a picture into its pixels, the right way up, with what its head says.
import sharp, { type Sharp } from 'sharp'
import { MAX_PIXELS, type PictureHead } from '@/domain/discovery/pictureLimits'

/** A part of a picture: from where, in percent from its upper left corner, and its size in pixels. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

export interface Area {
  left: number
  top: number
  width: number
  height: number
}

export const MAX_SECONDS = 30

/** WebP knows no more (RFC 9649, 2.6), and no page is easier to read for more. */
const MAX_HEIGHT = 16_383
const MAX_MAIN_PIXELS = 5_000_000

export const openPicture = (data: Buffer, isMoving = false): Sharp =>
  sharp(data, { limitInputPixels: MAX_PIXELS, animated: isMoving }).timeout({
    seconds: MAX_SECONDS,
  })

const BYTES: Record<string, number> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4, double: 8 }

export async function headOf(data: Buffer): Promise<PictureHead> {
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

export interface Pixels {
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
export async function readPixels(
  data: Buffer,
  crop: Crop | undefined,
  widest: number,
): Promise<Pixels> {
  const { autoOrient: whole } = await openPicture(data).metadata()
  const area = crop && areaOf(crop, whole.width, whole.height)
  const { width, height } = area ?? whole
  const upright = openPicture(data).autoOrient()
  const { data: pixels, info } = await (area ? upright.extract(area) : upright)
    .resize({ width: Math.max(1, fit(width, height, widest)) })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { channels } = info
  const readPixels = { data: pixels, width: info.width, height: info.height, channels }
  const hasAlpha = channels === 2 || channels === 4
  return { ...readPixels, isClear: hasAlpha && !(await from(readPixels).stats()).isOpaque }
}

export const areaOf = ({ x, y, ...size }: Crop, width: number, height: number): Area =>
  within({ left: (x / 100) * width, top: (y / 100) * height, ...size }, width, height)

export function within(crop: Area, width: number, height: number): Area {
  const left = Math.min(Math.max(Math.round(crop.left), 0), width - 1)
  const top = Math.min(Math.max(Math.round(crop.top), 0), height - 1)
  return {
    left,
    top,
    width: Math.min(Math.max(Math.round(crop.width), 1), width - left),
    height: Math.min(Math.max(Math.round(crop.height), 1), height - top),
  }
}

export const from = ({ data, width, height, channels }: Omit<Pixels, 'isClear'>): Sharp =>
  sharp(data, { raw: { width, height, channels } }).timeout({ seconds: MAX_SECONDS })

export const drawn = (pixels: Pixels): Sharp =>
  pixels.isClear ? from(pixels) : from(pixels).removeAlpha()
