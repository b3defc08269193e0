// Builds the ImageObject node: a picture that represents a page or the organisation.
import type { ImageObjectLeaf } from 'schema-dts'
import type { Image, Site } from '../articles/article'
import { absoluteUrl } from '../addresses/paths'

/** Width and height in pixels, as strings: schema.org knows no plain number there. */
export function imageObject(site: Site, id: string, image: Image): ImageObjectLeaf {
  const url = absoluteUrl(site.url, image.url)
  return {
    '@type': 'ImageObject',
    '@id': id,
    url,
    contentUrl: url,
    width: `${image.width}`,
    height: `${image.height}`,
    caption: image.caption || undefined,
  }
}
