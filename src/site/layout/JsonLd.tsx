// Renders the page's structured data: the only raw HTML in the project; the escaping is in domain/jsonLd/serialize.
import type { ReactNode } from 'react'
import type { Graph } from '@/domain/jsonLd/graph'
import { serializeJsonLd } from '@/domain/jsonLd/serialize'

export const JsonLd = ({ graph }: { graph: Graph }): ReactNode => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(graph) }} />
)
