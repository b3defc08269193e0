// Builds the BreadcrumbList node: the same trail as the visible one.
import type { BreadcrumbListLeaf, ListItemLeaf } from 'schema-dts'
import type { Site } from '../articles/article'
import type { Crumb } from '../articles/breadcrumbs'
import { absoluteUrl } from '../addresses/paths'
import { pageNodeId } from './ids'

/** Search engines document `item` as a URL; the types know only nodes there. */
type Item = Omit<ListItemLeaf, 'item'> & { item: string }
export type BreadcrumbListNode = Omit<BreadcrumbListLeaf, 'itemListElement'> & {
  itemListElement: Item[]
}

/** @param path of the page at the end of the trail */
export function breadcrumbList(
  site: Site,
  path: string,
  trail: readonly Crumb[],
): BreadcrumbListNode {
  return {
    '@type': 'BreadcrumbList',
    '@id': pageNodeId(site, path, 'breadcrumb'),
    itemListElement: trail.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: absoluteUrl(site.url, crumb.path),
    })),
  }
}
