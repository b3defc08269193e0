// An image before anything is made of it: how large it may be, and the name it is kept under.
import {
  APIError,
  MissingFile,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { freshName } from '@/cms/media/files'
import { refuse } from './refuse'

const MB = 2 ** 20

const LARGEST_FILE = 10 * MB

/** Nearly as many as the largest cameras make; decoded they take 200 MB of memory. */
export const MOST_PIXELS = 50_000_000

type File = NonNullable<PayloadRequest['file']>

async function pixelsOf(file: File, req: PayloadRequest): Promise<number> {
  const picture = req.payload.config.sharp?.(file.data, { limitInputPixels: false })
  // What cannot be read is Payload's to refuse, by its kind.
  const { width = 0, height = 0, pages = 1 } = (await picture?.metadata().catch(() => null)) ?? {}
  return width * height * pages
}

/** Nor does the server fetch pictures: an address in the place of a file would let it be sent anywhere. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { file } = req
  if (!file && operation === 'create') throw new MissingFile(req.t)
  if (!file) return args
  if (file.data.length === 0) throw new MissingFile(req.t)
  if (file.data.length > LARGEST_FILE) {
    const size = `${(file.data.length / MB).toFixed(1)} MB`
    throw new APIError(`An image has at most 10 MB; this one has ${size}.`, 413, undefined, true)
  }
  if ((await pixelsOf(file, req)) > MOST_PIXELS)
    refuse(
      'media',
      [{ path: 'file', message: `An image has at most ${MOST_PIXELS / 1e6} million pixels.` }],
      req,
    )
  req.file = { ...file, name: freshName(file.name) }
  return args
}
