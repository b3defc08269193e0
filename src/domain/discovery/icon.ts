// Chooses the file that represents the site in a browser's tab and beside search results.
import type { Image, ImageFile } from '../articles/article'

/** The least that Google shows (Search Central, "Favicons": a square, larger than 48 pixels). */
const LEAST = 48

/** The smallest copy of a logo that can be an icon; undefined when there is none: it is no square, or too small. */
export function iconOf(logo: Image | undefined): ImageFile | undefined {
  if (!logo) return undefined
  const { url, width, height, sizes = [] } = logo
  return [...sizes, { url, width, height }]
    .filter((file) => file.width === file.height && file.width >= LEAST)
    .sort((a, b) => a.width - b.width)[0]
}
