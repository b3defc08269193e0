// Reads the picture that a source names from the folder of its text, or says why it is not taken.
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { LARGEST_FILE } from '@/cms/media/prepareUpload'
import { LIMITS } from '@/domain/access/limits'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import type { ImageFault } from '../words'

export interface SourceImage {
  /** Of its file, without the folders. */
  name: string
  data: Buffer
  /** Of its bytes. */
  hash: string
  alt: string
}

export type ImageRead = SourceImage | { fault: ImageFault }

/** Undefined where the source names none. Nothing outside of the folder of the text is read, links out of it included. */
export function readImage(
  { frontMatter }: ImportedArticle,
  file: string | undefined,
): ImageRead | undefined {
  const { image, imageAlt: alt } = frontMatter
  if (image === undefined) return undefined
  if (alt === undefined) return { fault: 'noAlt' }
  if (alt.length > LIMITS.alt) return { fault: 'altTooLong' }
  if (file === undefined) return { fault: 'noFolder' }
  const asked = pathOf(image, path.dirname(file))
  if (asked === undefined) return { fault: 'address' }
  const found = readInside(path.dirname(file), asked)
  if (typeof found === 'string') return { fault: found }
  const hash = createHash('sha256').update(found).digest('hex')
  return { name: path.basename(asked), data: found, hash, alt }
}

/** Undefined for an address on some site, which a path from the root is too. */
function pathOf(written: string, folder: string): string | undefined {
  if (/^file:/i.test(written)) {
    try {
      return fileURLToPath(written)
    } catch {
      return undefined
    }
  }
  return /^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(written) ? undefined : path.resolve(folder, written)
}

function readInside(folder: string, asked: string): Buffer | ImageFault {
  let real: string
  try {
    const home = realpathSync(folder)
    if (!isInside(folder, asked) && !isInside(home, asked)) return 'outside'
    real = realpathSync(asked)
    if (!isInside(home, real)) return 'outside'
  } catch {
    return 'missing'
  }
  try {
    return readWhole(real)
  } catch {
    return 'unreadable'
  }
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

/** Without waiting for the other end of a pipe, and no further than an upload may be long. */
function readWhole(file: string): Buffer | ImageFault {
  const opened = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(opened)
    if (!stats.isFile() || stats.size === 0) return 'unreadable'
    return stats.size > LARGEST_FILE ? 'tooLarge' : readFileSync(opened)
  } finally {
    closeSync(opened)
  }
}
