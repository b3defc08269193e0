// The foot of every page: who is behind the site, and the rest of the menu.
import type { ReactNode } from 'react'
import type { Site } from '@/domain/article'
import { feedPath, questionsPath } from '@/domain/paths'
import { NavigationList } from './NavigationList'

export function SiteFooter({ site, path }: { site: Site; path?: string }): ReactNode {
  const { name, aboutPath } = site.organization
  return (
    <footer className="site-footer">
      <div>
        <NavigationList label="Footer" links={site.navigation.footer} path={path} />
        <p>
          <a href={questionsPath}>Questions and answers</a> ·{' '}
          <a href={feedPath('feed.xml')}>Feed</a>
        </p>
        <p>
          Published by <a href={aboutPath}>{name}</a>
        </p>
      </div>
    </footer>
  )
}
