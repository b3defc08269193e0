// Reads what the dashboard shows. It reads past access: only the server may read the workflow's rows.
import type { Payload, PayloadRequest } from 'payload'
import { readClock } from '@/cms/database/clock'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import type { Role } from '@/domain/access/roles'
import type { Instant } from '@/domain/time/instant'
import { messageOf } from '../../wording/issues'
import { approvalLists } from './approvals'
import { entriesOf, MOST, shownList, type ShownList } from './entries'
import { isLate, LISTS, OTHER_LISTS, type DashboardList, type Me, type WorkflowRow } from './lists'
import {
  failedMails,
  openComments,
  recentlyPublished,
  reviewDatesPassed,
  unresolvedLinks,
} from './otherLists'

/** Why a schedule failed, in words. */
function failureWords(failure: WorkflowRow['scheduleFailure']): string | undefined {
  const { issues } = (failure ?? {}) as { issues?: RefusalIssue[] }
  return issues?.map(messageOf).join(' ')
}

async function workflowList(
  payload: Payload,
  list: DashboardList,
  me: Me,
  now: Instant,
): Promise<ShownList> {
  const { docs, hasNextPage } = await payload.find({
    collection: 'workflows',
    where: list.where(me, now),
    sort: list.sort,
    limit: MOST,
    depth: 0,
  })
  const rows = docs.filter((row) => list.keeps(row, me, now))
  const documents = rows.map((row) => ({
    kind: row.kind,
    id: row.document,
    at: row.scheduledAt ?? row.updatedAt,
    detail: failureWords(row.scheduleFailure),
    warns: isLate(row, now),
  }))
  return shownList(list, await entriesOf(payload, documents), hasNextPage)
}

type Read = (payload: Payload, now: Instant, me: Me) => Promise<ShownList>

const OTHERS: Record<keyof typeof OTHER_LISTS, Read> = {
  comments: openComments,
  published: recentlyPublished,
  reviewDates: reviewDatesPassed,
  unresolved: unresolvedLinks,
  mails: failedMails,
}

/** Every list that the account may see, in the order of the page, and the time zone of their dates. */
export async function readDashboard(
  payload: Payload,
  { id, role }: { id: number; role: Role },
  at?: Instant,
): Promise<{ lists: ShownList[]; now: Instant; timeZone: string }> {
  const now = at ?? (await readClock({ payload } as PayloadRequest))
  const { timeZone } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  const me = { id, role }
  const forMe = ({ roles }: { roles: readonly Role[] }) => roles.includes(role)
  const others = Object.values(OTHER_LISTS).filter(forMe)
  const approvals = await approvalLists(payload, now, me)
  const lists = await Promise.all([
    ...LISTS.filter(forMe).map((list) => workflowList(payload, list, me, now)),
    ...others.map(({ name }) => OTHERS[name](payload, now, me)),
  ])
  return { lists: [...approvals, ...lists], now, timeZone: timeZone || 'UTC' }
}
