// Shows the history of a document: who did what, how any two versions differ, and the way back to an old one.
'use client'
import { Gutter, SetDocumentStepNav, useConfig } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { HistoryPage } from '@/cms/review/history/readHistory'
import type { Id } from '@/domain/workflow/subject'
import type { DocumentKey } from '../ui/contract'
import { useDocumentKey } from '../ui/useWorkflow'
import { useHistoryPage } from './contract'
import { DifferencesView } from './DifferencesView'
import { Entries, type Chosen } from './Entries'
import { RestoreDialog } from './RestoreDialog'
import { LOCKED_WORDS } from '../../wording/history'
import '../workflow/workflow.css'
import './history.css'

/** What readers see against the working version; before the first publication the version before against it. */
function usualChoice({ earlierId, liveId, workingId }: HistoryPage): Chosen {
  if (liveId !== null && liveId !== workingId) return { from: 'live', to: 'working' }
  return { from: earlierId === null ? null : String(earlierId), to: 'working' }
}

function Pages({ history, onTurn }: { history: HistoryPage; onTurn: (page: number) => void }) {
  const { page, totalPages } = history
  if (totalPages === 1) return null
  return (
    <nav aria-label="Pages of the history" className="history-pages">
      <button disabled={page === 1} onClick={() => onTurn(page - 1)} type="button">
        Newer
      </button>
      <span>
        Page {page} of {totalPages}
      </span>
      <button disabled={page === totalPages} onClick={() => onTurn(page + 1)} type="button">
        Older
      </button>
    </nav>
  )
}

function Contents({ documentKey }: { documentKey: DocumentKey }) {
  const asked = useSearchParams()
  const [page, setPage] = useState(1)
  const [restoring, setRestoring] = useState<{ version: Id; when: string } | null>(null)
  const { answer: history, failed } = useHistoryPage(documentKey, page)
  if (failed) return <p role="alert">The history cannot be read. Reload the page to try again.</p>
  if (!history) return <p>…</p>
  const usual = usualChoice(history)
  const chosen = { from: asked.get('from') ?? usual.from, to: asked.get('to') ?? usual.to }
  // In the address, so that a comparison can be sent to somebody.
  const choose = ({ from, to }: Chosen) =>
    window.history.replaceState(null, '', `?from=${from ?? ''}&to=${to ?? ''}`)
  return (
    <div className="history">
      <section aria-labelledby="history-entries" className="history__entries">
        <h2 id="history-entries">What happened</h2>
        {history.restore.length > 0 && (
          <p id="history-locked">No version can be restored now. {LOCKED_WORDS[history.state]}</p>
        )}
        <Entries
          chosen={chosen}
          history={history}
          onChoose={choose}
          onRestore={(version, when) => setRestoring({ version, when })}
        />
        <Pages history={history} onTurn={setPage} />
      </section>
      <section aria-labelledby="history-differences" className="history__differences">
        <h2 id="history-differences">What changed</h2>
        <DifferencesView documentKey={documentKey} {...chosen} timeZone={history.timeZone} />
      </section>
      {restoring && (
        <RestoreDialog
          documentKey={documentKey}
          history={history}
          onClose={() => setRestoring(null)}
          {...restoring}
        />
      )}
    </div>
  )
}

export default function HistoryView() {
  const key = useDocumentKey()
  const { config } = useConfig()
  const collection = config.collections.find(({ slug }) => slug === key?.kind)
  return (
    <Gutter>
      {key && collection && (
        <>
          <SetDocumentStepNav
            collectionSlug={key.kind}
            id={key.id}
            pluralLabel={collection.labels.plural}
            useAsTitle={collection.admin.useAsTitle}
            view="History"
          />
          <Contents documentKey={key} />
        </>
      )}
    </Gutter>
  )
}
