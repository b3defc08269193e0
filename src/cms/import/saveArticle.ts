// Saves the fields of an article, as its source gives them.
import type { PayloadRequest } from 'payload'
import { LIMITS } from '@/domain/access/limits'
import type { FrontMatter } from '@/domain/textImport/importedArticle'
import { isClosedToEngines } from '@/domain/textImport/source/sourceStanding'
import { toRichText } from '@/domain/textImport/article/toRichText'
import { questionKey } from '@/domain/addresses/titleKey'
import { findOrCreate } from './findOrCreate'
import { remember } from './rememberSource'
import { saveFaqItems } from './saveFaqItems'
import { saveFormerPaths } from './saveFormerPaths'
import { saveImage } from './image/saveImage'
import { linkKey, saveReadAlsoLinks } from './saveReadAlsoLinks'
import type { Importing } from './source'
import { findStatedPath, reportAddress } from './statedPath'
import * as words from './words'

/** The article with its FAQ items and Read Also links, as a working version that readers do not get yet. */
export async function saveArticle(state: Importing): Promise<{ id: number }> {
  const { source, described, dates, known, notices, transaction } = state
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const { article, edits } = source
  const title = (keepsTitle(state) ? known?.title : article.title?.text) ?? ''
  const faqItems = await saveFaqItems(article, known?.id, edits, notices, transaction)
  const readAlsoLinks = await saveReadAlsoLinks(article, notices, transaction)
  const { frontMatter, sources } = article
  const {
    authors = source.author ? [source.author] : [],
    categories = [],
    topics = [],
    keywords = [],
  } = frontMatter
  const [firstCategory, ...otherCategories] = categories
  const category = frontMatter.category ?? firstCategory ?? source.category
  const asTopics = frontMatter.category ? categories : otherCategories
  if (category && asTopics.length > 0) notices.push(words.categoriesAsTopics(category, asTopics))
  notices.push(...words.notTaken(source.notTaken ?? [], frontMatter, dates))
  const stated = await findStatedPath(state)
  const image = await saveImage(state)
  const data = {
    title,
    ...stated,
    ...image,
    summary: article.summary?.text ?? title,
    body: toRichText(article.blocks, {
      faqItem: (question) => required(faqItems.get(questionKey(question) || question), question),
      readAlsoLink: (linkTitle, url) =>
        required(readAlsoLinks.get(linkKey(linkTitle, url)), linkTitle),
    }),
    authors: await findOrCreate('authors', authors, notices, transaction),
    category: (
      await findOrCreate('categories', category ? [category] : [], notices, transaction)
    )[0],
    topics: await findOrCreate(
      'topics',
      [...asTopics, ...topics, ...keywords],
      notices,
      transaction,
    ),
    reviewer: (
      await findOrCreate(
        'authors',
        frontMatter.reviewer ? [frontMatter.reviewer] : [],
        notices,
        transaction,
      )
    )[0],
    lastReviewed: frontMatter.lastReviewed,
    sources,
    ...engineFields(frontMatter, notices),
    _status: 'draft' as const,
  }
  const options = { collection: 'articles', draft: true, depth: 0, req } as const
  const saved = known
    ? await payload.update({
        ...options,
        id: known.id,
        data: { ...data, workflowVersion: known.version },
      })
    : await payload.create({ ...options, data })
  if (!known && !stated.path) await reportAddress(saved, notices, req)
  await saveFormerPaths(saved, frontMatter.formerPaths ?? [], notices, transaction)
  await remember(saved.id, { ...described, ...dates }, known?.earlier, transaction)
  return saved
}

/** A title that was given to the article before stays its title, and is no proposal. */
const keepsTitle = ({ source, known }: Importing): boolean =>
  known !== undefined && source.article.title?.proposed === true

/** What search engines get, as far as the source says it and there is room for it. */
function engineFields(frontMatter: FrontMatter, notices: string[]) {
  const { summary, description, seoTitle, seoDescription = summary && description } = frontMatter
  const fits = (name: string, text: string | undefined, limit: number) => {
    if (text !== undefined && text.length > limit) notices.push(words.tooLongToTake(name, limit))
    return text !== undefined && text.length <= limit ? text : undefined
  }
  return {
    seoTitle: fits('title', seoTitle, LIMITS.seoTitle),
    seoDescription: fits('description', seoDescription, LIMITS.seoDescription),
    ...(isClosedToEngines(frontMatter) ? { index: false } : {}),
  }
}

function required(id: number | undefined, what: string): number {
  if (id === undefined) throw new Error(`"${what}" was not saved.`)
  return id
}
