// Chooses the picture of a page: for its structured data, and for links that share its address.
import type { Article, Image, ImageFile } from '../articles/article'
import { bodyReferences } from '../articles/links/references'

/** The picture above the text; without one the first of the text. */
export function mainImage({ heroImage, body, images }: Article): Image | undefined {
  if (heroImage) return heroImage
  const [first] = bodyReferences(body).media
  return images.find(({ id }) => id === first)
}

export interface SharePicture extends ImageFile {
  alt: string
  type: 'image/jpeg' | 'image/png'
  /** Wide enough that a card of full width does not blow it up. */
  isLarge: boolean
}

/** What all who show cards can read; LinkedIn takes no WebP. */
const TYPES: readonly [ending: RegExp, type: SharePicture['type']][] = [
  [/\.jpe?g($|\?)/, 'image/jpeg'],
  [/\.png($|\?)/, 'image/png'],
]

/** In pixels; smaller pictures are not shown (Facebook, "Images in Link Shares"). */
export const LEAST_SHARED = 200
/** In pixels; from there on a card is as wide as the column (same source). */
export const LEAST_LARGE = { width: 600, height: 315 }

function shareFile({ alt, share, ...file }: Image): SharePicture | undefined {
  const { url, width, height } = share ?? file
  const type = TYPES.find(([ending]) => ending.test(url))?.[1]
  if (!type || Math.min(width, height) < LEAST_SHARED) return undefined
  const isLarge = width >= LEAST_LARGE.width && height >= LEAST_LARGE.height
  return { url, width, height, alt, type, isLarge }
}

/** The first of these pictures that can be shared. */
export const sharePicture = (...images: (Image | undefined)[]): SharePicture | undefined =>
  images.flatMap((image) => (image && shareFile(image)) ?? [])[0]
