// Prepares an upload before it is saved: how large it may be, the name under which it is stored, and the files that are made of it.
import {
  addDataAndFileToRequest,
  APIError,
  MissingFile,
  type CollectionBeforeOperationHook,
  type Endpoint,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { refuse } from '@/cms/fields/refuse'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import type { Media } from '@/payload-types'
import { mediaStore } from '@/storage'
import { freshName } from './files'
import { makePictures, PictureRefused, type Edits, type Pictures } from './pictures'

const MB = 2 ** 20

export const LARGEST_FILE = 10 * MB

/** Of a file that is prepared, by its bytes: Payload hands the file on in other objects. */
const PREPARED = new WeakMap<Buffer, Pictures>()

export const picturesOf = (file: PayloadRequest['file']): Pictures | undefined =>
  file && PREPARED.get(file.data)

/** What the panel sends along: the place in percent, the size in pixels, all of it as words of a query. */
interface UploadEdits {
  crop?: { x?: unknown; y?: unknown }
  widthInPixels?: unknown
  heightInPixels?: unknown
  focalPoint?: { x?: unknown; y?: unknown }
}

const uploadEditsOf = ({ query }: PayloadRequest): UploadEdits =>
  (query?.uploadEdits as UploadEdits | undefined) ?? {}

const numbers = (values: Record<string, unknown>): Record<string, number> | undefined => {
  const read = Object.entries(values).map(([name, value]) => [name, Number(value)] as const)
  return read.every(([, value]) => Number.isFinite(value)) ? Object.fromEntries(read) : undefined
}

function editsOf(req: PayloadRequest): Edits {
  const { crop, widthInPixels: width, heightInPixels: height, focalPoint } = uploadEditsOf(req)
  return {
    crop: crop && (numbers({ x: crop.x, y: crop.y, width, height }) as Edits['crop']),
    focalPoint:
      focalPoint && (numbers({ x: focalPoint.x, y: focalPoint.y }) as Edits['focalPoint']),
  }
}

const isChanged = (edits: UploadEdits, { focalX, focalY }: Media): boolean =>
  Boolean(edits.crop ?? edits.widthInPixels ?? edits.heightInPixels) ||
  (edits.focalPoint !== undefined &&
    (Number(edits.focalPoint.x) !== focalX || Number(edits.focalPoint.y) !== focalY))

/** Another part of the picture is made from the picture that is stored. Payload would ask for it over the network. */
async function bringStored(id: number | string, req: PayloadRequest): Promise<void> {
  const edits = uploadEditsOf(req)
  if (!req.query?.uploadEdits) return
  const image = await req.payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    overrideAccess: true,
    req,
    ...WITHOUT_JOINS,
  })
  const { filename, mimeType } = image
  if (!filename || !mimeType || !isChanged(edits, image)) return
  const stored = await mediaStore().get(filename)
  if (!stored)
    throw new APIError('The file of this image is missing: upload it anew.', 409, null, true)
  const data = Buffer.from(await new Response(stored).arrayBuffer())
  req.file = { data, mimetype: mimeType, name: filename, size: data.length }
  await prepareFile(req, true)
}

/**
 * Makes the files of the request's picture, once.
 * @param isOwn whether it was made here
 * @throws APIError for a picture that is not taken
 */
export async function prepareFile(req: PayloadRequest, isOwn = false): Promise<void> {
  const { file } = req
  if (!file || PREPARED.has(file.data)) return
  if (file.data.length === 0) throw new MissingFile(req.t)
  if (file.data.length > LARGEST_FILE) {
    const size = `${(file.data.length / MB).toFixed(1)} MB`
    throw new APIError(`An image has at most 10 MB; this one has ${size}.`, 413, undefined, true)
  }
  const pictures = await makePictures(file.data, { ...editsOf(req), isOwn }).catch(
    (error: unknown) => {
      if (!(error instanceof PictureRefused)) throw error
      refuse('media', [{ path: 'file', message: error.message }], req)
      throw error
    },
  )
  const { data, mimeType } = pictures.main
  const name = freshName(`${file.name.replace(/\.[^.]*$/, '')}.webp`)
  req.file = { data, mimetype: mimeType, name, size: data.length }
  PREPARED.set(data, pictures)
}

/** Nor does the server fetch pictures: an address in the place of a file would let it be sent anywhere. */
export const prepareUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  if (!req.file && operation === 'create') throw new MissingFile(req.t)
  const { id } = args as { id?: number | string }
  if (!req.file && id !== undefined) await bringStored(id, req)
  await prepareFile(req)
  return args
}

const UPLOADING = ['post /', 'patch /:id']

const preparing = (endpoint: Endpoint): Endpoint =>
  UPLOADING.includes(`${endpoint.method} ${endpoint.path}`)
    ? {
        ...endpoint,
        handler: async (req) => {
          if (req.user) {
            await addDataAndFileToRequest(req)
            // It is read; Payload's own handler would read it again.
            Object.defineProperty(req, 'body', { value: null })
            const { id } = req.routeParams ?? {}
            if (!req.file && id !== undefined) await bringStored(id as string, req)
            await prepareFile(req)
          }
          return endpoint.handler(req)
        },
      }
    : endpoint

/**
 * Pictures that come by a request are made before Payload begins a transaction, which would hold a connection and its
 * locks for seconds. Payload itself makes none, as it reads a file once for each size.
 */
export function makePicturesFirst({ collections, config }: Payload): void {
  Object.assign(config, { sharp: undefined })
  const media = collections.media.config
  if (media.endpoints) Object.assign(media, { endpoints: media.endpoints.map(preparing) })
}
