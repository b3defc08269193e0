// Builds the WebSite node, which gives search engines the site's name.
import type { WebSiteLeaf } from 'schema-dts'
import type { Site } from '../articles/article'
import { absoluteUrl, homePath } from '../addresses/paths'
import { organizationId, webSiteId } from './ids'

export function webSite(site: Site): WebSiteLeaf {
  return {
    '@type': 'WebSite',
    '@id': webSiteId(site),
    url: absoluteUrl(site.url, homePath),
    name: site.name,
    description: site.description || undefined,
    inLanguage: site.language,
    publisher: { '@id': organizationId(site) },
  }
}
