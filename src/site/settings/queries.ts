// The site itself: its name, its organisation, its navigation.
import type { Site } from '@/domain/article'
import { aboutPath } from '@/domain/paths'
import { settings } from '@/env'
import { openDoor } from '@/site/payload'
import { idsOf, image } from '@/site/rows'

export async function findSite(): Promise<Site> {
  const door = await openDoor()
  const [site, navigation] = await Promise.all([
    door.findGlobal({ slug: 'site-settings' }),
    door.findGlobal({ slug: 'navigation' }),
  ])
  const { name, description, logo } = site.organization
  const [logoRow] = logo
    ? (await door.find({ collection: 'media', where: { id: { in: idsOf(logo) } }, limit: 1 })).docs
    : []
  return {
    url: settings().siteUrl,
    name: site.name,
    description: site.description,
    language: site.language,
    organization: { name, description, aboutPath, logo: logoRow && image(logoRow) },
    navigation: { header: navigation.header ?? [], footer: navigation.footer ?? [] },
  }
}
