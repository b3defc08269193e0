// Renders the foot of every page: the organisation behind the site, and the rest of the menu.
import type { ReactNode } from 'react'
import type { Site } from '@/domain/articles/article'
import { feedPath, questionsPath } from '@/domain/addresses/paths'
import { NavigationList } from './NavigationList'

/** What the site has of itself, whatever its editors add. */
const OWN_LINKS = [
  { label: 'Questions and answers', url: questionsPath },
  { label: 'Feed', url: feedPath('feed.xml') },
]

export function SiteFooter({ site, path }: { site: Site; path?: string }): ReactNode {
  const { name, aboutPath } = site.organization
  return (
    <footer className="site-footer">
      <div>
        <p>
          Published by <a href={aboutPath}>{name}</a>
        </p>
        <NavigationList
          label="Footer"
          links={[...site.navigation.footer, ...OWN_LINKS]}
          path={path}
        />
      </div>
    </footer>
  )
}
