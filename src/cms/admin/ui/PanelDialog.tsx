// Renders a dialog of the panel with a form of its own: says what it is for, takes the answers, shows why they were refused.
'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { messageOf } from '../../wording/issues'

interface Props {
  heading: string
  explains: string
  /** On the button that does it. */
  label: string
  /** On the button that does not. */
  laterLabel?: string
  /** Whether enough is answered to do it; the server says what else is missing. */
  isReady?: boolean
  className?: string
  onClose: () => void
  /** Resolves to what is in the way; to nothing when it is done, and the dialog closes. */
  submit: () => Promise<readonly PanelIssue[]>
  children: ReactNode
}

const FIELDS = 'input, select, textarea'

export function PanelDialog({
  className = '',
  isReady = true,
  laterLabel = 'Cancel',
  ...props
}: Props) {
  const { children, explains, heading, label, onClose, submit } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    // Before a drawer that it was opened from hears of it, which would take the key for itself.
    const close = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      pressed.stopImmediatePropagation()
      opened?.close()
    }
    window.addEventListener('keydown', close, true)
    return () => window.removeEventListener('keydown', close, true)
  }, [])

  const send = async (submitted: FormEvent) => {
    submitted.preventDefault()
    // React hands events of a portal on to the form around it, which would save the document.
    submitted.stopPropagation()
    setBusy(true)
    const refused = await submit()
    setBusy(false)
    setIssues(refused)
    // Closed, and not only taken away: so the browser gives the keyboard back to where it was.
    if (refused.length === 0) dialog.current?.close()
    // An editor who pressed Enter in a field goes on there; the button, busy meanwhile, has lost the keyboard.
    else if (!document.activeElement?.matches(FIELDS))
      dialog.current?.querySelector<HTMLElement>(FIELDS)?.focus()
  }

  return createPortal(
    <dialog
      aria-describedby={`${id}-explains`}
      aria-labelledby={id}
      className={`workflow-dialog ${className}`}
      onClose={onClose}
      ref={dialog}
    >
      <form noValidate onSubmit={(submitted) => void send(submitted)}>
        <h2 id={id}>{heading}</h2>
        <p id={`${id}-explains`}>{explains}</p>
        {children}
        {issues.length > 0 && (
          <div className="workflow-refusal" role="alert">
            {issues.map((issue, index) => (
              <p key={index}>{messageOf(issue)}</p>
            ))}
          </div>
        )}
        <div className="workflow-dialog__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
            {laterLabel}
          </Button>
          <Button disabled={busy || !isReady} margin={false} type="submit">
            {label}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
