// Reads what a source says of itself beside its text: that it is unfinished, its path, that engines may not list it.
import { slugify } from '../../addresses/slug'
import type { FrontMatter } from '../importedArticle'

const YES = /^(?:true|yes|y|on|1)$/i
const NO = /^(?:false|no|n|off|0|null|~|)$/i
/** Words of several systems for a text that readers get. */
const SHOWN = /^(?:publish|published|live|public|final|complete|completed|done|active|approved)$/i

/** What each field must say of a text that readers get; a word that is not known here may mean anything. */
const SHOWN_WHERE = {
  draft: (word: string) => NO.test(word),
  // Some systems have the date of publication here.
  published: (word: string) => YES.test(word) || /\d{4}/.test(word),
  status: (word: string) => SHOWN.test(word),
  visibility: (word: string) => SHOWN.test(word),
  hidden: (word: string) => NO.test(word),
} satisfies Partial<Record<keyof FrontMatter, (word: string) => boolean>>

/** The field that withholds the source from readers, such as `draft: true`; undefined where none does. */
export function draftWords(frontMatter: FrontMatter): string | undefined {
  for (const [field, isShown] of Object.entries(SHOWN_WHERE)) {
    const word = frontMatter[field as keyof typeof SHOWN_WHERE]
    if (word !== undefined && !isShown(word)) return `${field}: ${word}`
  }
  return undefined
}

/** Jekyll and Hexo put drafts into a folder, and dates into the names of files. */
export const fileSays = (file: string): { draft: boolean; day?: string } => {
  const day = /(?:^|[\\/])(\d{4}-\d{2}-\d{2})-[^\\/]*$/.exec(file)?.[1]
  return { draft: /(?:^|[\\/])_drafts[\\/]/.test(file), ...(day ? { day } : {}) }
}

/** Whether the source is closed to search engines. */
export const isClosedToEngines = ({ noindex, robots }: FrontMatter): boolean =>
  (noindex !== undefined && !NO.test(noindex)) || /\b(?:noindex|none)\b/i.test(robots ?? '')

/** The path that a slug means, with the words of each part; empty where it has none. */
export const pathOfSlug = (slug: string): string =>
  slug
    .split('/')
    .map((part) => slugify(part))
    .filter((part) => part !== '')
    .map((part) => `/${part}`)
    .join('')
