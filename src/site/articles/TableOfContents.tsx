// Renders the headings of a long article as links.
import type { ReactNode } from 'react'
import { isNotice, type HeadingAnchor } from '@/domain/articles/headings'

/** An article with fewer headings is read without a plan. */
const LONG = 4

interface Section {
  heading: HeadingAnchor
  parts: HeadingAnchor[]
}

/** The first heading is always of level 2 (domain/headings). */
const sectionsOf = (headings: readonly HeadingAnchor[]): Section[] =>
  headings.reduce<Section[]>((sections, heading) => {
    const current = sections.at(-1)
    if (heading.level === 2 || !current) return [...sections, { heading, parts: [] }]
    return [...sections.slice(0, -1), { ...current, parts: [...current.parts, heading] }]
  }, [])

const Entry = ({ heading }: { heading: HeadingAnchor }): ReactNode => (
  <a href={`#${heading.anchor}`}>{heading.text}</a>
)

export function TableOfContents({
  headings: all,
}: {
  headings: readonly HeadingAnchor[]
}): ReactNode {
  const headings = all.filter(({ node }) => !isNotice(node))
  if (headings.length < LONG) return null
  return (
    <nav className="page-menu" aria-label="In this article">
      <details open>
        <summary>In this article</summary>
        <ol>
          {sectionsOf(headings).map(({ heading, parts }) => (
            <li key={heading.anchor}>
              <Entry heading={heading} />
              {parts.length > 0 && (
                <ol>
                  {parts.map((part) => (
                    <li key={part.anchor}>
                      <Entry heading={part} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
