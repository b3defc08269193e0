// Describes stored notices in words: who did what to which document.
import type { Payload } from 'payload'
import { dateWords } from '@/cms/wording/dates'
import { namesOf } from '@/cms/records/people'
import { titlesOf } from '@/cms/records/titles'
import type { Occasion } from '@/domain/workflow/notices'
import type { Notice } from '@/payload-types'
import { sentenceOf } from '../wording/notices'

export interface Described {
  notice: Notice
  sentence: string
  /** False when the document is gone or lies in the trash. */
  exists: boolean
}

export const occasionOf = ({ what }: Notice): Occasion => what as Occasion

/** In the order given. */
export async function describe(payload: Payload, notices: Notice[]): Promise<Described[]> {
  const toDocumentKey = ({ document: id, kind }: Notice) => ({ kind, id })
  const [nameOf, titleOf, dateOf] = await Promise.all([
    namesOf(
      notices.flatMap(({ by }) => by ?? []),
      { payload },
    ),
    titlesOf(payload, notices.map(toDocumentKey)),
    scheduleDates(payload, notices),
  ])
  return notices.map((notice) => {
    const title = titleOf(toDocumentKey(notice))
    const { by, kind } = notice
    const words = { kind, title, date: dateOf(notice), by: by == null ? null : nameOf(by).name }
    const sentence = sentenceOf({ occasion: occasionOf(notice), ...words })
    return { notice, sentence, exists: title !== undefined }
  })
}

/** What each schedule was set to: the event of the same moment knows. */
async function scheduleDates(
  payload: Payload,
  notices: Notice[],
): Promise<(notice: Notice) => string | null> {
  const moments = notices.flatMap((notice) =>
    occasionOf(notice) === 'schedule' ? notice.createdAt : [],
  )
  if (moments.length === 0) return () => null
  const { timeZone } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  const { docs } = await payload.find({
    collection: 'workflow-events',
    where: { and: [{ what: { equals: 'schedule' } }, { when: { in: [...new Set(moments)] } }] },
    depth: 0,
    pagination: false,
  })
  return ({ createdAt, document, kind }) => {
    const event = docs.find(
      (candidate) =>
        candidate.when === createdAt && candidate.document === document && candidate.kind === kind,
    )
    return event?.at ? `${dateWords(event.at, timeZone)} (${timeZone})` : null
  }
}
