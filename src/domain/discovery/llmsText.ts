// Writes llms.txt: the site in one short Markdown file, for programs that look for one. Google ignores it; it costs nothing.
import type { ArticleSummary, Site } from '../articles/article'
import { absoluteUrl, markdownPath } from '../addresses/paths'

const plain = (text: string): string =>
  text
    .replace(/[\\[\]<>`*_]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim()

export interface LlmsSection {
  /** Of a category; null for articles without one. */
  category: string | null
  articles: readonly Pick<ArticleSummary, 'title' | 'summary' | 'path'>[]
}

/** A heading, a summary in a quotation, and lists of links, as llmstxt.org describes it. */
export function llmsText(site: Site, sections: readonly LlmsSection[]): string {
  const url = (path: string): string => absoluteUrl(site.url, path)
  const lists = sections.map(({ category, articles }) =>
    [
      `## ${plain(category ?? (sections.length > 1 ? 'More articles' : 'Articles'))}`,
      '',
      ...articles.map(
        ({ title, summary, path }) =>
          `- [${plain(title)}](${url(markdownPath(path))}): ${plain(summary)}`,
      ),
    ].join('\n'),
  )
  return `${[
    `# ${plain(site.name)}`,
    `> ${plain(site.description)}`,
    'Each article is also there as Markdown: its address with `.md` at the end.',
    ...lists,
    `## Optional\n\n- [All questions and answers](${url('/questions.json')}): JSON\n- [Sitemap](${url('/sitemap.xml')})\n- [Feed](${url('/feed.json')}): JSON Feed 1.1`,
  ].join('\n\n')}\n`
}
