// A document as publishing it now would show it: its seal, its issues, and what would go live with it.
import {
  contentIssues,
  type AddressHolder,
  type ContentIssue,
} from '@/domain/workflow/checklist/contentIssues'
import { faqItemIssues, type FaqContent } from '@/domain/workflow/checklist/faqIssues'
import {
  readAlsoLinkIssues,
  type ReadAlsoContent,
} from '@/domain/workflow/checklist/readAlsoIssues'
import { sealOf, type Seal } from '@/domain/workflow/seal'
import type { Id, Kind } from '@/domain/workflow/subject'
import { bodyOf, DATA_OF, type Text } from './texts'
import type { Doc } from './doc'

/** What is looked at of the model. */
interface World {
  images: ReadonlyMap<Id, string>
  /** In the trash too. */
  find(kind: Kind, id: Id | null): Doc | undefined
  /** Not in the trash. */
  there(kind: Kind, id: Id): Doc[]
  /** Who else has the address of an article. */
  holder(doc: Doc): AddressHolder | undefined
}

interface View {
  page: Seal
  issues: ContentIssue[]
  carried: Doc[]
}

/** Not a hash, but as collision-free as one. */
const plainHash = (text: string): string => text

const isNext = ({ fields, kind }: Doc): boolean =>
  kind !== 'articles' &&
  fields.withdrawal === null &&
  !['scheduled', 'published'].includes(fields.state)

const onPage = (doc: Doc): Text =>
  doc.fields.live && doc.shown && !isNext(doc) ? doc.shown : doc.working

const targetOf = (world: World, { linkKind, target }: Text): Doc | undefined =>
  linkKind === 'internal' && target !== null ? world.there('articles', target)[0] : undefined

const faqContent = ({ id }: Doc, text: Text): FaqContent => ({
  ...(DATA_OF['faq-items'](text) as Pick<FaqContent, 'question' | 'answer'>),
  id,
})

function linkContent(world: World, { id }: Doc, text: Text): ReadAlsoContent {
  const target = text.linkKind === 'internal' ? world.find('articles', text.target) : undefined
  const { trashed } = target ?? {}
  return {
    id,
    kind: text.linkKind ?? 'unresolved',
    title: text.title,
    url: text.words,
    article: target ? { id: target.id, live: target.fields.live && !trashed, trashed } : null,
  }
}

function sealedLink(world: World, { id }: Doc, text: Text) {
  const target = targetOf(world, text)
  const to = target && onPage(target)
  const url = text.linkKind === 'external' ? text.words : null
  return { id, title: to?.title ?? text.title, target: to?.path ?? url }
}

export function viewOf(world: World, doc: Doc): View {
  const text = doc.working
  const isArticle = doc.kind === 'articles'
  const parts = (kind: Kind, ids: Id[]) =>
    doc.kind === kind ? [doc] : ids.flatMap((id) => world.there(kind, id))
  const textOf = (part: Doc) => (part === doc ? part.working : onPage(part))
  const items = parts('faq-items', text.items)
  const links = parts('read-also-links', text.links)
  const images = text.images.map((id) => ({ id, alt: world.images.get(id) ?? '' }))
  const faqItems = items.map((item) => faqContent(item, textOf(item)))
  const readAlsoLinks = links.map((link) => linkContent(world, link, textOf(link)))
  const issues = isArticle
    ? contentIssues({
        id: doc.id,
        title: text.title,
        summary: text.words,
        path: text.path,
        body: bodyOf(text),
        category: text.category,
        sources: [],
        linkedArticles: [],
        faqItems,
        readAlsoLinks,
        images,
        holder: world.holder(doc),
      })
    : [...faqItems.flatMap(faqItemIssues), ...readAlsoLinks.flatMap(readAlsoLinkIssues)]
  const page = sealOf(
    {
      article: isArticle ? DATA_OF.articles(text) : {},
      faqItems: faqItems.map(({ id, question, answer }) => ({
        id,
        question: question ?? '',
        answer: answer ?? null,
      })),
      readAlsoLinks: links.map((link) => sealedLink(world, link, textOf(link))),
      images,
    },
    plainHash,
  )
  return {
    page,
    issues,
    carried: [items, links].flatMap((kind) =>
      kind.filter((part) => part !== doc && isNext(part)).toSorted((a, b) => a.id - b.id),
    ),
  }
}
