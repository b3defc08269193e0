// Says what restoring an old version will do, restores it, and shows why a restore was refused.
'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { HistoryPage } from '@/cms/review/history/readHistory'
import type { Id } from '@/domain/workflow/subject'
import { dateWords } from '../../wording/dates'
import type { DocumentKey } from '../ui/contract'
import { PanelDialog } from '../ui/PanelDialog'
import { restoreAsDraft } from './contract'
import { RESTORED_WORDS } from '../../wording/history'

interface Props {
  documentKey: DocumentKey
  history: HistoryPage
  onClose: () => void
  version: Id
  /** When it was saved. */
  when: string
}

export function RestoreDialog({ documentKey, history, onClose, version, when }: Props) {
  const router = useRouter()
  const { liveId, state, timeZone } = history

  const restore = async () => {
    const refused = await restoreAsDraft(documentKey, version)
    if (refused.length > 0) return refused
    toast.success('Done: the old text is the working version now.')
    router.push(`/admin/collections/${documentKey.kind}/${documentKey.id}`)
    return []
  }

  return (
    <PanelDialog
      explains={`The text of ${dateWords(when, timeZone)} becomes the working version. ${RESTORED_WORDS[state]}`}
      heading="Restore as draft"
      label="Restore as draft"
      onClose={onClose}
      submit={restore}
    >
      <p>
        {liveId === null
          ? 'Readers get nothing of it.'
          : 'Readers go on seeing what they see now, until it is published.'}{' '}
        The present working version stays in this history and can be restored in the same way.
      </p>
    </PanelDialog>
  )
}
