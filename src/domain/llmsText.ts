// llms.txt: the site in one short Markdown file, for programs that look for one. Google ignores it; it costs nothing.
import type { ArticleSummary, Shelf, Site } from './article'
import { absoluteUrl, markdownPath } from './paths'

/** Newest first; enough to find everything else from. */
const ARTICLES_PER_SHELF = 20

const plain = (text: string): string =>
  text
    .replace(/[\\[\]<>`*_]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * A heading, a summary in a quotation, and lists of links, as llmstxt.org describes it.
 * @param shelves categories in order, each with its newest articles; those without any are left out
 */
export function llmsText(
  site: Site,
  shelves: readonly { shelf: Shelf; articles: readonly ArticleSummary[] }[],
): string {
  const url = (path: string): string => absoluteUrl(site.url, path)
  const sections = shelves
    .filter(({ articles }) => articles.length > 0)
    .map(({ shelf, articles }) =>
      [
        `## ${plain(shelf.name)}`,
        '',
        ...articles
          .slice(0, ARTICLES_PER_SHELF)
          .map(
            ({ title, summary, path }) =>
              `- [${plain(title)}](${url(markdownPath(path))}): ${plain(summary)}`,
          ),
      ].join('\n'),
    )
  return `${[
    `# ${plain(site.name)}`,
    `> ${plain(site.description)}`,
    'Each article is also there as Markdown: its address with `.md` at the end.',
    ...sections,
    `## Optional\n\n- [All questions and answers](${url('/questions.json')}): JSON\n- [Sitemap](${url('/sitemap.xml')})\n- [Feed](${url('/feed.json')}): JSON Feed 1.1`,
  ].join('\n\n')}\n`
}
