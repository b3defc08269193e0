// Renders the page of a review link that shows nothing: expired, revoked, about a text that was changed since, or never
// made. The page does not say which.
import type { ReactNode } from 'react'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/layout/render'

const TITLE = 'This link is not valid any more'

const ClosedPage = (props: PageProps): ReactNode => (
  <PageFrame {...props} title={TITLE} index={false}>
    <h1>{TITLE}</h1>
    <p className="standfirst">
      A link to a text in the making works for some days, and until the text is changed. Ask whoever
      sent it to you for a new one.
    </p>
  </PageFrame>
)

export const renderClosedPage = (props: PageProps): Promise<string> =>
  renderDocument(<ClosedPage {...props} />)
