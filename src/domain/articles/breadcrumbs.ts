// Builds the trail from the home page to a page; the last crumb is the page itself.
import type { Article } from './article'
import { categoryPath, homePath } from '../addresses/paths'

export interface Crumb {
  name: string
  path: string
}

const home: Crumb = { name: 'Home', path: homePath }

export const pageTrail = (name: string, path: string): Crumb[] => [home, { name, path }]

export const articleTrail = ({ title, path, category }: Article): Crumb[] => [
  home,
  ...(category ? [{ name: category.name, path: categoryPath(category.slug) }] : []),
  { name: title, path },
]
