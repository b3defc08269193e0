// An imported article as short lines, so that a test shows its whole structure.
import type { AnswerBlock, Block } from '@/domain/textImport/importedArticle'
import { parseArticle } from '@/domain/textImport/parse'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'

const answerLine = (block: AnswerBlock): string =>
  block.type === 'paragraph'
    ? `p ${block.text}`
    : `${block.ordered ? `ol${block.start}` : 'ul'} ${block.items.join(' | ')}`

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`h${block.level} ${block.text}`]
    case 'readAlso':
      return [`also ${block.title}${block.url ? ` <${block.url}>` : ''}`]
    case 'faqSection':
      return [
        `faq ${block.heading}`,
        ...block.items.flatMap(({ question, answer }) => [
          `  q ${question}`,
          ...answer.map((part) => `  ${answerLine(part)}`),
        ]),
      ]
    default:
      return [answerLine(block)]
  }
}

const sketchBlocks = (blocks: readonly Block[]): string[] => blocks.flatMap(blockLines)

/** `t` the title unless it is proposed, the blocks, `src` the sources, `!line code` the issues, receipt errors. */
export function sketch(source: string, options: { title?: string } = {}): string[] {
  const result = parseArticle(source, options)
  const { title, blocks, sources } = result.article
  return [
    ...(title && !title.proposed ? [`t ${title.text}`] : []),
    ...sketchBlocks(blocks),
    ...sources.map(({ title, url }) => `src ${title}${url ? ` <${url}>` : ''}`),
    ...result.issues.map(({ line, code }) => `!${line} ${code}`),
    ...checkReceipt(source, result).map((issue) => `RECEIPT ${JSON.stringify(issue)}`),
  ]
}

/** Joins paragraphs by blank lines. */
export const text = (...paragraphs: string[]): string => paragraphs.join('\n\n')
