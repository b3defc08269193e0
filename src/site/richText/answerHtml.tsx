// Renders an answer as HTML for its markup, with the renderer that shows it on the page.
import type { RichText as RichTextValue } from '@/domain/text/richText'
import { renderMarkup } from '@/site/layout/render'
import { markupNodes } from '@/site/richText/answerNodes'
import { absoluteLinks, type LinkResolver } from '@/site/richText/links'
import { RichText } from '@/site/richText/RichText'

/** @param pageUrl absolute URL of the page that shows the answer; its links are resolved against it */
export const answerHtml = (
  answer: RichTextValue,
  href: LinkResolver,
  pageUrl: string,
): Promise<string> =>
  renderMarkup(
    <RichText
      nodes={answer.root.children}
      table={markupNodes}
      scope={{ href: absoluteLinks(href, pageUrl) }}
    />,
  )
