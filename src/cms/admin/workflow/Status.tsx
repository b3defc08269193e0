// Renders the lines at the top of a document: what readers see and how far it is, whether it is saved, who else is there.
'use client'
import StatusLine from './StatusLine'
import { useDocumentKey } from '../ui/useWorkflow'
import { Presence } from '../conflicts/Presence'
import { SaveLine } from '../conflicts/SaveLine'

export default function Status() {
  const key = useDocumentKey()
  return (
    <div className="document-status">
      <StatusLine />
      {key && <SaveLine documentKey={key} key={`${key.kind}/${key.id}`} />}
      {key && <Presence documentKey={key} />}
    </div>
  )
}
