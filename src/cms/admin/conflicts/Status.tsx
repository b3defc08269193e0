// Renders the lines at the top of a document: what readers see and how far it is, whether it is saved, who else is there.
'use client'
import StatusLine from '../workflow/StatusLine'
import { useDocumentKey } from '../workflow/useWorkflow'
import { Presence } from './Presence'
import { SaveLine } from './SaveLine'

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
