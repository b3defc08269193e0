// Renders the tags that decide how a shared link to a page looks (Open Graph; Twitter falls back to it for all but the card).
import type { ReactNode } from 'react'
import type { Article, Image, Site } from '@/domain/articles/article'
import { absoluteUrl } from '@/domain/addresses/paths'
import { sharePicture, type SharePicture } from '@/domain/discovery/sharePicture'
import { SHARE_ICON } from '@/site/assets/icon'

interface Props {
  site: Site
  title: string
  description?: string
  path: string
  image?: Image
  article?: Article
}

/** BCP 47 `en-GB` is `en_GB` here; a language without a region has no Open Graph form. */
const openGraphLocale = (language: string): string | undefined =>
  /^[a-z]{2,3}-[A-Z]{2}$/.test(language) ? language.replace('-', '_') : undefined

/** A page without a picture that can be shared is shared with the site's, else its publisher's. */
const pictureOf = ({ site, image }: Props): SharePicture =>
  sharePicture(image, site.shareImage, site.organization.logo) ?? {
    ...SHARE_ICON,
    alt: site.name,
    isLarge: false,
  }

function openGraphProperties(
  { site, title, description, path, article }: Props,
  picture: SharePicture,
) {
  return [
    ['og:type', article ? 'article' : 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', absoluteUrl(site.url, path)],
    ['og:site_name', site.name],
    ['og:locale', openGraphLocale(site.language)],
    ['og:image', absoluteUrl(site.url, picture.url)],
    ['og:image:type', picture.type],
    ['og:image:width', `${picture.width}`],
    ['og:image:height', `${picture.height}`],
    ['og:image:alt', picture.alt],
    ['article:published_time', article?.publishedAt],
    ['article:modified_time', article?.modifiedAt],
    ['article:section', article?.category?.name],
    ...(article?.topics ?? []).map((topic) => ['article:tag', topic.name]),
  ]
}

export function SocialTags(props: Props): ReactNode {
  const picture = pictureOf(props)
  return (
    <>
      {openGraphProperties(props, picture).map(
        ([property, content]) =>
          content && <meta key={`${property} ${content}`} property={property} content={content} />,
      )}
      <meta name="twitter:card" content={picture.isLarge ? 'summary_large_image' : 'summary'} />
    </>
  )
}
