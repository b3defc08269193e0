// Renders a picture with its caption.
import type { ReactNode } from 'react'
import type { Image } from '@/domain/articles/article'
import { safeUrl } from '@/domain/text/links'
import { Picture } from './Picture'

/** How wide it is shown, for the browser's choice among the sizes (assets/styles/text.css). */
const WIDTHS = {
  text: '(min-width: 44rem) 40rem, 100vw',
  wide: '(min-width: 64rem) 50rem, 100vw',
}

interface Props {
  image: Image
  /** The first picture of a page: wider than the text where there is room, and fetched at once. */
  first?: boolean
}

export function Figure({ image, first = false }: Props): ReactNode {
  if (!safeUrl(image.url)) return null
  return (
    <figure className={first ? 'hero' : undefined}>
      <Picture image={image} widths={first ? WIDTHS.wide : WIDTHS.text} first={first} />
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  )
}
