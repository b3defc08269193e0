// Writes robots.txt (RFC 9309): the addresses that each kind of crawler may read.

/**
 * Crawlers by what they read for, as their vendors document them (October 2026). A token may belong to no crawler of
 * its own.
 */
export const CRAWLERS = {
  /** Texts become part of a model. */
  training: [
    'GPTBot',
    'ClaudeBot',
    'CCBot',
    'Google-Extended',
    'Applebot-Extended',
    'Bytespider',
    'meta-externalagent',
  ],
  /** Answers quote the site and link to it. Search engines that show links alone are not here: they are never shut out. */
  search: [
    'OAI-SearchBot',
    'Claude-SearchBot',
    'PerplexityBot',
    'ChatGPT-User',
    'Claude-User',
    'Perplexity-User',
  ],
} as const

export type CrawlerSettings = Record<keyof typeof CRAWLERS, boolean>

/** Prefixes of addresses that are no reading. Search results are kept out by `noindex`, which a crawler must be able to see. */
const NOT_FOR_CRAWLERS = ['/admin', '/api/', '/preview/', '/review/']

const group = (agents: readonly string[], rules: readonly string[]): string =>
  [...agents.map((agent) => `User-agent: ${agent}`), ...rules].join('\n')

/**
 * @param origin the public origin, e.g. `https://example.org`
 * @param crawlers false shuts out that kind of crawler
 */
export function robotsTxt(origin: string, crawlers: CrawlerSettings): string {
  const shutOut = (Object.keys(CRAWLERS) as (keyof typeof CRAWLERS)[])
    .filter((kind) => !crawlers[kind])
    .flatMap((kind) => CRAWLERS[kind])
  const groups = [
    ...(shutOut.length > 0 ? [group(shutOut, ['Disallow: /'])] : []),
    // No lines beside those of the RFC: Lighthouse calls a file with others invalid.
    group(
      ['*'],
      NOT_FOR_CRAWLERS.map((prefix) => `Disallow: ${prefix}`),
    ),
    `Sitemap: ${origin}/sitemap.xml`,
  ]
  return `${groups.join('\n\n')}\n`
}
