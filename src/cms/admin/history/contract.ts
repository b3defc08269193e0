// Defines what the history's screen and the server send each other.
'use client'
import type { Differences, HistoryPage } from '@/cms/review/history/readHistory'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import type { Id } from '@/domain/workflow/subject'
import { useAnswer } from '../ui/useAnswer'
import { addressOf, type DocumentKey } from '../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'

export type HistoryEntry = HistoryPage['docs'][number]

/** As the address of the screen names a version: its id, `working` or `live`. */
export type VersionName = string

const PER_PAGE = 10

export const useHistoryPage = (key: DocumentKey, page: number) =>
  useAnswer<HistoryPage>(addressOf(key, `history?limit=${PER_PAGE}&page=${page}`))

export const useDifferences = (
  key: DocumentKey,
  from: VersionName | null,
  to: VersionName | null,
) => useAnswer<Differences>(from && to ? addressOf(key, `differences?from=${from}&to=${to}`) : null)

/** Makes an old version the working version; the issues, if that is refused. */
export async function restoreAsDraft(
  { kind }: DocumentKey,
  version: Id,
): Promise<readonly PanelIssue[]> {
  try {
    const response = await fetch(`/api/${kind}/versions/${version}?draft=true`, {
      method: 'POST',
      credentials: 'include',
    })
    if (response.ok) return []
    const { errors } = (await response.json()) as {
      errors?: { data?: { issues?: RefusalIssue[] } }[]
    }
    const issues = errors?.flatMap(({ data }) => data?.issues ?? []) ?? []
    return issues.length > 0 ? issues : [{ code: 'unreachable' }]
  } catch {
    return [{ code: 'unreachable' }]
  }
}
