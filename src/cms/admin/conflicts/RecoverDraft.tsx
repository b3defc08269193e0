// Offers the editor what an earlier opening of this document stored in the browser and could not save.
'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { DocumentKey } from '../ui/contract'
import { CopyButton } from './CopyButton'
import { findLocalDrafts, forgetLocalDraft, draftText } from './localDraft'
import { saverOf } from './useSaver'
import { momentWords } from './words'

export function RecoverDraft({
  documentKey,
  timeZone,
}: {
  documentKey: DocumentKey
  timeZone: string
}) {
  const { user } = useAuth()
  const { hasSavePermission } = useDocumentInfo()
  const account = user?.id ?? 'nobody'
  const [offers, setOffers] = useState<ReturnType<typeof findLocalDrafts>>([])
  useEffect(() => {
    // Only the browser knows: the server renders the page without it.
    const timer = setTimeout(() => setOffers(findLocalDrafts(account, documentKey)))
    return () => clearTimeout(timer)
  }, [account, documentKey])

  const [offer] = offers
  if (!offer) return null
  const { kept, name } = offer
  const done = () => {
    forgetLocalDraft(account, documentKey, name)
    setOffers(offers.slice(1))
  }
  const bringBack = async () => {
    if (await saverOf(documentKey)?.bringBack(kept)) done()
  }
  return (
    <p className="save-line" role="status">
      You have unsaved changes of {momentWords(kept.at, timeZone)}:{' '}
      {hasSavePermission && (
        <button onClick={() => void bringBack()} type="button">
          Bring back
        </button>
      )}{' '}
      <CopyButton label="Copy" text={() => draftText(kept)} />{' '}
      <button onClick={done} type="button">
        Discard
      </button>
    </p>
  )
}
