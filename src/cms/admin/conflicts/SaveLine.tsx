// Says in one line whether what is written is stored, and what to do when it is not.
'use client'
import { useAuth, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import type { DocumentKey } from '../ui/contract'
import { readAgain, useWorkflow } from '../ui/useWorkflow'
import { ConflictDialog } from './ConflictDialog'
import { CopyButton } from './CopyButton'
import { RecoverDraft } from './RecoverDraft'
import { draftText } from './localDraft'
import type { SaveState } from './saving'
import { saveNow, saverOf, useSaver, type Saving } from './useSaver'
import { saveWords } from './words'
import './conflicts.css'

const CALM = ['idle', 'saving', 'saved']

export function SaveLine({ documentKey }: { documentKey: DocumentKey }) {
  const { data, getDocPermissions } = useDocumentInfo()
  const modified = useFormModified()
  const { workflow } = useWorkflow(documentKey)
  const saving = useSaver(documentKey)
  const { state } = saving
  const isShut =
    state.is === 'refused' && state.issues.some(({ code }) => code === 'operationNotAllowed')

  const learnWhy = useEffectEvent(() => {
    void readAgain(documentKey)
    void getDocPermissions({ ...data })
  })
  useEffect(() => {
    if (isShut) learnWhy()
  }, [isShut])

  const timeZone = workflow?.timeZone ?? 'UTC'
  return <SaveMessage {...{ documentKey, modified, saving, timeZone }} />
}

interface MessageProps {
  documentKey: DocumentKey
  modified: boolean
  saving: Saving
  timeZone: string
}

/** What is said of one form, with the ways out of a conflict and of a refusal. */
export function SaveMessage({ documentKey, modified, saving, timeZone }: MessageProps) {
  const { user } = useAuth()
  const { fields, keeps, state } = saving
  const [closed, setClosed] = useState<SaveState | null>(null)

  // An editor who pressed a button waits for an answer; one who is writing is not to lose the keyboard to a dialog.
  const isOpen = state.is === 'stale' && state.asked && closed !== state
  const isOver = state.is === 'saved' && modified
  const words = isOver ? '' : saveWords(state, { keeps, account: user?.id, timeZone })
  return (
    <>
      {words !== '' && (
        <p
          className={CALM.includes(state.is) ? 'save-line' : 'save-line save-line--warns'}
          role="status"
        >
          {words}{' '}
          {(state.is === 'stale' || state.is === 'refused') && (
            <>
              <button onClick={() => void saveNow(documentKey)} type="button">
                {state.is === 'stale' ? 'Compare both texts' : 'Try again'}
              </button>{' '}
              <CopyButton
                label="Copy my text"
                text={() => draftText(saverOf(documentKey)?.unsaved() ?? { fields: {} })}
              />
            </>
          )}
        </p>
      )}
      <RecoverDraft documentKey={documentKey} timeZone={timeZone} />
      {isOpen && (
        <ConflictDialog
          conflict={state.conflict}
          documentKey={documentKey}
          fields={fields}
          key={state.conflict.newer.version}
          onClose={() => setClosed(state)}
          timeZone={timeZone}
        />
      )}
    </>
  )
}
