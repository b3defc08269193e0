// Something failed on our side. Needs no data: it is shown when there is none.
import type { ReactNode } from 'react'
import { homePath } from '@/domain/paths'
import { Document } from '@/site/layout/Document'
import { renderDocument } from '@/site/render'

interface Props {
  siteName: string
  /** BCP 47. */
  language?: string
  stylesheet?: string
}

const TITLE = 'This page cannot be shown right now'

const ErrorPage = ({ siteName, language = 'en', stylesheet }: Props): ReactNode => (
  <Document
    language={language}
    title={`${TITLE} – ${siteName}`}
    index={false}
    stylesheet={stylesheet}
  >
    <a className="skip" href="#content">
      Skip to content
    </a>
    <header className="site-header">
      <div>
        <p className="brand">
          <a href={homePath}>{siteName}</a>
        </p>
      </div>
    </header>
    <main id="content">
      <h1>{TITLE}</h1>
      <p className="standfirst">
        The fault is ours, not yours. Please try again in a minute, or go to the{' '}
        <a href={homePath}>home page of {siteName}</a>.
      </p>
    </main>
  </Document>
)

export const renderErrorPage = (props: Props): Promise<string> =>
  renderDocument(<ErrorPage {...props} />)
