// Describes a page as it is stored: its bytes, compressed too, and the tags of what they were made from.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gunzipSync } from 'node:zlib'

/** In the order in which they were set; names may repeat. */
export type HeaderList = [name: string, value: string][]

export interface Page {
  /** A path, with the page number of a list; ` markdown` at its end marks the Markdown variant. */
  address: string
  /** 200, 301, 308, 404 or 410. */
  status: number
  /** Those that belong to the page, not to one answer or one encoding of it. */
  headers: HeaderList
  bodies: Bodies
  /** Base64url of the plain body's SHA-256. */
  etag: string
  /** When the body became what it is, in whole seconds; undefined when that is not known. */
  lastModified?: Date
  tags: string[]
  /** The site's revision that was rendered. */
  revision: number
}

/** The compressed ones are missing where they would save nothing. */
export interface Bodies {
  plain?: Buffer
  gzip?: Buffer
  br?: Buffer
}

/** As short as this, a body fits into one packet whether it is compressed or not. */
const WORTH_COMPRESSING = 1000

const COMPRESS = {
  gzip: (plain: Buffer) => promisify(gzip)(plain, { level: 7 }),
  br: (plain: Buffer) =>
    promisify(brotliCompress)(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
}

export async function compressBody(plain: Buffer, contentType: string): Promise<Bodies> {
  if (plain.length < WORTH_COMPRESSING || /^(image|font|video|audio)\/(?!svg)/.test(contentType))
    return { plain }
  const [gzip, br] = await Promise.all([COMPRESS.gzip(plain), COMPRESS.br(plain)])
  return { plain, gzip: toExactBuffer(gzip), br: toExactBuffer(br) }
}

/** The plain body, which memory does not hold beside a compressed one until a reader needs it. */
export const plainBodyOf = ({ plain, gzip }: Bodies): Buffer =>
  plain ?? (gzip ? gunzipSync(gzip) : Buffer.alloc(0))

export const etagOf = (plain: Buffer): string =>
  createHash('sha256').update(plain).digest('base64url')

/** Over everything that is sent, so that a damaged copy is never sent. */
export function checksumOf(page: Page): string {
  const { address, status, headers, bodies, etag, tags, revision } = page
  const hash = createHash('sha256').update(
    JSON.stringify([address, status, headers, etag, tags, revision]),
  )
  for (const body of [bodies.plain, bodies.gzip, bodies.br]) if (body) hash.update(body)
  return hash.digest('base64url')
}

/** What zlib, the driver and Node's pool of small buffers give is a view of something larger, which would stay in memory with it. */
export const toExactBuffer = (bytes: Buffer): Buffer =>
  bytes.buffer.byteLength === bytes.length ? bytes : Buffer.from(Uint8Array.from(bytes).buffer)
