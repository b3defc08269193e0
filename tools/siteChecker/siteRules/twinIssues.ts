// Checks the other forms of what the pages say: Markdown, the questions as data, llms.txt. None says more or less than the pages.
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { forEachConcurrently } from '../crawl/crawl'
import { nodesOfType } from '../page/graph'
import { findAll, findOne, readElementText, type HtmlElement } from '../page/html'
import { isIndexable, type SitePage } from '../page/sitePage'
import type { CheckedSite, Finding } from '../crawl/checkedSite'
import type { Answer } from '../crawl/visitor'

const MARKDOWN = 'text/markdown'

/** Letters and digits alone: what Markdown and HTML write differently does not count. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

const saidBy = (node: Nodes): string => {
  if ('children' in node) return node.children.map(saidBy).join('')
  return 'value' in node ? node.value : ''
}

/** What a reader of the Markdown gets to read. */
const wordsOf = (markdown: string): string =>
  saidBy(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))

const twinOf = ({ document, url }: SitePage): string | undefined =>
  findAll(document, 'link')
    .filter(({ attributes }) => attributes.rel === 'alternate' && attributes.type === MARKDOWN)
    .map(({ attributes }) => new URL(attributes.href ?? '', url).href)[0]

/** What the Markdown must also say: the headline, the questions, their answers' paragraphs. */
function saidOn({ document }: SitePage): string[] {
  const texts = (element: HtmlElement, selector: string) =>
    findAll(element, selector).map(readElementText)
  return [
    readElementText(findOne(document, 'h1')),
    ...findAll(document, '.question').flatMap((question) => [
      ...texts(question, 'h3'),
      ...findAll(question, '.answer').flatMap((answer) => texts(answer, 'p')),
    ]),
  ]
}

function markdownIssues(answer: Answer, page: SitePage): string[] {
  const { status, headers, text } = answer
  if (status !== 200) return [`answers ${status}`]
  const said = lettersOf(wordsOf(text))
  return [
    ...(headers.get('Content-Type') === `${MARKDOWN}; charset=utf-8`
      ? []
      : [`its type is ${headers.get('Content-Type')}`]),
    ...(headers.get('Link') === `<${page.url}>; rel="canonical"`
      ? []
      : [`its canonical address is ${headers.get('Link') ?? 'missing'}`]),
    ...(/\baccept\b/i.test(headers.get('Vary') ?? '') ? [] : ['does not vary with Accept']),
    ...saidOn(page)
      .filter((passage) => !said.includes(lettersOf(passage)))
      .map((passage) => `does not say: ${passage}`),
  ]
}

export async function markdownTwinIssues({ pages, visits, ask }: CheckedSite): Promise<Finding[]> {
  const findings: Finding[] = []
  await forEachConcurrently(pages, async (page) => {
    const address = twinOf(page)
    const twin = visits.get(address ?? '')
    if (!address || !twin) return
    const issues = markdownIssues(twin, page)
    const asked = await ask(page.url, { Accept: `${MARKDOWN}, text/html;q=0.5` })
    if (asked.text !== twin.text) issues.push(`differs from ${page.url} asked for as ${MARKDOWN}`)
    findings.push(...issues.map((issue): Finding => [address, issue]))
  })
  return findings
}

/** `/questions.json` lists the questions that are marked up, and no other. */
export async function questionsJsonIssues({ origin, ask, pages }: CheckedSite): Promise<Finding[]> {
  const url = `${origin}/questions.json`
  const { status, text } = await ask(url)
  if (status !== 200) return [[url, `answers ${status}`]]
  const { questions } = JSON.parse(text) as { questions: { question: string; url: string }[] }
  const listed = new Map(questions.map(({ question, url: home }) => [home, question]))
  const marked = new Map(
    pages
      .filter(isIndexable)
      .flatMap(({ graph }) => nodesOfType(graph, 'Question'))
      .map((question) => [String(question['@id']), String(question.name)]),
  )
  return [
    ...[...marked]
      .filter(([id, name]) => listed.get(id) !== name)
      .map(([id]) => `does not list ${id}`),
    ...[...listed.keys()].filter((id) => !marked.has(id)).map((id) => `lists ${id}, not marked up`),
  ].map((issue): Finding => [url, issue])
}

/** llmstxt.org: a heading, a quote, lists of links. */
export async function llmsTextIssues({
  origin,
  ask,
  visits,
  pages,
}: CheckedSite): Promise<Finding[]> {
  const url = `${origin}/llms.txt`
  const { status, text } = await ask(url)
  if (status !== 200) return [[url, `answers ${status}`]]
  const findings: Finding[] = /^# \S.*\n\n> \S/.test(text) ? [] : [[url, 'has no name and summary']]
  // A bracket after a backslash is a letter like any other.
  const links = [...text.matchAll(/(?<!\\)\]\(([^)\s]+)\)/g)].map(
    ([, link]) => new URL(link ?? '', url).href,
  )
  await forEachConcurrently(
    links.filter((link) => link.startsWith(`${origin}/`)),
    async (link) => {
      const { status: found } = visits.get(link) ?? (await ask(link))
      if (found !== 200) findings.push([url, `links to ${link}, which answers ${found}`])
      const page = pages.find((of) => `${of.url}.md` === link)
      if (page && !isIndexable(page))
        findings.push([url, `links to ${link}, whose page is closed to engines`])
    },
  )
  return findings
}
