// What the history's screen and the server say to each other.
'use client'
import { useEffect, useState } from 'react'
import type { Differences, HistoryPage } from '@/cms/history/readHistory'
import type { RefusalIssue } from '@/cms/workflow/refusal'
import type { Id } from '@/domain/workflow/subject'
import type { DocumentKey, PanelIssue } from '../workflow/contract'

export type HistoryEntry = HistoryPage['docs'][number]

/** As the address of the screen names a version: its id, `working` or `live`. */
export type VersionName = string

const PER_PAGE = 10

const addressOf = ({ kind, id }: DocumentKey): string => `/api/${kind}/${id}`

interface Asked<Answer> {
  answer: Answer | null
  failed: boolean
}

/** The answer to an address; asks again when it changes. */
function useAnswer<Answer>(address: string | null): Asked<Answer> {
  const [known, setKnown] = useState<Asked<Answer> & { address: string }>()
  useEffect(() => {
    if (!address) return
    let isCurrent = true
    const tell = (answer: Answer | null) => {
      if (isCurrent) setKnown({ address, answer, failed: answer === null })
    }
    fetch(address, { credentials: 'include' })
      .then(async (response) => (response.ok ? ((await response.json()) as Answer) : null))
      .catch(() => null)
      .then(tell)
    return () => {
      isCurrent = false
    }
  }, [address])
  return known && known.address === address ? known : { answer: null, failed: false }
}

export const useHistoryPage = (key: DocumentKey, page: number): Asked<HistoryPage> =>
  useAnswer(`${addressOf(key)}/history?limit=${PER_PAGE}&page=${page}`)

export const useDifferences = (
  key: DocumentKey,
  from: VersionName | null,
  to: VersionName | null,
): Asked<Differences> =>
  useAnswer(from && to ? `${addressOf(key)}/differences?from=${from}&to=${to}` : null)

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
