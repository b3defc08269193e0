// Puts an image's files into the store and takes them out of it, so that rows and files agree however a save ends.
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type PayloadRequest,
  type UploadConfig,
} from 'payload'
import { whenEnded } from '@/cms/endings'
import { mediaStore } from '@/storage'
import type { Media } from '@/payload-types'
import { bytesOf, filesOf, freshName } from './files'
import { ROW_ALONE } from '@/cms/rowAlone'

const remove = async (names: Iterable<string>): Promise<void> => {
  const store = mediaStore()
  await Promise.all([...names].map((name) => store.remove(name)))
}

const imageOf = (id: number | string, req: PayloadRequest): Promise<Media> =>
  req.payload.findByID({
    ...{ collection: 'media', id, depth: 0, overrideAccess: true, req },
    ...ROW_ALONE,
  })

/** The row is written after its files: when that fails, they go again; those of before go when it has not failed. */
const storeFiles: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (!req.file) return data
  const store = mediaStore()
  const bytes = bytesOf(data, req)
  const files = filesOf(data).filter(({ name }) => bytes.has(name))
  const old = filesOf(originalDoc ?? {}).map(({ name }) => name)
  await whenEnded(req, {
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
  await whenEnded(req, { committed: () => remove(names) })
}

interface Edits {
  crop?: unknown
  widthInPixels?: unknown
  heightInPixels?: unknown
  focalPoint?: { x?: unknown; y?: unknown }
}

const changes = (edits: Edits, { focalX, focalY }: Media): boolean =>
  Boolean(edits.crop ?? edits.widthInPixels ?? edits.heightInPixels) ||
  (edits.focalPoint !== undefined &&
    (Number(edits.focalPoint.x) !== focalX || Number(edits.focalPoint.y) !== focalY))

/** Another part of the picture is made from the picture that is stored. Payload would ask for it over the network. */
const bringFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id } = args as { id?: number | string }
  const edits = req.query?.uploadEdits as Edits | undefined
  if (operation !== 'update' || id === undefined || req.file || !edits) return args
  const image = await imageOf(id, req)
  const { filename, mimeType } = image
  if (!filename || !mimeType || !changes(edits, image)) return args
  const stored = await mediaStore().get(filename)
  if (!stored)
    throw new APIError('The file of this image is missing: upload it anew.', 409, null, true)
  const data = Buffer.from(await new Response(stored).arrayBuffer())
  req.file = { data, mimetype: mimeType, name: freshName(filename), size: data.length }
  return args
}

/** Payload's own address of a file, which only accounts reach: the gate before it is Payload's. */
const giveFile: NonNullable<UploadConfig['handlers']>[number] = async (req, { params }) => {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { or: namedIn(params.filename) },
    ...{ depth: 0, limit: 1, overrideAccess: true, req },
    ...ROW_ALONE,
  })
  const file = docs.flatMap(filesOf).find(({ name }) => name === params.filename)
  const stored = file && (await mediaStore().get(file.name))
  return stored
    ? new Response(stored, { headers: { 'Content-Type': file.mimeType } })
    : new Response(null, { status: 404 })
}

const SIZES = ['small', 'medium', 'large', 'share'] as const
const namedIn = (name: string) =>
  ['filename', ...SIZES.map((size) => `sizes.${size}.filename`)].map((field) => ({
    [field]: { equals: name },
  }))

/** Keeps the files of a collection in the store of the settings instead of Payload's folder. */
export const withStore = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  upload: {
    ...(typeof config.upload === 'object' ? config.upload : {}),
    disableLocalStorage: true,
    handlers: [giveFile],
  },
  hooks: {
    ...config.hooks,
    beforeOperation: [...(config.hooks?.beforeOperation ?? []), bringFile],
    beforeChange: [...(config.hooks?.beforeChange ?? []), storeFiles],
    beforeDelete: [...(config.hooks?.beforeDelete ?? []), removeFiles],
  },
})
