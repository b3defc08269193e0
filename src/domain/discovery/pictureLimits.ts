// Limits the work that a picture may cause, judged by the head of its file, before anything of it is decoded.

/** What the head of a file says of the picture in it. */
export interface PictureHead {
  /** As sharp names it, such as `png`; AVIF is `heif`. */
  format: string
  /** In pixels, of one frame. */
  width: number
  height: number
  /** Of a picture that moves; else 1. */
  frames: number
  channels: number
  bytesPerSample: number
  /** How often a progressive JPEG goes over the whole picture. */
  scans: number
  /** Of its colour profile. */
  profileBytes: number
}

const MB = 2 ** 20
const MILLION = 1e6

/** Nearly as many as the largest cameras make. */
export const MAX_PIXELS = 50 * MILLION

const pixels = ({ width, height }: PictureHead): number => width * height

interface Limit {
  most: number
  of: string
  count: (head: PictureHead) => number
}

/** What costs seconds and memory however small the file is: a few kB may say that they are a wall of one colour. */
const LIMITS: readonly Limit[] = [
  { most: MAX_PIXELS / MILLION, of: 'million pixels', count: (head) => pixels(head) / MILLION },
  {
    most: 25,
    of: 'million pixels as AVIF',
    count: (head) => (head.format === 'heif' ? pixels(head) / MILLION : 0),
  },
  {
    most: 25,
    of: 'million pixels in all frames together',
    count: (head) => (head.frames > 1 ? (pixels(head) * head.frames) / MILLION : 0),
  },
  { most: 300, of: 'frames', count: ({ frames }) => frames },
  {
    most: 32_767,
    of: 'pixels on its longer side',
    count: ({ width, height }) => Math.max(width, height),
  },
  {
    most: 200,
    of: 'MB in memory',
    count: (head) => (pixels(head) * head.frames * head.channels * head.bytesPerSample) / MB,
  },
  { most: 64, of: 'scans as a progressive JPEG', count: ({ scans }) => scans },
  { most: 4, of: 'MB of colour profile', count: ({ profileBytes }) => profileBytes / MB },
]

const written = (count: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(Math.ceil(count * 10) / 10)

/** Which limit a picture is beyond, with its value; undefined when it may be read. */
export function pictureIssue(head: PictureHead): string | undefined {
  const limit = LIMITS.find(({ most, count }) => count(head) > most)
  return (
    limit &&
    `An image has at most ${written(limit.most)} ${limit.of}; this one has ${written(limit.count(head))}. Make it smaller and upload it again.`
  )
}

/** By what a file begins with, in Latin-1; of AVIF after the size of its first box (ISO/IEC 14496-12, 4.3). */
const FORMATS: Record<string, RegExp> = {
  JPEG: /^\xff\xd8\xff/,
  PNG: /^\x89PNG\r\n\x1a\n/,
  WebP: /^RIFF[^]{4}WEBP/,
  AVIF: /^[^]{4}ftyp(avif|avis|mif1|miaf)/,
}

/** Why a file is not taken for a picture at all; SVG may carry script, and the content of other formats is unknown. */
export function formatIssue(beginning: string): string | undefined {
  return Object.values(FORMATS).some((format) => format.test(beginning))
    ? undefined
    : `An image is a ${Object.keys(FORMATS).join(', ')} file; this one is something else, whatever its name says. Save it in one of these formats.`
}

/** What a file of a picture may say that it is (IANA media types). */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
