// How a page looks when somebody shares its address (Open Graph; Twitter falls back to it for all but the card).
import type { ReactNode } from 'react'
import type { Article, Image, Site } from '@/domain/article'
import { absoluteUrl } from '@/domain/paths'

interface Props {
  site: Site
  title: string
  description?: string
  path: string
  image?: Image
  article?: Article
}

/** BCP 47 `en-GB` is `en_GB` here; a language without a region has no Open Graph form. */
const locale = (language: string): string | undefined =>
  /^[a-z]{2,3}-[A-Z]{2}$/.test(language) ? language.replace('-', '_') : undefined

function properties({ site, title, description, path, article, ...props }: Props) {
  // A page without a picture of its own is shared with the sign of who publishes it.
  const image = props.image ?? site.organization.logo
  const file = image?.share ?? image
  return [
    ['og:type', article ? 'article' : 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', absoluteUrl(site.url, path)],
    ['og:site_name', site.name],
    ['og:locale', locale(site.language)],
    ['og:image', file && absoluteUrl(site.url, file.url)],
    ['og:image:width', file && `${file.width}`],
    ['og:image:height', file && `${file.height}`],
    ['og:image:alt', image?.alt],
    ['article:published_time', article?.publishedAt],
    ['article:modified_time', article?.modifiedAt],
    ['article:section', article?.category?.name],
    ...(article?.topics ?? []).map((topic) => ['article:tag', topic.name]),
  ]
}

export const SocialTags = (props: Props): ReactNode => (
  <>
    {properties(props).map(
      ([property, content]) =>
        content && <meta key={`${property} ${content}`} property={property} content={content} />,
    )}
    <meta name="twitter:card" content={props.image ? 'summary_large_image' : 'summary'} />
  </>
)
