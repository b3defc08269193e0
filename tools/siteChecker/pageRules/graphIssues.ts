// Checks what must hold within the structured data of a page, before it is compared with what the page shows.
import { isDay } from '@/domain/time/day'
import { endsAsQuestion } from '@/domain/articles/faq/questionEnd'
import { visibleText } from '@/domain/text/visibleText'
import { membersOf, nodesOfType, type JsonLdNode } from '../page/graph'
import { findAll, readHtml, readElementText } from '../page/html'
import { isIndexable, isInstant, type SitePage } from '../page/sitePage'

type Rules = Record<string, (page: SitePage) => string[]>

/** What search engines accept in `Answer.text`; they ignore the rest. */
const ANSWER_TAGS = new Set('h1 h2 h3 h4 h5 h6 br ol ul li a p div b strong i em'.split(' '))

const PAGE_TYPES = ['WebPage', 'AboutPage', 'CollectionPage', 'ProfilePage']

/** Retired, for others to say, or not ours to claim. */
const FORBIDDEN =
  /^(SearchAction|speakable|SpeakableSpecification|(Aggregate)?Rating|Review|review)$/

const repeated = (values: string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

const ids = ({ graph }: SitePage, isDefinition: boolean): string[] =>
  membersOf(graph)
    .filter(({ key, parent }) => key === '@id' && Object.keys(parent).length > 1 === isDefinition)
    .map(({ value }) => String(value))

function idIssues(page: SitePage): string[] {
  const own = ids(page, true)
  const { origin } = new URL(page.url)
  return [
    ...repeated(own).map((id) => `@id twice: ${id}`),
    ...own.filter((id) => !id.startsWith(`${origin}/`)).map((id) => `@id of elsewhere: ${id}`),
    ...ids(page, false)
      .filter((id) => !own.includes(id))
      .map((id) => `nothing in the graph has the @id ${id}`),
  ]
}

function pageNodeIssues(page: SitePage): string[] {
  if (page.graph.length === 0)
    return isIndexable(page) ? ['no structured data, and it may be listed'] : []
  const [node, ...others] = PAGE_TYPES.flatMap((type) => nodesOfType(page.graph, type))
  if (!node || others.length > 0) return [`${others.length + (node ? 1 : 0)} nodes for the page`]
  return node.url === page.url ? [] : [`the node of the page is that of ${String(node.url)}`]
}

function answerIssues(text: unknown): string[] {
  if (typeof text !== 'string' || visibleText(readElementText(readHtml(text))) === '')
    return ['no text']
  return findAll(readHtml(text), '').flatMap(({ tag, attributes }) => {
    const { href, ...others } = attributes
    return [
      ...(ANSWER_TAGS.has(tag) ? [] : [`<${tag}>`]),
      ...Object.keys(others).map((name) => `<${tag} ${name}>`),
      ...(tag === 'a' && !/^(https?:\/\/|mailto:|tel:)/.test(href ?? '')
        ? [`link to ${href}`]
        : []),
      ...(tag !== 'a' && href !== undefined ? [`<${tag} href>`] : []),
    ]
  })
}

function questionIssues(question: JsonLdNode, { url }: SitePage): string[] {
  const { name, acceptedAnswer } = question
  const id = question['@id'] ?? ''
  const answers = [acceptedAnswer ?? []].flat() as JsonLdNode[]
  return [
    ...(typeof name === 'string' && endsAsQuestion(name) ? [] : ['its name asks nothing']),
    ...(answers.length === 1 ? [] : [`${answers.length} accepted answers`]),
    ...answers.flatMap(({ text }) => answerIssues(text)).map((issue) => `answer: ${issue}`),
    ...(id.split('#')[0] === url ? [] : ['its home is another page']),
    ...(question.url === id ? [] : [`its url is ${String(question.url)}`]),
  ].map((issue) => `${id}: ${issue}`)
}

function faqPageIssues({ graph }: SitePage): string[] {
  const pages = nodesOfType(graph, 'FAQPage')
  const questions = membersOf(graph).filter(
    ({ key, value }) => key === '@type' && [value].flat().includes('Question'),
  )
  if (pages.length > 1) return [`${pages.length} FAQPages`]
  const listed = ([pages[0]?.mainEntity ?? []].flat() as JsonLdNode[]).map((node) => node['@id'])
  const there = questions.map(({ parent }) => parent['@id'])
  if (pages.length === 1 && there.length === 0) return ['an FAQPage without questions']
  return JSON.stringify(listed) === JSON.stringify(there)
    ? []
    : [`the FAQPage lists ${listed.join(' ') || 'none'}, marked up are ${there.join(' ')}`]
}

function dateIssues({ graph }: SitePage): string[] {
  const instants = membersOf(graph).filter(
    ({ key, parent }) =>
      /^date(Published|Modified)$/.test(key) && parent['@type'] !== 'CreativeWork',
  )
  const malformed = instants.filter(({ value }) => !isInstant(value))
  const reviews = membersOf(graph).filter(({ key }) => key === 'lastReviewed')
  const now = Date.now()
  return [
    ...malformed.map(({ key, value }) => `${key} has no zone: ${String(value)}`),
    // A Date, where schema.org has DateTime for the others.
    ...reviews
      .filter(({ value }) => !isDay(String(value)))
      .map(({ key, value }) => `${key} is no day: ${String(value)}`),
    ...instants
      .filter(({ value }) => Date.parse(String(value)) > now)
      .map(({ key, value }) => `${key} is in the future: ${String(value)}`),
    ...graph
      .filter(
        (node) => Date.parse(String(node.dateModified)) < Date.parse(String(node.datePublished)),
      )
      .map((node) => `changed before it was published: ${String(node['@id'])}`),
  ]
}

const ARTICLE = ['headline', 'datePublished', 'dateModified', 'author', 'publisher']

function articleIssues({ graph }: SitePage): string[] {
  const articles = nodesOfType(graph, 'Article')
  const people = nodesOfType(graph, 'Person')
  return [
    ...(articles.length > 1 ? [`${articles.length} Articles`] : []),
    ...articles.flatMap((node) =>
      [...ARTICLE, 'mainEntityOfPage'].filter((key) => !node[key]).map((key) => `no ${key}`),
    ),
    ...people
      .filter(({ name, url }) => !name || !url)
      .map((node) => `no name or url: ${node['@id']}`),
  ]
}

/** Every `name` that is marked up is in the visible text. Which names must be marked up, parity.ts says. */
function nameIssues({ document, graph }: SitePage): string[] {
  const visible = readElementText(document)
  return membersOf(graph)
    .filter(({ key, value }) => key === 'name' && !visible.includes(asRead(value)))
    .map(({ value, parent }) => `the name of ${String(parent['@type'])} is not shown: ${value}`)
}

const asRead = (value: unknown): string => String(value).replace(/\s+/g, ' ').trim()

export const GRAPH_RULES: Rules = {
  ids: idIssues,
  'page node': pageNodeIssues,
  questions: (page) =>
    nodesOfType(page.graph, 'Question').flatMap((question) => questionIssues(question, page)),
  FAQPage: faqPageIssues,
  dates: dateIssues,
  article: articleIssues,
  names: nameIssues,
  claims: ({ graph }) =>
    membersOf(graph)
      .flatMap(({ key, value }) => [key, ...(key === '@type' ? [value].flat() : [])])
      .filter((word) => FORBIDDEN.test(String(word)))
      .map((word) => `${String(word)} does not belong here`),
}
