// Lists what waits for an approval: what this account can approve, and what of its own another account has to.
import type { Payload, PayloadRequest } from 'payload'
import { activeAccounts, namesOf } from '@/cms/records/people'
import { findRowsIn, type WorkflowRow } from '@/cms/records/rows'
import { loadSubject } from '@/cms/workflow/checklist/subject'
import { authorsAtStake } from '@/domain/workflow/events/needs'
import type { Instant } from '@/domain/time/instant'
import { isOwn, type Id, type Subject } from '@/domain/workflow/subject'
import { awaitsApproval, whoCanApprove } from '@/domain/workflow/turn'
import { turnWords } from '../../wording/workflow'
import { MOST, shownList, type Entry, type ShownList } from './entries'
import { APPROVAL_LISTS, type Me } from './lists'

interface Waiting {
  row: WorkflowRow
  subject: Subject
  title: string
  turn: Id[]
}

/** Longest waiting first. The rules themselves are asked, for each document: a count that is not true is worse than none. */
async function findWaiting(req: PayloadRequest, now: Instant): Promise<Waiting[]> {
  const accounts = await activeAccounts(req)
  const waiting: Waiting[] = []
  for (const row of await findRowsIn(['in_review', 'approved'], MOST, req)) {
    const loaded = await loadSubject(row, req)
    if (!loaded || !awaitsApproval(loaded.subject)) continue
    const { subject, title } = loaded
    waiting.push({ row, subject, title, turn: whoCanApprove(subject, accounts, now) })
  }
  return waiting
}

const EDITORS: readonly Me['role'][] = ['editor', 'admin']

/** Of one's own, and for editors what no account can approve: an editor has to do something about it. */
const concerns = ({ subject, turn }: Waiting, { id, role }: Me): boolean =>
  isOwn(subject, id) ||
  authorsAtStake(subject).includes(id) ||
  (turn.length === 0 && EDITORS.includes(role))

export async function approvalLists(payload: Payload, now: Instant, me: Me): Promise<ShownList[]> {
  const req = { payload } as PayloadRequest
  const all = await findWaiting(req, now)
  const mine = all.filter(({ turn }) => turn.includes(me.id))
  const others = all.filter((one) => !one.turn.includes(me.id) && concerns(one, me))
  const nameOf = await namesOf(
    others.flatMap(({ turn }) => turn),
    req,
  )
  const entry = ({ row, title }: Waiting): Entry => ({
    kind: row.kind,
    id: row.id,
    at: row.updatedAt,
    title: title || 'Without a title',
  })
  const entries: Record<keyof typeof APPROVAL_LISTS, Entry[]> = {
    review: mine.map(entry),
    waiting: others.map((one) => ({
      ...entry(one),
      detail: turnWords(one.turn.map((id) => nameOf(id).name)),
      warns: one.turn.length === 0,
    })),
  }
  return Object.values(APPROVAL_LISTS)
    .filter(({ roles }) => roles.some((role) => role === me.role))
    .map((list) => shownList(list, entries[list.name]))
}
