// Runs the publish checklist: lists what a document still lacks, and what an editor had better look at.
import { safeUrl } from '../../text/links'
import { pathIssues, type PathIssue } from '../../addresses/paths'
import { isEmptyRichText } from '../../text/plainText'
import { bodyReferences } from '../../articles/links/references'
import { readableText } from '../../text/readableText'
import type { RichText } from '../../text/richText'
import { referenceIds, walk } from '../../text/richTextWalk'
import { isAboutAddress, textShapeIssues, type ShapeIssue } from '../../text/textShapeIssues'
import { visibleText } from '../../text/visibleText'
import { blockIssues, type BlockIssue } from './blockIssues'
import { faqSectionIssues, type FaqContent, type FaqIssue } from './faqIssues'
import { linkIssues, type LinkIssue } from './linkIssues'
import { readAlsoPlacementIssues, type ReadAlsoContent, type ReadAlsoIssue } from './readAlsoIssues'
import type { At } from './severity'

/** The holder of an address: what is live there, or a redirect, or what will be live at its hour. */
export interface AddressHolder {
  collection: 'articles' | 'pages' | 'redirects'
  id: number
  /** Of a redirect none. */
  title: string | null
  scheduled: boolean
}

/** A field that could not be stored as published, in the words of the rule that refuses it; `id` and `title` name a part. */
export type FieldIssue =
  | { code: 'fieldInvalid'; message: string }
  | { code: 'faqFieldInvalid' | 'readAlsoFieldInvalid'; id: number; title: string; message: string }

/** One thing in the text of an article, an FAQ item or a Read Also link. */
export type ContentIssue = At<
  | { code: 'titleMissing' | 'summaryMissing' | 'bodyEmpty' | 'categoryMissing' }
  | PathIssue
  | { code: 'pathTaken'; path: string; holder: AddressHolder }
  | FieldIssue
  | { code: 'sourceUnsafe'; url: string }
  | { code: 'bodyUnfit'; shape: ShapeIssue }
  | { code: 'pictureNotUploaded'; src: string }
  | { code: 'imageMissing'; id: number }
  | { code: 'imageAltMissing'; id: number }
  | LinkIssue
  | BlockIssue
  | FaqIssue
  | ReadAlsoIssue
>

/**
 * The working version of an article with what it points at, as publishing it now would show them: FAQ items and Read
 * Also links in their own working versions. Every field may still be missing in a draft.
 */
export interface ArticleContent {
  id: number
  title?: string | null
  summary?: string | null
  path?: string | null
  /** Of the path, where it is another document or a redirect. */
  holder?: AddressHolder | null
  body?: RichText | null
  category?: number | null
  lastReviewed?: string | null
  heroImage?: number | null
  sources: readonly { url?: string | null }[]
  /** The rows that exist, in any order; an id in the body that is absent here points at nothing. */
  faqItems: readonly FaqContent[]
  readAlsoLinks: readonly ReadAlsoContent[]
  images: readonly { id: number; alt?: string | null }[]
  linkedArticles: readonly { id: number; live: boolean }[]
}

const unless = (holds: boolean, issue: ContentIssue): ContentIssue[] => (holds ? [] : [issue])

/** Stored before there was a rule, or past it. */
const shapeIssues = (body: unknown): ContentIssue[] =>
  (body ? textShapeIssues('article', body) : [])
    .filter((shape) => !isAboutAddress(shape))
    .map((shape) => ({ field: 'body', severity: 'block', code: 'bodyUnfit', shape }))

const pastedPictures = (body: RichText): ContentIssue[] =>
  [...walk(body.root.children)].flatMap((node) =>
    node.type === 'upload' && referenceIds(node.value).length === 0
      ? [
          {
            field: 'body',
            severity: 'block',
            code: 'pictureNotUploaded',
            src: node.pending?.src ?? '',
          },
        ]
      : [],
  )

function imageIssues({ body, heroImage, images }: ArticleContent): ContentIssue[] {
  const known = new Map(images.map((image) => [image.id, image]))
  const inBody = bodyReferences(readableText('article', body)).media
  const used = [
    ...(heroImage ? [{ field: 'heroImage', id: heroImage }] : []),
    ...inBody.map((id) => ({ field: 'body', id })),
  ]
  return used.flatMap(({ field, id }): ContentIssue[] => {
    const image = known.get(id)
    if (!image) return [{ field, severity: 'block', code: 'imageMissing', id }]
    return unless(visibleText(image.alt) !== '', {
      field,
      severity: 'block',
      code: 'imageAltMissing',
      id,
    })
  })
}

const sourceIssues = ({ sources }: ArticleContent): ContentIssue[] =>
  sources.flatMap(({ url }, index) =>
    unless(!url || safeUrl(url) !== null, {
      field: `sources.${index}.url`,
      severity: 'block',
      code: 'sourceUnsafe',
      url: url ?? '',
    }),
  )

const addressIssues = ({ path, holder }: ArticleContent): ContentIssue[] =>
  holder ? [{ field: 'path', severity: 'block', code: 'pathTaken', path: path ?? '', holder }] : []

/** The issues that prevent publishing the article, and advice; in the order of the form. */
export function contentIssues(article: ArticleContent): ContentIssue[] {
  const body = readableText('article', article.body)
  return [
    ...unless(visibleText(article.title) !== '', {
      field: 'title',
      severity: 'block',
      code: 'titleMissing',
    }),
    ...unless(visibleText(article.summary) !== '', {
      field: 'summary',
      severity: 'block',
      code: 'summaryMissing',
    }),
    ...unless(!isEmptyRichText(body), { field: 'body', severity: 'block', code: 'bodyEmpty' }),
    ...shapeIssues(article.body),
    ...pastedPictures(body),
    ...linkIssues(body, 'body', article.linkedArticles),
    ...blockIssues(body, article.linkedArticles),
    ...readAlsoPlacementIssues(article.id, body, article.readAlsoLinks),
    ...faqSectionIssues(body, article.faqItems, article.lastReviewed ?? null),
    ...imageIssues(article),
    ...sourceIssues(article),
    ...pathIssues(article.path ?? '').map((issue) => ({
      field: 'path',
      severity: 'block' as const,
      ...issue,
    })),
    ...addressIssues(article),
    ...unless(Boolean(article.category), {
      field: 'category',
      severity: 'advise',
      code: 'categoryMissing',
    }),
  ]
}
