// Makes the files of the picture that a source names, before anything is written, unless the site has them.
import path from 'node:path'
import { APIError, type Payload, type PayloadRequest } from 'payload'
import { prepareFile } from '@/cms/media/prepareUpload'
import { slugify } from '@/domain/addresses/slug'
import type { Media } from '@/payload-types'
import type { ImageRead, SourceImage } from './readImage'

export interface PreparedImage extends SourceImage {
  /** For the upload. */
  file: NonNullable<PayloadRequest['file']>
  /** Why the upload would be refused. */
  refused?: string
}

/**
 * Making the files takes up to seconds of a processor, so it is done before the import's transaction, which holds locks.
 */
export async function prepareImage(
  payload: Payload,
  image: ImageRead | undefined,
): Promise<PreparedImage | Exclude<ImageRead, SourceImage> | undefined> {
  if (!image || 'fault' in image) return image
  const req = { payload, context: {}, file: fileOf(image) } as Partial<PayloadRequest> as Upload
  const same = await findSameImages(image, req)
  if (same.some(({ alt }) => alt === image.alt)) return { ...image, file: req.file }
  try {
    await prepareFile(req)
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    return { ...image, file: req.file, refused: reasonOf(error) }
  }
  return { ...image, file: req.file }
}

type Upload = PayloadRequest & Pick<PreparedImage, 'file'>

/** Stored files have names of their own, and other bytes than what was uploaded: the name says of which bytes. */
export async function findSameImages(image: SourceImage, req: PayloadRequest): Promise<Media[]> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { filename: { contains: `-${markOf(image)}-` } },
    sort: 'id',
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

/** Enough of the hash that no two pictures of a site share it. A name that ends in ten such digits is made by media/files. */
const HASH_LENGTH = 12

const markOf = ({ hash }: SourceImage): string => hash.slice(0, HASH_LENGTH)

/** What of the file's name stands before the mark: all of it is to fit into what media/files keeps of a name. */
const MAX_STEM = 60

function fileOf(image: SourceImage): PreparedImage['file'] {
  const { ext, name } = path.parse(image.name)
  const stem = slugify(name).slice(0, MAX_STEM)
  const { data } = image
  return { data, mimetype: '', name: `${stem}-${markOf(image)}${ext}`, size: data.length }
}

const reasonOf = (error: APIError): string => {
  const { errors } = (error.data ?? {}) as { errors?: { message: string }[] }
  return errors?.map(({ message }) => message).join(' ') ?? error.message
}
