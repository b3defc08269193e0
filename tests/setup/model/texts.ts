// What the model knows of a document's text: enough to tell every version from every other, and what points at what.
import { bodyReferences } from '@/domain/articles/links/references'
import type { RichText } from '@/domain/text/richText'
import { plainText } from '@/domain/text/plainText'
import type { Id, Kind } from '@/domain/workflow/subject'
import { faqBlock, paragraph, readAlsoBlock, richText, upload } from '../../fixtures/richText'

export interface Text {
  /** Of an FAQ item the question. */
  title: string
  /** Of an article the summary, of an FAQ item the answer, of a link the URL; empty while it is not written. */
  words: string
  /** Of an article; null for the others. */
  path: string | null
  category: Id | null
  items: Id[]
  links: Id[]
  images: Id[]
  linkKind: 'internal' | 'external' | 'unresolved' | null
  /** Of an internal link. */
  target: Id | null
}

export const EMPTY_TEXT: Text = {
  title: '',
  words: '',
  path: null,
  category: null,
  items: [],
  links: [],
  images: [],
  linkKind: null,
  target: null,
}

const EMPTY: RichText = { root: { type: 'root', children: [] } }

export const bodyOf = ({ items, links, images }: Text): RichText =>
  richText(
    paragraph('Text.'),
    ...links.flatMap((id) => [readAlsoBlock(id), paragraph('More text.')]),
    ...(items.length > 0 ? [faqBlock(items)] : []),
    ...images.map(upload),
  )

const answerOf = ({ words }: Text): RichText => richText(...(words ? [paragraph(words)] : []))

/** As an editor sends it. */
export const DATA_OF: Record<Kind, (text: Text) => Record<string, unknown>> = {
  articles: (text) => ({
    title: text.title,
    summary: text.words,
    path: text.path,
    category: text.category,
    body: bodyOf(text),
  }),
  'faq-items': (text) => ({ question: text.title, answer: answerOf(text) }),
  'read-also-links': (text) => ({
    kind: text.linkKind,
    title: text.title,
    url: text.words || null,
    article: text.target,
  }),
}

type Row = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const id = (value: unknown): Id | null => (typeof value === 'number' ? value : null)

/** The same from a stored row. */
export const TEXT_OF: Record<Kind, (row: Row) => Text> = {
  articles: (row) => {
    const { faqItems, readAlsoLinks, media } = bodyReferences((row.body as RichText) ?? EMPTY)
    return {
      ...EMPTY_TEXT,
      title: text(row.title),
      words: text(row.summary),
      path: text(row.path),
      category: id(row.category),
      items: faqItems,
      links: readAlsoLinks,
      images: media,
    }
  },
  'faq-items': (row) => ({
    ...EMPTY_TEXT,
    title: text(row.question),
    words: plainText((row.answer as RichText) ?? EMPTY).trim(),
  }),
  'read-also-links': (row) => ({
    ...EMPTY_TEXT,
    title: text(row.title),
    words: text(row.url),
    target: id(row.article),
    linkKind: row.kind as Text['linkKind'],
  }),
}

/** Whether its required fields are filled in; Payload asks that of whatever is not saved as a draft. */
export const isFilled: Record<Kind, (text: Text) => boolean> = {
  articles: ({ title, words }) => title !== '' && words !== '',
  'faq-items': ({ title, words }) => title !== '' && words !== '',
  'read-also-links': ({ linkKind, title, words, target }) =>
    linkKind === 'internal'
      ? target !== null
      : title !== '' && (linkKind !== 'external' || words !== ''),
}

export const sameText = (text: Text): Text => structuredClone(text)
