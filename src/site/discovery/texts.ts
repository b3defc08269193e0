// Writes the texts that programs read instead of pages, as answers.
import { readableJson } from '@/domain/text/characters'
import { llmsText } from '@/domain/discovery/llmsText'
import { questionAddress } from '@/domain/articles/faq/questionAddress'
import { answerMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import {
  aboutPath,
  absoluteUrl,
  homePath,
  questionPath,
  questionsPath,
  searchPath,
  sitemapPartPath,
} from '@/domain/addresses/paths'
import { robotsTxt } from '@/domain/discovery/robots'
import { sitemapIndex, sitemapPart, sitemapParts, sitemapSlice } from '@/domain/discovery/sitemap'
import type { Site } from '@/domain/articles/article'
import type { HtmlPage } from '@/site/page/respond'
import { listQuestions } from '@/site/questions/listQuestions'
import { findCrawlers } from '@/site/settings/queries'
import { countAddresses, listAddresses, listNewestByCategory, listOtherAddresses } from './queries'

type Text = Partial<HtmlPage>

const XML = 'application/xml; charset=utf-8'
const PLAIN = 'text/plain; charset=utf-8'

export const renderRobotsTxt = async ({ url }: Site): Promise<Text> => ({
  type: PLAIN,
  html: robotsTxt(url, await findCrawlers()),
})

/** Everything but articles. */
const listOtherPaths = async (): Promise<string[]> => [
  ...new Set([homePath, aboutPath, questionsPath, ...(await listOtherAddresses())]),
]

export async function renderSitemap({ url }: Site): Promise<Text> {
  const lengths = {
    pages: (await listOtherPaths()).length,
    articles: await countAddresses(),
  }
  const entries = (['pages', 'articles'] as const).flatMap((of) =>
    Array.from({ length: sitemapParts(lengths[of]) }, (_, index) => ({
      url: absoluteUrl(url, sitemapPartPath(index + 1, of)),
    })),
  )
  return { type: XML, html: sitemapIndex(entries) }
}

/** @param name of the part, such as `1.xml` or `pages-1.xml`; undefined when there is none such */
export async function renderSitemapPart({ url }: Site, name: string): Promise<Text | undefined> {
  const [, of, digits] = /^(pages-)?([1-9]\d{0,4})\.xml$/.exec(name) ?? []
  if (digits === undefined) return undefined
  const part = Number(digits)
  const addresses: { path: string; modifiedAt?: string | null }[] = of
    ? sitemapSlice(await listOtherPaths(), part).map((path) => ({ path }))
    : await listAddresses(part)
  if (addresses.length === 0) return undefined
  const entries = addresses.map(({ path, modifiedAt }) => ({
    url: absoluteUrl(url, path),
    modifiedAt: modifiedAt ?? undefined,
  }))
  return { type: XML, html: sitemapPart(entries) }
}

/** Of each category; enough to find everything else from. */
const MAX_ARTICLES_PER_SECTION = 20

export const renderLlmsTxt = async (site: Site): Promise<Text> => ({
  type: PLAIN,
  html: llmsText(site, await listNewestByCategory(MAX_ARTICLES_PER_SECTION)),
})

/** More would be too much for one answer; the pages of questions list them all. */
const MAX_QUESTIONS = 5000

/** Every answer of the site as data: `{questions: [{question, answer, url, source, category}]}`, the answer as Markdown. */
export async function renderQuestionsJson(site: Site): Promise<Text> {
  const rows = await listQuestions({ limit: MAX_QUESTIONS, offset: 0 })
  const questions = rows
    .filter(({ closed }) => !closed)
    .map((row) => ({
      question: row.question,
      answer: answerMarkdown(site, row.answer),
      url: absoluteUrl(site.url, questionAddress(row)),
      permanentUrl: absoluteUrl(site.url, questionPath(row.anchor)),
      source:
        row.path && row.title ? { title: row.title, url: absoluteUrl(site.url, row.path) } : null,
      category: row.category,
    }))
  return {
    type: 'application/json; charset=utf-8',
    html: `${readableJson({ site: site.name, url: site.url, language: site.language, questions })}\n`,
  }
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** OpenSearch 1.1: how a browser searches here. A short name has at most 16 characters. */
export const renderOpenSearch = (site: Site): Text => ({
  type: 'application/opensearchdescription+xml; charset=utf-8',
  html: [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(site.name.slice(0, 16))}</ShortName>`,
    `<Description>${escapeXml(site.description.slice(0, 1024))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Url type="text/html" method="get" template="${escapeXml(`${site.url}${searchPath}`)}?q={searchTerms}"/>`,
    '</OpenSearchDescription>\n',
  ].join('\n'),
})
