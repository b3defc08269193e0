// Builds the Article node: the text, its authors and its dates.
import type { ArticleLeaf, CreativeWorkLeaf } from 'schema-dts'
import type { Article, Site, Source } from '../articles/article'
import { safeUrl } from '../text/links'
import { articleWordCount } from '../articles/readingTime'
import { mainImage } from '../discovery/sharePicture'
import { organizationId, pageNodeId, personId } from './ids'

const citation = (source: Source): CreativeWorkLeaf => ({
  '@type': 'CreativeWork',
  name: source.title,
  url: (source.url && safeUrl(source.url)) || undefined,
  publisher: source.publisher ? { '@type': 'Organization', name: source.publisher } : undefined,
  datePublished: source.year ? `${source.year}` : undefined,
})

/** The author is the organisation when the article names no author, as in the byline. */
export function article(site: Site, item: Article): ArticleLeaf {
  const { path, authors, sources } = item
  const publisher = { '@id': organizationId(site) }
  return {
    '@type': 'Article',
    '@id': pageNodeId(site, path, 'article'),
    isPartOf: { '@id': pageNodeId(site, path, 'webpage') },
    mainEntityOfPage: { '@id': pageNodeId(site, path, 'webpage') },
    headline: item.title,
    description: item.summary || undefined,
    image: mainImage(item) && { '@id': pageNodeId(site, path, 'primaryimage') },
    datePublished: item.publishedAt,
    dateModified: item.modifiedAt,
    author:
      authors.length > 0 ? authors.map((author) => ({ '@id': personId(site, author) })) : publisher,
    publisher,
    articleSection: item.category?.name,
    wordCount: articleWordCount(item, site.language),
    inLanguage: site.language,
    citation: sources.length > 0 ? sources.map(citation) : undefined,
  }
}
