// Finds the dates that an imported text had at its source: those of the article, and of the FAQ items that came with it.
import type { PayloadRequest } from 'payload'
import type { Import } from '@/payload-types'

export type SourceDates = Pick<Import, 'publishedAt' | 'modifiedAt'>

export async function findSourceDates(
  article: number,
  req: PayloadRequest,
): Promise<SourceDates | undefined> {
  const found = await req.payload.db.findOne<Import>({
    collection: 'imports',
    where: { article: { equals: article } },
    req,
  })
  return found?.publishedAt || found?.modifiedAt ? found : undefined
}

/** For what goes live together with an imported article. */
export const setCarriedDates = (req: PayloadRequest, dates: SourceDates | undefined): void => {
  req.context.sourceDates = dates
}

export const carriedDates = (req: PayloadRequest): SourceDates | undefined =>
  req.context.sourceDates
