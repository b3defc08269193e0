// Reads the workflow of the document on the screen once, and shares it with everything that shows it.
'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useMemo, useSyncExternalStore } from 'react'
import type { Kind } from '@/domain/workflow/subject'
import { fetchAnswer } from './useAnswer'
import { addressOf, type DocumentKey, type Workflow } from './contract'

/** The field of the form that says which version it began from. */
export const VERSION = 'workflowVersion'

interface Entry {
  workflow: Workflow | null
  failed: boolean
}

const UNREAD: Entry = { workflow: null, failed: false }
const entries = new Map<string, Entry>()
const listeners = new Set<() => void>()
const reading = new Set<string>()
/** Answers may overtake one another: only the last question counts. */
const asked = new Map<string, number>()

const nameOf = ({ kind, id }: DocumentKey): string => `${kind}/${id}`

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Reads it again; whatever was known stays on the screen until the answer is there. */
export async function readAgain(key: DocumentKey): Promise<Workflow | null> {
  const name = nameOf(key)
  const turn = (asked.get(name) ?? 0) + 1
  asked.set(name, turn)
  reading.add(name)
  const workflow = await fetchAnswer<Workflow>(addressOf(key, 'workflow'))
  if (asked.get(name) === turn) {
    reading.delete(name)
    entries.set(name, workflow ? { workflow, failed: false } : { ...entryOf(name), failed: true })
    for (const listener of listeners) listener()
  }
  return workflow
}

/** Reads it again where it is known to be of another revision, and nothing reads it already. */
export function freshen(key: DocumentKey, revision: string): void {
  const name = nameOf(key)
  const { workflow } = entryOf(name)
  if (workflow && workflow.revision !== revision && !reading.has(name)) void readAgain(key)
}

const entryOf = (name: string): Entry => entries.get(name) ?? UNREAD

/** Null while a new document has not been saved for the first time. */
export function useDocumentKey(): DocumentKey | null {
  const { collectionSlug, id } = useDocumentInfo()
  return useMemo(
    () => (id === undefined ? null : { kind: collectionSlug as Kind, id: Number(id) }),
    [collectionSlug, id],
  )
}

export function useWorkflow(key: DocumentKey | null): Entry {
  const readEntry = () => (key ? entryOf(nameOf(key)) : UNREAD)
  return useSyncExternalStore(subscribe, readEntry, () => UNREAD)
}
