// A document of the model as the domain judges it, and what would go live with it.
import { authorsAtStake } from '@/domain/workflow/events/needs'
import type { Id, Subject } from '@/domain/workflow/subject'
import type { Doc } from './doc'
import { viewOf } from './view'

interface World {
  expertCategories: ReadonlySet<Id>
  fourEyes: boolean
}

export function subjectOf(
  world: World & Parameters<typeof viewOf>[0],
  doc: Doc,
): { subject: Subject; carried: Doc[] } {
  const { carried, issues, page } = viewOf(world, doc)
  const { category } = doc.working
  const authors = [
    ...doc.fields.authorsSinceApproval,
    ...carried.flatMap(({ fields }) => authorsAtStake(fields)),
  ]
  const subject: Subject = {
    ...doc.fields,
    kind: doc.kind,
    id: doc.id,
    version: doc.version,
    createdBy: doc.createdBy,
    authorsSinceApproval: [...new Set(authors)],
    parts: carried.map(({ kind, id, version }) => ({ kind, id, version })),
    page,
    contentIssues: issues,
    expertReviewRequired: category !== null && world.expertCategories.has(category),
    fourEyes: world.fourEyes,
  }
  return { subject, carried }
}
