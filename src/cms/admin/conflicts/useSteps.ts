// Takes a step: saves what is not saved yet, sends the event, and brings the screen up to date.
'use client'
import {
  toast,
  useDocumentDrawerContext,
  useDocumentInfo,
  useForm,
  useFormModified,
} from '@payloadcms/ui'
import { useCallback, useEffect, useRef } from 'react'
import type { WorkflowEvent } from '@/domain/workflow/table'
import { sendEvent, type Answers, type DocumentKey, type Seen, type Workflow } from '../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { saveBeside, saveNow } from './useSaver'
import { readAgain, VERSION } from '../ui/useWorkflow'
import { EVENT_WORDS } from '../../wording/workflow'

interface Stepping {
  /** What is known of the workflow once everything on the screen is saved; null when it could not be saved. */
  save(known: Workflow): Promise<Workflow | null>
  /** Sends the event for the version and the state that were on the screen; the issues, if it is refused. */
  take(event: WorkflowEvent, known: Seen, answers: Answers): Promise<readonly PanelIssue[]>
}

const documentAddress = ({ kind, id }: DocumentKey): string =>
  `/api/${kind}/${id}?draft=true&depth=0&fallback-locale=null`

export function useSteps(key: DocumentKey): Stepping {
  const { getDocPermissions, hasSavePermission, incrementVersionCount, setData } = useDocumentInfo()
  const { getField, reset } = useForm()
  const modified = useFormModified()
  const { drawerSlug } = useDocumentDrawerContext()
  const isEditable = useRef(hasSavePermission)
  useEffect(() => {
    isEditable.current = hasSavePermission
  }, [hasSavePermission])

  const save = useCallback(
    async (known: Workflow) => {
      if (!(await saveBeside(key))) return null
      // Read again only after a save of one's own: anybody else's is to be noticed as such.
      if (!modified) return known
      return (await saveNow(key)) ? readAgain(key) : null
    },
    [key, modified],
  )

  const refresh = useCallback(async () => {
    const wasEditable = isEditable.current
    const response = await fetch(documentAddress(key), { credentials: 'include' })
    await readAgain(key)
    if (!response.ok) return
    const document = await response.json()
    await getDocPermissions(document)
    await reset(document)
    setData(document)
    incrementVersionCount()
    // An open editor of rich text never becomes read-only, nor editable again: the page is opened anew. All is saved by now.
    if (isEditable.current !== wasEditable && !drawerSlug) window.location.reload()
  }, [drawerSlug, getDocPermissions, incrementVersionCount, key, reset, setData])

  const take = useCallback(
    async (event: WorkflowEvent, { carried, state, version }: Seen, answers: Answers) => {
      // The version that the form began from, not one that was read since: what is decided on is what is on the screen.
      const seen = Number(getField(VERSION)?.value ?? version)
      const issues = await sendEvent(key, event, { carried, state, version: seen }, answers)
      // Behind the dialog that says what is in the way, the screen shows how things stand.
      if (issues.length > 0) void readAgain(key)
      if (issues.length > 0) return issues
      toast.success(`Done: you ${EVENT_WORDS[event].past}.`)
      await refresh()
      return []
    },
    [getField, key, refresh],
  )

  return { save, take }
}
