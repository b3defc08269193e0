// Renders the top of every page: the name and the menu. On the home page the name is the heading.
import type { ReactNode } from 'react'
import type { Site } from '@/domain/articles/article'
import { homePath, searchPath } from '@/domain/addresses/paths'
import { NavigationList } from './NavigationList'

export function SiteHeader({ site, path }: { site: Site; path?: string }): ReactNode {
  const isHome = path === homePath
  const Name = isHome ? 'h1' : 'p'
  return (
    <header className={isHome ? 'site-header nameplate' : 'site-header'}>
      <div>
        <Name className="brand">
          <a href={homePath}>{site.name}</a>
        </Name>
        {isHome && site.description && <p className="strapline">{site.description}</p>}
        <NavigationList label="Main" links={site.navigation.header} path={path} />
        <p className="find">
          <a href={searchPath}>Search</a>
        </p>
      </div>
    </header>
  )
}
