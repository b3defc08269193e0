// Reads the settings of the site itself: its name, its organisation, its navigation, and what crawlers may have.
import type { Image, NavigationLink, Site } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { aboutPath } from '@/domain/addresses/paths'
import type { CrawlerSettings } from '@/domain/discovery/robots'
import { settings } from '@/env'
import type { SiteSetting } from '@/payload-types'
import { findCurrentUrls } from '@/site/addresses/currentUrls'
import { readerClient, type ReaderClient } from '@/site/data/readerClient'
import { idOf, toImage } from '@/site/data/rows'

/** What every page shows of the site. */
export async function findSite(): Promise<Site> {
  const client = await readerClient()
  const [site, navigation] = await Promise.all([
    client.findGlobal({ slug: 'site-settings', tags: [tagFor.settings()] }),
    client.findGlobal({ slug: 'navigation', tags: [tagFor.navigation()] }),
  ])
  const { name, description } = site.organization
  const [logo, shareImage] = await Promise.all(
    [site.organization.logo, site.shareImage].map((picture) => findImage(picture, client)),
  )
  return {
    url: settings().siteUrl,
    name: site.name,
    description: site.description,
    language: site.language,
    timeZone: site.timeZone,
    organization: { name, description, aboutPath, logo },
    shareImage,
    navigation: await findNavigation(navigation.header ?? [], navigation.footer ?? []),
  }
}

async function findNavigation(
  header: NavigationLink[],
  footer: NavigationLink[],
): Promise<Site['navigation']> {
  const current = await findCurrentUrls([...header, ...footer].map(({ url }) => url))
  const shown = (links: NavigationLink[]) =>
    links.flatMap(({ label, url: typed }) => {
      const url = current(typed)
      return url === null ? [] : [{ label, url }]
    })
  return { header: shown(header), footer: shown(footer) }
}

async function findImage(
  picture: SiteSetting['shareImage'],
  client: ReaderClient,
): Promise<Image | undefined> {
  if (picture == null) return undefined
  const id = idOf(picture)
  const where = { id: { equals: id } }
  const { docs } = await client.find({
    collection: 'media',
    where,
    limit: 1,
    tags: [tagFor.media(id)],
  })
  return docs[0] && toImage(docs[0])
}

export async function findCrawlers(): Promise<CrawlerSettings> {
  const client = await readerClient()
  const { crawlers } = await client.findGlobal({ slug: 'site-settings', tags: [tagFor.crawlers()] })
  return { search: crawlers?.search !== false, training: crawlers?.training === true }
}

/** Null while no engine is told of changes. */
export async function findIndexNowKey(): Promise<string | null> {
  const client = await readerClient()
  const { indexNow } = await client.findGlobal({ slug: 'site-settings', tags: [tagFor.crawlers()] })
  return (indexNow?.endpoint && indexNow.key) || null
}
