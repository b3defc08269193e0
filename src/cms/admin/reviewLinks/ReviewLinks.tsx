// Lists the review links of the working version, and makes, copies and revokes them.
'use client'
import { useForm } from '@payloadcms/ui'
import { useState } from 'react'
import type { ShownLink } from '@/cms/review/links/links'
import { useAnswer } from '../ui/useAnswer'
import { addressOf, send, type DocumentKey, type Workflow } from '../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { messageOf } from '../../wording/issues'
import { useSteps } from '../conflicts/useSteps'
import { VERSION } from '../ui/useWorkflow'
import { LinkDialog } from './LinkDialog'
import { OneLink } from './OneLink'

interface Props {
  documentKey: DocumentKey
  workflow: Workflow
}

/** Renders nothing for an account that may not share the article. */
export function ReviewLinks({ documentKey, workflow }: Props) {
  const { answer, readAgain } = useAnswer<{ links: ShownLink[] }>(
    addressOf(documentKey, 'review-links'),
    workflow,
  )
  const { getField } = useForm()
  const { save } = useSteps(documentKey)
  const [asking, setAsking] = useState<Workflow | null>(null)
  const [issues, setIssues] = useState<readonly PanelIssue[]>([])
  if (!answer) return null

  const tell = async (what: string, body?: object) => {
    const refused = await send(documentKey, what, body)
    if (refused.length === 0) await readAgain()
    return refused
  }
  // What is on the screen is what the guest is to see: it is saved first, and no other account's later save is shared unseen.
  const openDialog = async () => setAsking(await save(workflow))
  const open = answer.links.filter(({ standing }) => standing === 'open')

  return (
    <section aria-labelledby="review-links-heading">
      <h3 id="review-links-heading">Review links</h3>
      <p>
        {open.length === 0
          ? 'Show this version to somebody without an account. They can leave a remark.'
          : 'Open until the text is changed:'}
      </p>
      <ul className="review-links">
        {open.map((link) => (
          <OneLink
            key={link.id}
            link={link}
            revoke={async () => setIssues(await tell(`review-links/${link.id}/revoke`))}
            timeZone={workflow.timeZone}
          />
        ))}
      </ul>
      {issues.map((issue, index) => (
        <p className="workflow-refusal" key={index} role="alert">
          {messageOf(issue)}
        </p>
      ))}
      <button className="workflow-do" onClick={() => void openDialog()} type="button">
        Make a review link
      </button>
      {asking && (
        <LinkDialog
          make={(asked) => {
            const version = Number(getField(VERSION)?.value ?? asking.version)
            return tell('review-links', { ...asked, version })
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}
