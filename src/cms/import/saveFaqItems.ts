// The questions of an imported article: those that exist already are reused, not doubled.
import type { PayloadRequest } from 'payload'
import type { Transaction } from '@/cms/transaction'
import { plainText } from '@/domain/plainText'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { answerToRichText } from '@/domain/textImport/toRichText'
import { titleKey } from '@/domain/titleKey'

/** Question key → id. An answer that differs is taken over only where no other article shows the item. */
export async function saveFaqItems(
  article: ImportedArticle,
  articleId: number | undefined,
  notices: string[],
  transaction: Transaction,
): Promise<Map<string, number>> {
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const saved = new Map<string, number>()
  const options = { collection: 'faq-items', draft: true, depth: 0, req } as const
  const _status = 'draft' as const
  const questions = article.blocks.flatMap((block) =>
    block.type === 'faqSection' ? block.items : [],
  )
  for (const { question, answer } of questions) {
    const key = titleKey(question)
    const wanted = answerToRichText(answer)
    const { docs } = await payload.find({
      collection: 'faq-items',
      where: key ? { questionKey: { equals: key } } : { question: { equals: question } },
      draft: true,
      depth: 0,
      limit: 1,
      req,
    })
    const known = docs[0]
    if (!known) {
      const data = { question, answer: wanted, _status }
      saved.set(key || question, (await payload.create({ ...options, data })).id)
      continue
    }
    saved.set(key || question, known.id)
    const sameAnswer = plainText(known.answer) === plainText(wanted)
    if (!sameAnswer && (await isSharedBeyond(articleId, known.id, transaction)))
      notices.push(`"${question}" exists already with another answer, which was kept.`)
    else if (!sameAnswer)
      await payload.update({ ...options, id: known.id, data: { answer: wanted, _status } })
  }
  return saved
}

async function isSharedBeyond(
  articleId: number | undefined,
  itemId: number,
  transaction: Transaction,
): Promise<boolean> {
  const { totalDocs } = await transaction.payload.count({
    collection: 'articles',
    where: {
      and: [
        { faqItems: { in: [itemId] } },
        ...(articleId ? [{ id: { not_equals: articleId } }] : []),
      ],
    },
    req: transaction as PayloadRequest,
  })
  return totalDocs > 0
}
