// Renders numbered steps.
import type { ReactNode } from 'react'

export const Steps = ({
  entries,
}: {
  entries: readonly { heading: string; text: ReactNode }[]
}): ReactNode => (
  <ol className="steps">
    {entries.map(({ heading, text }, index) => (
      <li key={index}>
        {heading && (
          <p>
            <strong>{heading}</strong>
          </p>
        )}
        {text}
      </li>
    ))}
  </ol>
)
