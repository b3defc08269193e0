// Renders several images under one caption.
import type { ReactNode } from 'react'
import type { Image } from '@/domain/articles/article'
import { Picture } from '@/site/media/Picture'

interface Props {
  caption: string
  entries: readonly { image: Image; caption: string }[]
}

/** Two in a row where there is room (assets/styles/blocks.css). */
const WIDTHS = '(min-width: 44rem) 20rem, 50vw'

export const Gallery = ({ caption, entries }: Props): ReactNode => (
  <figure className="gallery">
    <ul>
      {entries.map((entry, index) => (
        <li key={index}>
          <Picture image={entry.image} widths={WIDTHS} />
          {(entry.caption || entry.image.caption) && <p>{entry.caption || entry.image.caption}</p>}
        </li>
      ))}
    </ul>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
)
