// Says what restoring an old version will do, does it, and shows why it was refused.
'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { HistoryPage } from '@/cms/history/readHistory'
import type { Id } from '@/domain/workflow/subject'
import { dateWords } from '../dateWords'
import type { DocumentKey, PanelIssue } from '../workflow/contract'
import { messageOf } from '../workflow/messages'
import { restoreAsDraft } from './contract'
import { RESTORED_WORDS } from './words'

interface Props {
  documentKey: DocumentKey
  history: HistoryPage
  onClose: () => void
  version: Id
  /** When it was saved. */
  when: string
}

export function RestoreDialog({ documentKey, history, onClose, version, when }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const router = useRouter()
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  const restore = async () => {
    setBusy(true)
    const refused = await restoreAsDraft(documentKey, version)
    setBusy(false)
    setIssues(refused)
    if (refused.length > 0) return
    toast.success('Done: the old text is the working version now.')
    onClose()
    router.push(`/admin/collections/${documentKey.kind}/${documentKey.id}`)
  }

  return createPortal(
    <dialog
      aria-labelledby={heading}
      className="workflow-dialog history-restore"
      onClose={onClose}
      ref={dialog}
    >
      <h2 id={heading}>Restore as draft</h2>
      <p>
        The text of {dateWords(when, history.timeZone)} becomes the working version.{' '}
        {RESTORED_WORDS[history.state]}
      </p>
      <p>
        {history.liveId === null
          ? 'Readers get nothing of it.'
          : 'Readers go on seeing what they see now, until it is published.'}{' '}
        The present working version stays in this history and can be restored in the same way.
      </p>
      {issues.length > 0 && (
        <ul className="workflow-refusal" role="alert">
          {issues.map((issue, index) => (
            <li key={index}>{messageOf(issue)}</li>
          ))}
        </ul>
      )}
      <div className="workflow-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
        <Button disabled={busy} margin={false} onClick={() => void restore()}>
          Restore as draft
        </Button>
      </div>
    </dialog>,
    document.body,
  )
}
