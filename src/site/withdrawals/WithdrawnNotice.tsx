// What a page says on top when it was withdrawn and is kept for reference.
import type { ReactNode } from 'react'

export const WithdrawnNotice = (): ReactNode => (
  <aside className="withdrawn-notice" aria-label="Withdrawn">
    <p>This article has been withdrawn. It is kept for reference and is no longer up to date.</p>
  </aside>
)
