// Renders code, its lines and spaces as they were written.
import type { ReactNode } from 'react'

export const Code = ({ code, language }: { code: string; language: string }): ReactNode => (
  <figure className="code">
    {language && <figcaption>{language}</figcaption>}
    <pre>
      <code>{code}</code>
    </pre>
  </figure>
)
