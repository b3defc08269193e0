// Collects what an article's body shows of others.
import type { Article } from '@/domain/articles/article'
import { faqSections } from '@/domain/articles/faq/faqSections'
import { bodyScope, type BodyScope } from '@/site/richText/bodyScope'

export const articleScope = (article: Article): BodyScope =>
  bodyScope({
    ...article,
    faqSections: new Map(faqSections(article).map(({ node, items }) => [node, items])),
  })
