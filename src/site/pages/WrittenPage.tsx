// Renders a page that an editor wrote: about, a policy.
import type { ReactNode } from 'react'
import { pageTrail } from '@/domain/articles/breadcrumbs'
import { pageGraph } from '@/domain/jsonLd/graph'
import { organizationId } from '@/domain/jsonLd/ids'
import { aboutPath } from '@/domain/addresses/paths'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/layout/render'
import { bodyScope } from '@/site/richText/bodyScope'
import { BodyText } from '@/site/richText/BodyText'
import type { SitePage } from './queries'

interface Props extends PageProps {
  page: SitePage
}

function WrittenPage({ site, stylesheet, page }: Props): ReactNode {
  const { path, title, summary, index, body, images } = page
  const trail = pageTrail(title, path)
  const isAbout = path === aboutPath
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={title}
      description={summary}
      path={path}
      index={index}
      image={images[0]}
      graph={pageGraph(
        site,
        {
          type: isAbout ? 'AboutPage' : 'WebPage',
          path,
          name: title,
          description: summary,
          mainEntity: isAbout ? organizationId(site) : undefined,
        },
        trail,
      )}
    >
      <Breadcrumbs trail={trail} />
      <h1>{title}</h1>
      <p className="standfirst">{summary}</p>
      <div className="body">
        <BodyText body={body} scope={bodyScope(page)} />
      </div>
    </PageFrame>
  )
}

export const renderWrittenPage = (props: Props): Promise<string> =>
  renderDocument(<WrittenPage {...props} />)
