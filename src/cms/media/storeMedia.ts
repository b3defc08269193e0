// Puts an image's files into the store and takes them out of it, so that rows and files agree however a save ends.
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionConfig,
  type PayloadRequest,
  type UploadConfig,
} from 'payload'
import { afterTransaction } from '@/cms/database/afterTransaction'
import { lengthHeaders } from '@/domain/http/answerLength'
import { mediaStore } from '@/storage'
import type { Media } from '@/payload-types'
import { bytesOf, filesOf } from './files'
import { prepareUpload, picturesOf } from './prepareUpload'
import type { Pictures } from './pictures'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'

const SIZES = ['small', 'medium', 'large', 'share'] as const
const ENDINGS: Record<string, string> = {
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

const remove = async (names: Iterable<string>): Promise<void> => {
  const store = mediaStore()
  await Promise.all([...names].map((name) => store.remove(name)))
}

const imageOf = (id: number | string, req: PayloadRequest): Promise<Media> =>
  req.payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    overrideAccess: true,
    req,
    ...WITHOUT_JOINS,
  })

/** What the row says of the files, and the bytes to be stored under these names. */
function nameSizes(data: Partial<Media>, req: PayloadRequest, { main, sizes }: Pictures): void {
  const base = (data.filename ?? '').replace(/\.[^.]*$/, '')
  const { width, height, mimeType } = main
  Object.assign(data, { width, height, mimeType, filesize: main.data.length })
  req.payloadUploadSizes = {}
  data.sizes = {}
  for (const size of SIZES) {
    const file = sizes[size]
    const ending = file && ENDINGS[file.mimeType]
    data.sizes[size] = {
      filename: file ? `${base}-${file.width}x${file.height}.${ending}` : null,
      width: file?.width ?? null,
      height: file?.height ?? null,
      mimeType: file?.mimeType ?? null,
      filesize: file?.data.length ?? null,
    }
    if (file) req.payloadUploadSizes[size] = file.data
  }
}

/** The row is written after its files: when that fails, they go again; those of before go when it has not failed. */
const storeFiles: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const pictures = picturesOf(req.file)
  if (!req.file || !pictures) return data
  nameSizes(data, req, pictures)
  const store = mediaStore()
  const bytes = bytesOf(data, req)
  const files = filesOf(data).filter(({ name }) => bytes.has(name))
  const old = filesOf(originalDoc ?? {}).map(({ name }) => name)
  await afterTransaction(req, {
    undone: () => remove(bytes.keys()),
    committed: () => remove(old.filter((name) => !bytes.has(name))),
  })
  // All of them come to an end before the save does, so that none arrives after they were removed.
  const puts = await Promise.allSettled(
    files.map(({ name, mimeType }) => store.put(name, bytes.get(name) ?? Buffer.of(), mimeType)),
  )
  const failed = puts.find((put) => put.status === 'rejected')
  if (failed) {
    req.payload.logger.error(failed.reason)
    throw new APIError(
      'The image could not be stored. Nothing was saved; try again.',
      503,
      null,
      true,
    )
  }
  return data
}

const removeFiles: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const names = filesOf(await imageOf(id, req)).map(({ name }) => name)
  await afterTransaction(req, { committed: () => remove(names) })
}

/** Payload's own address of a file, which only accounts reach: the gate before it is Payload's. */
const giveFile: NonNullable<UploadConfig['handlers']>[number] = async (req, { params }) => {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { or: namedIn(params.filename) },
    depth: 0,
    limit: 1,
    overrideAccess: true,
    req,
    ...WITHOUT_JOINS,
  })
  const file = docs.flatMap(filesOf).find(({ name }) => name === params.filename)
  const stored = file && (await mediaStore().get(file.name))
  if (!stored) return new Response(null, { status: 404 })
  const headers = { 'Content-Type': file.mimeType, ...lengthHeaders(file.bytes) }
  return new Response(stored, { headers })
}

const namedIn = (name: string) =>
  ['filename', ...SIZES.map((size) => `sizes.${size}.filename`)].map((field) => ({
    [field]: { equals: name },
  }))

/** Puts the files of a collection into the store of the settings instead of Payload's folder. */
export const storeMedia = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  upload: {
    ...(typeof config.upload === 'object' ? config.upload : {}),
    disableLocalStorage: true,
    handlers: [giveFile],
  },
  hooks: {
    ...config.hooks,
    beforeOperation: [...(config.hooks?.beforeOperation ?? []), prepareUpload],
    beforeChange: [...(config.hooks?.beforeChange ?? []), storeFiles],
    beforeDelete: [...(config.hooks?.beforeDelete ?? []), removeFiles],
  },
})
