// Renders React elements to HTML strings. No hydration, no script: what is returned is the whole page.
import type { ReactNode } from 'react'

/** The HTML of a fragment. */
export async function renderMarkup(element: ReactNode): Promise<string> {
  // Next refuses a static import of react-dom/server in its routes.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(element)
}

/** A complete document from an `<html>` element. */
export const renderDocument = async (element: ReactNode): Promise<string> =>
  `<!doctype html>${await renderMarkup(element)}`
