// Builds the addresses of stored pages: a path as readers ask for it, and a word behind it for its other forms.
import { wantsMarkdown } from '../../domain/http/accept'
import type { SimpleHeaders } from '../http/simpleRequest'

/** No request line can name them: there is a space in them. */
const MARKDOWN = ' markdown'
const OLD = ' old'

/** The address under which the redirect of an old address is stored. */
export const oldAddress = (path: string): string => path + OLD

/** The address of a stored page, which for one that wants Markdown is another one. */
export const variant = (address: string, { accept }: SimpleHeaders): string =>
  wantsMarkdown(accept) ? address + MARKDOWN : address

export const isMarkdown = (address: string): boolean => address.endsWith(MARKDOWN)
/** Asked only for its redirect: the page at its path is a page of its own. */
export const isOld = (address: string): boolean => address.endsWith(OLD)
export const pathOf = (address: string): string => address.replace(/ .*/, '')
