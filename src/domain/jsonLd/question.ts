// Builds the Question node with its one accepted Answer.
import type { QuestionLeaf } from 'schema-dts'
import type { FaqItem, Site } from '../articles/article'
import { questionUrl } from './ids'

/**
 * @param answerHtml the whole answer as the page shows it, in the HTML that search engines accept in `Answer.text`:
 *   `h1–h6 br ol ul li a p div b strong i em`, no attributes but `href`, absolute links
 */
export function question(site: Site, item: FaqItem, answerHtml: string): QuestionLeaf {
  const url = questionUrl(site, item)
  return {
    '@type': 'Question',
    '@id': url,
    url,
    name: item.question,
    answerCount: 1,
    inLanguage: site.language,
    acceptedAnswer: { '@type': 'Answer', text: answerHtml, url },
  }
}
