// A document as plain lines, for reading what changed in it outside the panel.
import { plainText } from '@/domain/plainText'
import type { RichText } from '@/domain/richText'
import type { Kind } from '@/domain/workflow/subject'

type Fields = Record<string, unknown>

const line = (label: string, value: unknown): string[] =>
  typeof value === 'string' && value.trim() !== '' ? [`${label}: ${value}`] : []

const lines = (richText: unknown): string[] =>
  richText ? plainText(richText as RichText).split(/\n+/) : []

const TEXTS: Record<Kind, (fields: Fields) => string[]> = {
  articles: ({ body, path, summary, title }) => [
    ...line('Title', title),
    ...line('Path', path),
    ...line('Summary', summary),
    ...lines(body),
  ],
  'faq-items': ({ answer, question }) => [...line('Question', question), ...lines(answer)],
  'read-also-links': ({ kind, publisher, title, url }) => [
    ...line('Title', title),
    ...(kind === 'external' ? [...line('Address', url), ...line('Publisher', publisher)] : []),
  ],
}

/** One paragraph, heading or list item a line. FAQ sections, Read Also links and images have no text of their own. */
export const documentText = (kind: Kind, fields: object): string =>
  TEXTS[kind](fields as Fields).join('\n')
