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
import { saveNow, saverOf, useSaver } from './useSaver'
import { saveWords } from './words'
import './conflicts.css'

const CALM = ['idle', 'saving', 'saved']

export function SaveLine({ documentKey }: { documentKey: DocumentKey }) {
  const { data, getDocPermissions } = useDocumentInfo()
  const { user } = useAuth()
  const modified = useFormModified()
  const { workflow } = useWorkflow(documentKey)
  const { fields, keeps, state } = useSaver(documentKey)
  const [closed, setClosed] = useState<SaveState | null>(null)
  const timeZone = workflow?.timeZone ?? 'UTC'
  const isShut =
    state.is === 'refused' && state.issues.some(({ code }) => code === 'operationNotAllowed')

  const learnWhy = useEffectEvent(() => {
    void readAgain(documentKey)
    void getDocPermissions({ ...data })
  })
  useEffect(() => {
    if (isShut) learnWhy()
  }, [isShut])

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
