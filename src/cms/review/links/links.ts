// Lists and makes review links for the panel and for scripts. Their addresses are signed, not stored: an account that may share may see them again.
import type { PayloadRequest } from 'payload'
import { absoluteUrl, reviewPath } from '@/domain/addresses/paths'
import { linkStanding, type LinkStanding } from '@/domain/articles/review/reviewLink'
import type { Id } from '@/domain/workflow/subject'
import { settings } from '@/env'
import type { ReviewLink } from '@/payload-types'
import { reviewToken } from '@/reviewToken'
import { ofDocument } from '../comments/store'
import { namesOf, type Person } from '../../records/people'
import type { WorkflowRow } from '../../records/rows'

export interface ShownLink {
  id: number
  label: string | null
  version: number
  createdAt: string
  createdBy: Person | null
  expiresAt: string
  standing: LinkStanding
  /** Null unless the link is open: a closed link shows no version. */
  url: string | null
}

/** Newer ones hide older ones beyond this. */
const MAX_LISTED = 100

export async function listLinks(row: WorkflowRow, req: PayloadRequest): Promise<ShownLink[]> {
  const { docs } = await req.payload.find({
    collection: 'review-links',
    where: ofDocument(row.kind, row.id),
    sort: '-id',
    limit: MAX_LISTED,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return shownLinks(docs, row, req)
}

export async function shownLinks(
  links: ReviewLink[],
  row: WorkflowRow,
  req: PayloadRequest,
): Promise<ShownLink[]> {
  const nameOf = await namesOf(
    links.flatMap(({ createdBy }) => createdBy ?? []),
    req,
  )
  const now = new Date().toISOString()
  return links.map((link) => {
    const { id, version, createdAt, createdBy, expiresAt } = link
    const standing = linkStanding(link, row.version, now)
    return {
      id,
      version,
      createdAt,
      expiresAt,
      standing,
      label: link.label ?? null,
      createdBy: createdBy == null ? null : nameOf(createdBy),
      url: standing === 'open' ? urlOf(link) : null,
    }
  })
}

const urlOf = (link: ReviewLink): string =>
  absoluteUrl(settings().siteUrl, reviewPath(reviewToken(link)))

export const createLink = (
  row: WorkflowRow,
  made: { label: string; expiresAt: string; createdBy: Id | null },
  req: PayloadRequest,
): Promise<ReviewLink> => {
  const { kind, id: document, version } = row
  const data = { kind, document, version, ...made, label: made.label || null }
  return req.payload.create({ collection: 'review-links', data, depth: 0, req })
}
