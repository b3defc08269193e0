// Renders the notice on top of an editor's private preview; its script reloads the page when something was saved.
import type { ReactNode } from 'react'
import { previewScriptPath } from '@/domain/addresses/paths'

export const PreviewNotice = (): ReactNode => (
  <aside className="preview-notice" aria-label="Preview">
    <p>
      Preview of the working version. Readers do not see this page.
      <script src={previewScriptPath} defer />
    </p>
  </aside>
)
