// Renders the page about the organisation behind the site, which the byline links to when no author is named.
import type { ReactNode } from 'react'
import { pageTrail } from '@/domain/articles/breadcrumbs'
import { pageGraph } from '@/domain/jsonLd/graph'
import { organizationId } from '@/domain/jsonLd/ids'
import { homePath } from '@/domain/addresses/paths'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { renderDocument } from '@/site/layout/render'

function AboutPage({ site, stylesheet }: PageProps): ReactNode {
  const { name, description, aboutPath: path } = site.organization
  const title = `About ${name}`
  const trail = pageTrail(title, path)
  const page = { type: 'AboutPage', path, name: title, mainEntity: organizationId(site) } as const
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={title}
      description={description}
      path={path}
      graph={pageGraph(site, page, trail)}
    >
      <Breadcrumbs trail={trail} />
      <h1>{title}</h1>
      <div className="body">
        {description
          .split(/\n\s*\n/)
          .filter((paragraph) => paragraph.trim() !== '')
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        <p>
          {name} publishes <a href={homePath}>{site.name}</a>.
        </p>
      </div>
    </PageFrame>
  )
}

export const renderAboutPage = (props: PageProps): Promise<string> =>
  renderDocument(<AboutPage {...props} />)
