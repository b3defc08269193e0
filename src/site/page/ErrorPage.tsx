// Renders the page for a failure on our side. Needs no data: it is shown when there is none.
import type { ReactNode } from 'react'
import { homePath } from '@/domain/addresses/paths'
import { Document } from '@/site/layout/Document'
import { renderDocument } from '@/site/layout/render'

interface Props {
  /** Whom it is for; editors wait with a form open. */
  whom?: 'readers' | 'editors'
  siteName: string
  /** BCP 47. */
  language?: string
  stylesheet?: string
}

const WORDS = {
  readers: {
    title: 'This page cannot be shown right now',
    text: (siteName: string): ReactNode => (
      <>
        The fault is ours, not yours. Please try again in a minute, or go to the{' '}
        <a href={homePath}>home page of {siteName}</a>.
      </>
    ),
  },
  editors: {
    title: 'The database is away',
    text: (): ReactNode => (
      <>
        What was saved is safe, and what was typed in another tab stays there until it can be saved.
        This page tries again by itself every few seconds. Readers still get the pages that are
        stored.
      </>
    ),
  },
}

const ErrorPage = ({
  whom = 'readers',
  siteName,
  language = 'en',
  stylesheet,
}: Props): ReactNode => (
  <Document
    language={language}
    title={`${WORDS[whom].title} – ${siteName}`}
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
      <h1>{WORDS[whom].title}</h1>
      <p className="standfirst">{WORDS[whom].text(siteName)}</p>
    </main>
  </Document>
)

export const renderErrorPage = (props: Props): Promise<string> =>
  renderDocument(<ErrorPage {...props} />)
