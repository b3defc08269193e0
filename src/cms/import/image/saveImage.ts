// Gives an imported article its picture: the one the site has of the same file, or the one that was prepared for it.
import type { PayloadRequest } from 'payload'
import { findWorking, idOf } from '@/cms/records/documents'
import { findSameImages } from './prepareImage'
import type { Importing } from '../source'
import * as words from '../words'

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
  const req = transaction as PayloadRequest
  const same = await findSameImages(image, req)
  const own = known && (await findWorking('articles', known.id, req))
  const kept = same.find(({ id }) => id === idOf(own?.heroImage))
  if (kept && kept.alt !== image.alt) notices.push(words.altKept(kept.alt))
  const there = kept ?? same.find(({ alt }) => alt === image.alt)
  if (there) return { heroImage: there.id }
  if (image.refused !== undefined) return refused(image.refused)
  const { id } = await transaction.payload.create({
    collection: 'media',
    data: { alt: image.alt },
    file: image.file,
    req,
  })
  return { heroImage: id }
}
