// Renders terms with what they mean.
import type { ReactNode } from 'react'

export const Definitions = ({
  entries,
}: {
  entries: readonly { term: string; definition: ReactNode }[]
}): ReactNode => (
  <dl>
    {entries.map(({ definition, term }, index) => (
      <div key={index}>
        <dt>{term}</dt>
        <dd>{definition}</dd>
      </div>
    ))}
  </dl>
)
