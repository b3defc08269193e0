// Renders the notice on top of a page that was withdrawn and is still shown for reference.
import type { ReactNode } from 'react'

export const WithdrawnNotice = (): ReactNode => (
  <aside className="withdrawn-notice" aria-label="Withdrawn">
    <p>This article has been withdrawn. It is kept for reference and is no longer up to date.</p>
  </aside>
)
