// Says in one line what readers see now, and how far the working version has come.
'use client'
import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { visibilityOf } from '@/domain/workflow/subject'
import type { State } from '@/domain/workflow/table'
import { dateWords } from '../../wording/dates'
import { previewHref, type DocumentKey, type Workflow } from '../ui/contract'
import { readAgain, useDocumentKey, useWorkflow, VERSION } from '../ui/useWorkflow'
import { lockedWords, STANDING_WORDS, STATE_WORDS } from '../../wording/workflow'
import './workflow.css'

/** What is not as the state alone would have one believe. */
function troubleOf({ forced, scheduleFailure, seal, state }: Workflow): string {
  if (state === 'published' && forced) return ', without approval so far'
  if (state === 'scheduled' && scheduleFailure) return ', but could not be published'
  if ((state === 'approved' || state === 'scheduled') && seal?.intact === false)
    return ', but changed since'
  return ''
}

function workingWords({ scheduledAt, state, timeZone }: Workflow): string {
  const when = scheduledAt ? ` for ${dateWords(scheduledAt, timeZone)} (${timeZone})` : ''
  return STATE_WORDS[state] + when
}

const readersWords = (workflow: Workflow): string =>
  workflow.state === 'published' && workflow.live
    ? 'this version'
    : STANDING_WORDS[visibilityOf(workflow)]

/**
 * Every save says which version it began from. The answer to one's own last save tells it at once, before the next save
 * starts; until then it is what the workflow says.
 */
function useVersionToSave(version: number | undefined): void {
  const { data } = useDocumentInfo()
  const { getField } = useForm()
  const own: unknown = data?.[VERSION]
  useEffect(() => {
    const field = getField(VERSION)
    // Written into the field itself: an update through the form would mark every other field as unchanged, and the
    // answer to a save that is still under way would then replace what is being typed.
    if (field) field.value = own ?? field.value ?? version
  }, [getField, own, version])
}

/** The page that readers get, and the working version as they would get it where that is another one. */
function PageLinks({
  documentKey,
  workflow,
}: {
  documentKey: DocumentKey | null
  workflow: Workflow
}) {
  const { live, path, state } = workflow
  const hasPreview = documentKey?.kind === 'articles' && !(live && state === 'published')
  if (path === null && !hasPreview) return null
  return (
    <>
      {' ('}
      {path !== null && (
        <a href={path} rel="noreferrer" target="_blank">
          view the page
        </a>
      )}
      {path !== null && hasPreview && ', '}
      {hasPreview && (
        <a href={previewHref(documentKey.id)} rel="noreferrer" target="_blank">
          preview the working version
        </a>
      )}
      )
    </>
  )
}

/** Whether the form is to be editable now; with somebody else's step that changes while it is open. */
function useEditability(state: State | undefined): { isEditable: boolean; wasEditable: boolean } {
  const { data, getDocPermissions, hasSavePermission = false } = useDocumentInfo()
  const [opened, setOpened] = useState<{ state: State; isEditable: boolean } | null>(null)
  if (opened === null && state !== undefined) setOpened({ state, isEditable: hasSavePermission })
  const learn = useEffectEvent(() => void getDocPermissions({ ...data }))
  useEffect(() => {
    if (state !== undefined && opened !== null && state !== opened.state) learn()
  }, [opened, state])
  return { isEditable: hasSavePermission, wasEditable: opened?.isEditable ?? hasSavePermission }
}

export default function StatusLine() {
  const key = useDocumentKey()
  const { isTrashed, lastUpdateTime } = useDocumentInfo()
  const { failed, workflow } = useWorkflow(key)
  const { isEditable, wasEditable } = useEditability(workflow?.state)
  useVersionToSave(workflow?.version)
  useEffect(() => {
    if (key) void readAgain(key)
  }, [key, lastUpdateTime])
  if (!workflow)
    return <p className="workflow-status">{failed ? 'The workflow cannot be read.' : '…'}</p>
  const trouble = troubleOf(workflow)
  return (
    <p className="workflow-status" role="status">
      Readers see <strong>{readersWords(workflow)}</strong>
      <PageLinks documentKey={key} workflow={workflow} />. Working version:{' '}
      <strong className={`workflow-state workflow-state--${trouble ? 'trouble' : workflow.state}`}>
        {workingWords(workflow) + trouble}
      </strong>
      .{!isEditable && !isTrashed && ` ${lockedWords(workflow)}`}
      {isEditable && !wasEditable && ' It can be edited again: load the page again to write on.'}
    </p>
  )
}
