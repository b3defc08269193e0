// Reads questions with their answers out of a pasted text, as an import reads a "People Also Ask" section.
import type { FaqSectionOf, ImportedArticle } from './importedArticle'
import { parseArticle } from './parse'

/** Of the second level, since one of the first would be the title of an article. */
const HEADING = '## People Also Ask\n\n'

/** Questions that are headings of the first level move below it, with all that are below them. */
const demoteHeadings = (text: string): string =>
  /^#\s/m.test(text) ? text.replace(/^#{1,5}(?=\s)/gm, '#$&') : text

export interface PastedQuestions {
  /** With the one section that holds the questions. */
  article: ImportedArticle
  section: FaqSectionOf<string>
  /** The texts that belong to no question, such as an introduction. */
  rest: string[]
}

type Block = ImportedArticle['blocks'][number]

const wordsOf = (block: Block): string[] => {
  if (block.type === 'list') return [block.items.join(', ')]
  if (block.type === 'readAlso') return [block.title]
  return 'text' in block ? [block.text] : []
}

/** A text in which nothing is asked gives a section without items. */
export function readPastedQuestions(text: string): PastedQuestions {
  const { article } = parseArticle(HEADING + demoteHeadings(text.trim()), { title: 'Questions' })
  const sections = article.blocks.filter((block) => block.type === 'faqSection')
  const items = sections.flatMap((section) => section.items)
  const section = { type: 'faqSection', heading: '', items } as const
  return {
    article: { ...article, blocks: [section] },
    section,
    rest: article.blocks.flatMap(wordsOf),
  }
}
