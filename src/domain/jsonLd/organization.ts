// Builds the Organization node: the publisher of the site.
import type { OrganizationLeaf } from 'schema-dts'
import type { Site } from '../articles/article'
import { absoluteUrl, homePath } from '../addresses/paths'
import { logoId, organizationId } from './ids'
import { imageObject } from './imageObject'

export function organization(site: Site): OrganizationLeaf {
  const { name, description, aboutPath, logo } = site.organization
  return {
    '@type': 'Organization',
    '@id': organizationId(site),
    name,
    url: absoluteUrl(site.url, homePath),
    description: description || undefined,
    mainEntityOfPage: absoluteUrl(site.url, aboutPath),
    logo: logo && imageObject(site, logoId(site), logo),
  }
}
