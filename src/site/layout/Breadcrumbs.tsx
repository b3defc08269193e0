// Renders the trail to this page; the last crumb is the page itself.
import type { ReactNode } from 'react'
import type { Crumb } from '@/domain/articles/breadcrumbs'

export const Breadcrumbs = ({ trail }: { trail: readonly Crumb[] }): ReactNode => (
  <nav className="breadcrumbs" aria-label="Breadcrumb">
    <ol>
      {trail.map(({ name, path }, index) => (
        <li key={path}>
          {index < trail.length - 1 ? (
            <a href={path}>{name}</a>
          ) : (
            <span aria-current="page">{name}</span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
