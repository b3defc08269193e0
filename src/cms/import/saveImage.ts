// Uploads the picture of an imported article once, however often its source is imported.
import path from 'node:path'
import { APIError, type PayloadRequest } from 'payload'
import { prepareFile } from '@/cms/media/prepareUpload'
import type { Transaction } from '@/cms/database/transaction'
import { findWorking, idOf } from '@/cms/records/documents'
import { slugify } from '@/domain/addresses/slug'
import type { Media } from '@/payload-types'
import type { SourceImage } from './readImage'
import type { Importing } from './source'
import * as words from './words'

/** The field of the article; empty where the source names no picture, or one that is not taken, which is told. */
export async function saveImage({
  source,
  image,
  known,
  notices,
  transaction,
}: Importing): Promise<{ heroImage?: number }> {
  if (!image) return {}
  const { frontMatter } = source.article
  const refused = (why: string): { heroImage?: number } => {
    notices.push(words.imageNotTaken(source.imageLine, frontMatter.image ?? '', why))
    return {}
  }
  if ('fault' in image) return refused(words.IMAGE_FAULTS[image.fault])
  const same = await findSame(image, transaction)
  const own = known && (await findWorking('articles', known.id, transaction as PayloadRequest))
  const kept = same.find(({ id }) => id === idOf(own?.heroImage))
  if (kept && kept.alt !== image.alt) notices.push(words.altKept(kept.alt))
  const there = kept ?? same.find(({ alt }) => alt === image.alt)
  if (there) return { heroImage: there.id }
  const uploaded = await upload(image, transaction)
  return typeof uploaded === 'string' ? refused(uploaded) : { heroImage: uploaded.id }
}

/** Enough of the hash that no two pictures of a site share it. A name that ends in ten such digits is made by media/files. */
const HASH_LENGTH = 12

const markOf = ({ hash }: SourceImage): string => hash.slice(0, HASH_LENGTH)

/** Stored files have names of their own, and other bytes than what was uploaded: the name says of which bytes. */
async function findSame(image: SourceImage, { payload, ...rest }: Transaction): Promise<Media[]> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { filename: { contains: `-${markOf(image)}-` } },
    sort: 'id',
    depth: 0,
    pagination: false,
    req: { payload, ...rest } as PayloadRequest,
  })
  return docs
}

/** What of the file's name stands before the mark: all of it is to fit into what media/files keeps of a name. */
const MAX_STEM = 60

/**
 * A picture that is not taken is found out before anything of it is written: a write that fails ends the transaction.
 * @returns the row, or why the picture is refused
 */
async function upload(
  image: SourceImage,
  { payload, ...rest }: Transaction,
): Promise<Media | string> {
  const { ext, name } = path.parse(image.name)
  const stem = slugify(name).slice(0, MAX_STEM)
  const { data } = image
  const file = { data, mimetype: '', name: `${stem}-${markOf(image)}${ext}`, size: data.length }
  const req = { payload, ...rest, file } as PayloadRequest
  try {
    await prepareFile(req)
  } catch (error) {
    if (error instanceof APIError) return reasonOf(error)
    throw error
  }
  return payload.create({ collection: 'media', data: { alt: image.alt }, file: req.file, req })
}

const reasonOf = (error: APIError): string => {
  const { errors } = (error.data ?? {}) as { errors?: { message: string }[] }
  return errors?.map(({ message }) => message).join(' ') ?? error.message
}
