// Renders one open review link: its address to copy, until when it is good, and the button to revoke it.
'use client'
import { useRef, useState } from 'react'
import type { ShownLink } from '@/cms/review/links/links'
import { dateWords } from '../../wording/dates'

interface Props {
  link: ShownLink
  revoke: () => Promise<void>
  timeZone: string
}

export function OneLink({ link, revoke, timeZone }: Props) {
  const address = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const [busy, setBusy] = useState(false)
  const { createdBy, expiresAt, id, label, url } = link
  const name = label ?? `Link ${id}`

  /** Without a clipboard, as on a plain http address, the address is marked for copying by hand. */
  const copy = async () => {
    address.current?.select()
    await navigator.clipboard?.writeText(url ?? '').then(
      () => setCopied(true),
      () => undefined,
    )
  }
  const close = async () => {
    setBusy(true)
    await revoke()
    setBusy(false)
  }

  return (
    <li>
      <p id={`review-link-${id}`}>
        <strong>{name}</strong>
      </p>
      <input aria-label={`Address for ${name}`} readOnly ref={address} value={url ?? ''} />
      <p className="workflow-history__when">
        Until <time dateTime={expiresAt}>{dateWords(expiresAt, timeZone)}</time>
        {createdBy && ` · made by ${createdBy.name}`}
      </p>
      <p>
        <button aria-describedby={`review-link-${id}`} onClick={() => void copy()} type="button">
          Copy
        </button>{' '}
        <button
          aria-describedby={`review-link-${id}`}
          disabled={busy}
          onClick={() => void close()}
          type="button"
        >
          Revoke
        </button>{' '}
        <span role="status">{copied && 'Copied.'}</span>
      </p>
    </li>
  )
}
