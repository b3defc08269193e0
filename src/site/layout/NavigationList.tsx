// Renders the links of a menu; links that may not be followed are left out.
import type { ReactNode } from 'react'
import type { NavigationLink } from '@/domain/articles/article'
import { safeUrl } from '@/domain/text/links'

interface Props {
  label: string
  links: readonly NavigationLink[]
  /** The page being shown, marked in the menu. */
  path?: string
}

export function NavigationList({ label, links, path }: Props): ReactNode {
  const shown = links.flatMap((link) => {
    const href = safeUrl(link.url)
    return href ? [{ label: link.label, href }] : []
  })
  if (shown.length === 0) return null
  return (
    <nav aria-label={label}>
      <ul>
        {shown.map((link) => (
          <li key={`${link.href} ${link.label}`}>
            <a href={link.href} aria-current={link.href === path ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
