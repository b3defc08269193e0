// Renders a picture in the size that the reader's screen needs.
import type { ReactNode } from 'react'
import type { Image } from '@/domain/articles/article'
import { safeUrl } from '@/domain/text/links'

/** Each width once: a copy as wide as the picture is no choice (HTML Living Standard, 4.8.4.2.2). */
function srcSet({ url, width, sizes = [] }: Image): string | undefined {
  const smaller = sizes.filter((size) => size.width < width)
  return smaller.length === 0
    ? undefined
    : [...smaller, { url, width }].map((size) => `${safeUrl(size.url)} ${size.width}w`).join(', ')
}

interface Props {
  image: Image
  /** How wide it is shown, as the attribute `sizes` says it. */
  widths: string
  /** The first picture of a page is fetched at once, all others when the reader comes near. */
  first?: boolean
}

export function Picture({ image, widths, first = false }: Props): ReactNode {
  const src = safeUrl(image.url)
  if (!src) return null
  const choice = srcSet(image)
  return (
    <img
      src={src}
      srcSet={choice}
      sizes={choice && widths}
      alt={image.alt}
      width={image.width}
      height={image.height}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
    />
  )
}
