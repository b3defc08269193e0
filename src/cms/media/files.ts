// Lists the files of an image, and makes the names under which they are stored.
import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Media } from '@/payload-types'
import { slugify } from '@/domain/addresses/slug'

/** What Windows takes for a device, and Payload for no name. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** Small letters, digits and hyphens; the ending becomes that of the format it is stored in. */
export function safeName(name: string): string {
  const [, base = '', ending = ''] = /^(.*?)(?:\.([a-z0-9]{1,5}))?$/is.exec(name) ?? []
  const slug = slugify(base).slice(0, 80).replace(/-$/, '')
  const safe = slug === '' || DEVICES.test(slug) ? `image-${slug}`.replace(/-$/, '') : slug
  return ending ? `${safe}.${ending.toLowerCase()}` : safe
}

const MARK_BYTES = 5
const MARK = /-[0-9a-f]{10}(?=\.[a-z0-9]{1,5}$|$)/

/** A name that no other content has had or will have, so that a copy of it is right for ever. */
export function freshName(name: string): string {
  const mark = randomBytes(MARK_BYTES).toString('hex')
  const safe = safeName(name.replace(MARK, ''))
  return safe.replace(/(?=\.[a-z0-9]{1,5}$)|$/, `-${mark}`)
}

/** Of an image or of a size of it, whole or half written (storage/folderStore): nothing else is called so. */
const MADE_HERE = /-[0-9a-f]{10}(-\d+x\d+)?(\.[a-z0-9]{1,5})?(\.[0-9a-f]{8}\.part)?$/

/** Whether a file got its name from `freshName`. Other files of a folder or bucket belong to other programs. */
export const isMadeHere = (name: string): boolean => MADE_HERE.test(name)

interface StoredFile {
  name: string
  mimeType: string
  bytes: number
}

type Files = Pick<Media, 'filename' | 'mimeType' | 'filesize' | 'sizes'>

/** The image itself first, then its sizes; each only once, as one that needed no enlargement may be another's. */
export function filesOf({ sizes, ...main }: Partial<Files>): StoredFile[] {
  const named = [main, ...Object.values(sizes ?? {})].flatMap((file): StoredFile[] => {
    if (!file?.filename) return []
    const mimeType = file.mimeType ?? 'application/octet-stream'
    return [{ name: file.filename, mimeType, bytes: file.filesize ?? 0 }]
  })
  return [...new Map(named.map((file) => [file.name, file])).values()]
}

/** The bytes that Payload made of an upload, by the names that it gave them. */
export function bytesOf(
  { filename, sizes }: Partial<Files>,
  { file, payloadUploadSizes = {} }: PayloadRequest,
): Map<string, Buffer> {
  const bytes = new Map<string, Buffer>()
  if (filename && file) bytes.set(filename, file.data)
  for (const [size, { filename: name } = {}] of Object.entries(sizes ?? {}))
    if (name && payloadUploadSizes[size]) bytes.set(name, payloadUploadSizes[size])
  return bytes
}
