// Lists the fields of the front matter, and the way in which the value of each is read.
import { imageFieldNamed } from './frontMatterImage'
import { FRONT_MATTER_FIELDS } from '../lines/grammar'
import type { FrontMatter } from '../importedArticle'

export interface FieldShape {
  /** Several values are one each; else the first one counts. */
  list?: boolean
  /** A line of text is split at its commas. */
  commas?: boolean
  /** A list in the list is one with those above it, as Hexo writes categories. */
  nested?: boolean
  /** It holds words, so that "#" behind a blank is one of them and begins no comment. */
  words?: boolean
}

export const FIELD_SHAPES: Readonly<Record<keyof FrontMatter, FieldShape>> = {
  title: { words: true },
  // Commas stand in names: "Jane Roe, MD".
  authors: { words: true, list: true },
  category: { words: true },
  categories: { words: true, list: true, commas: true, nested: true },
  topics: { words: true, list: true, commas: true },
  keywords: { words: true, list: true, commas: true },
  image: {},
  imageAlt: { words: true },
  summary: { words: true },
  description: { words: true },
  path: {},
  slug: {},
  sourceId: {},
  site: {},
  formerPaths: { list: true },
  reviewer: { words: true },
  lastReviewed: {},
  draft: {},
  published: {},
  status: {},
  visibility: {},
  hidden: {},
  publishedAt: {},
  date: {},
  createdAt: {},
  modifiedAt: {},
  expires: {},
  noindex: {},
  robots: {},
  seoTitle: { words: true },
  seoDescription: { words: true },
}

/** The field that a key sets, if it is one of ours; case, spaces, hyphens and underscores do not count. */
export function fieldNamed(key: string): keyof FrontMatter | undefined {
  const plain = key.toLowerCase().replace(/[\s_-]/g, '')
  return FRONT_MATTER_FIELDS.get(plain) ?? imageFieldNamed(plain)
}

export function fieldShape(key: string): FieldShape | undefined {
  const name = fieldNamed(key)
  return name && FIELD_SHAPES[name]
}
