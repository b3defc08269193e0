// Loads from stored rows what the domain judges: a document's workflow, the seal over what its page would show, its checklist.
import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { findRival } from '@/cms/addresses/holders'
import { normalizePath } from '@/domain/addresses/paths'
import { readableText } from '@/domain/text/readableText'
import { bodyReferences } from '@/domain/articles/links/references'
import { contentIssues, type ContentIssue } from '@/domain/workflow/checklist/contentIssues'
import { faqItemIssues, type FaqContent } from '@/domain/workflow/checklist/faqIssues'
import {
  readAlsoLinkIssues,
  type ReadAlsoContent,
} from '@/domain/workflow/checklist/readAlsoIssues'
import { sealOf, type PageParts } from '@/domain/workflow/seal'
import { authorsAtStake } from '@/domain/workflow/events/needs'
import type { Id, Kind, Subject } from '@/domain/workflow/subject'
import type { Article, FaqItem, ReadAlsoLink } from '@/payload-types'
import { fieldIssues } from './fieldIssues'
import { findWorking, idOf, surroundingsOf, type Surroundings } from '../../records/documents'
import type { WorkflowRow } from '../../records/rows'

export interface Part {
  kind: Exclude<Kind, 'articles'>
  id: Id
  title: string
}

export interface Loaded {
  subject: Subject
  /** The FAQ items and Read Also links that go live with the article; empty for the others. */
  bundle: WorkflowRow[]
  /** All that its page shows; an FAQ item or a link shows itself. */
  parts: Part[]
  /** Those that its page shows; an FAQ item shows itself. */
  faqItems: FaqItem[]
  title: string
  /** The address of the working version; null for what has none of its own. */
  path: string | null
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const faqContent = (item: FaqItem, around: Surroundings): FaqContent => ({
  ...item,
  linkedArticles: bodyReferences(readableText('answer', item.answer)).articles.flatMap((id) =>
    linked(id, around),
  ),
})

const linked = (id: Id, { targets, liveTargets }: Surroundings): { id: Id; live: boolean }[] =>
  targets.some((target) => target.id === id) ? [{ id, live: liveTargets.includes(id) }] : []

const leadsTo = (id: Id, around: Surroundings): ReadAlsoContent['article'] =>
  around.trashedTargets.includes(id)
    ? { id, live: false, trashed: true }
    : (linked(id, around)[0] ?? null)

const readAlsoContent = (link: ReadAlsoLink, around: Surroundings): ReadAlsoContent => ({
  ...link,
  article: leadsTo(idOf(link.article) ?? 0, around),
})

function partsOf(article: Record<string, unknown>, around: Surroundings): PageParts {
  const target = (link: ReadAlsoLink) =>
    link.kind === 'internal'
      ? around.targets.find(({ id }) => id === idOf(link.article))
      : undefined
  return {
    article,
    faqItems: around.faqItems.map((item) => ({ ...item })),
    readAlsoLinks: around.readAlsoLinks.map((link) => ({
      id: link.id,
      title: target(link)?.title ?? link.title ?? '',
      target: target(link)?.path ?? (link.kind === 'external' ? (link.url ?? null) : null),
      publisher: link.publisher,
      relation: link.kind === 'external' ? link.relation : null,
    })),
    images: around.images.map(({ id, alt, caption, filename }) => ({ id, alt, caption, filename })),
  }
}

interface Judged {
  around: Surroundings
  article: Record<string, unknown>
  issues: ContentIssue[]
  title: string
  path: string | null
  category: Id | null
}

async function judgeArticle(article: Article, req: PayloadRequest): Promise<Judged> {
  const { faqItems, readAlsoLinks, media, articles } = bodyReferences(
    readableText('article', article.body),
  )
  const hero = idOf(article.heroImage)
  const images = [...new Set([...media, ...(hero ? [hero] : [])])]
  const around = await surroundingsOf({ faqItems, readAlsoLinks, images, articles }, req)
  const category = idOf(article.category)
  const { id } = article
  const holder = article.path
    ? await findRival(normalizePath(article.path), { collection: 'articles', id }, req)
    : undefined
  const issues = contentIssues({
    ...article,
    category,
    holder,
    heroImage: hero,
    sources: article.sources ?? [],
    faqItems: around.faqItems.map((item) => faqContent(item, around)),
    readAlsoLinks: around.readAlsoLinks.map((link) => readAlsoContent(link, around)),
    images: around.images,
    linkedArticles: articles.flatMap((id) => linked(id, around)),
  })
  const { title, path } = article
  return { around, article: { ...article }, issues, title, path: path ?? null, category }
}

const NO_PARTS = { faqItems: [], readAlsoLinks: [], images: [], articles: [] }
const NO_PAGE = { article: {}, path: null, category: null }

async function judgeFaqItem(item: FaqItem, req: PayloadRequest): Promise<Judged> {
  const { articles } = bodyReferences(readableText('answer', item.answer))
  const around = {
    ...(await surroundingsOf({ ...NO_PARTS, articles }, req)),
    faqItems: [item],
  }
  return {
    ...NO_PAGE,
    around,
    issues: faqItemIssues(faqContent(item, around)),
    title: item.question,
  }
}

async function judgeReadAlsoLink(link: ReadAlsoLink, req: PayloadRequest): Promise<Judged> {
  const target = idOf(link.article)
  const articles = target ? [target] : []
  const around = {
    ...(await surroundingsOf({ ...NO_PARTS, articles }, req)),
    readAlsoLinks: [link],
  }
  const issues = readAlsoLinkIssues(readAlsoContent(link, around))
  return { ...NO_PAGE, around, issues, title: link.title ?? '' }
}

const JUDGES = {
  articles: judgeArticle,
  'faq-items': judgeFaqItem,
  'read-also-links': judgeReadAlsoLink,
} as const

/** What the domain finds and, in the fields of which it finds nothing, what else publishing would refuse. */
async function judge({ kind, id }: WorkflowRow, req: PayloadRequest): Promise<Judged | undefined> {
  const document = await findWorking(kind, id, req)
  if (!document) return undefined
  const judged = await (JUDGES[kind] as Judge)(document, req)
  const known = judged.issues.filter(({ severity }) => severity === 'block')
  const fields = await fieldIssues(kind, document, req)
  const others = fields.filter(({ field }) => !known.some((issue) => covers(issue.field, field)))
  const parts = await partIssues(judged, req)
  return { ...judged, issues: [...judged.issues, ...others, ...parts] }
}

type Judge = (document: object, req: PayloadRequest) => Promise<Judged>

const covers = (field: string, other: string): boolean => `${other}.`.startsWith(`${field}.`)

const PARTS = {
  'faq-items': { code: 'faqFieldInvalid', among: 'faqItems' },
  'read-also-links': { code: 'readAlsoFieldInvalid', among: 'readAlsoLinks' },
} as const

/** Of what goes live with the article. */
async function partIssues(
  { around, issues }: Judged,
  req: PayloadRequest,
): Promise<ContentIssue[]> {
  const found: ContentIssue[] = []
  for (const { kind, id } of around.bundle) {
    if (kind === 'articles' || issues.some((issue) => 'id' in issue && issue.id === id)) continue
    const { among, code } = PARTS[kind]
    const part = around[among].find((one) => one.id === id)
    const title = (part && ('question' in part ? part.question : part.title)) ?? ''
    for (const { message } of part ? await fieldIssues(kind, part, req) : [])
      found.push({ field: 'body', severity: 'block', code, id, title, message })
  }
  return found
}

async function expertReview(category: Id | null, req: PayloadRequest): Promise<boolean> {
  if (category === null) return false
  const found = await req.payload.findByID({
    collection: 'categories',
    id: category,
    depth: 0,
    disableErrors: true,
    select: { expertReview: true },
    req,
  })
  return found?.expertReview === true
}

/** Undefined when the document is in the trash: no event reaches it there. */
export async function loadSubject(
  row: WorkflowRow,
  req: PayloadRequest,
): Promise<Loaded | undefined> {
  const judged = await judge(row, req)
  if (!judged) return undefined
  const { around, article, issues, title, path, category } = judged
  const bundle = around.bundle
  const { fourEyes } = await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req })
  const { rowId: _, scheduleFailure: __, updatedAt: ___, ...stored } = row
  // What was forced in a part is still unapproved in its next version.
  const authors = [...row.authorsSinceApproval, ...bundle.flatMap(authorsAtStake)]
  const subject: Subject = {
    ...stored,
    authorsSinceApproval: [...new Set(authors)],
    parts: bundle.map((part) => ({ kind: part.kind, id: part.id, version: part.version })),
    page: sealOf(partsOf(article, around), sha256),
    contentIssues: issues,
    expertReviewRequired: await expertReview(category, req),
    fourEyes: fourEyes !== false,
  }
  const parts = [
    ...around.faqItems.map((item): Part => ({
      kind: 'faq-items',
      id: item.id,
      title: item.question ?? '',
    })),
    ...around.readAlsoLinks.map((link): Part => ({
      kind: 'read-also-links',
      id: link.id,
      title: link.title ?? '',
    })),
  ]
  return { subject, bundle, parts, faqItems: around.faqItems, title, path }
}
