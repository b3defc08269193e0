// Lists the comments on the document: open ones first, a field to write one, and settled ones folded away.
'use client'
import type { ShownComment, ShownComments } from '@/cms/review/comments/list'
import { useAnswer } from '../ui/useAnswer'
import { addressOf, send, type DocumentKey, type Workflow } from '../ui/contract'
import { AddComment } from './AddComment'
import { OneComment } from './OneComment'

interface Props {
  documentKey: DocumentKey
  workflow: Workflow
}

const NOTHING_OPEN =
  'Nothing is open. What colleagues and guests ask for is listed here until it is resolved.'

export function Comments({ documentKey, workflow }: Props) {
  const { answer, failed, readAgain } = useAnswer<ShownComments>(
    addressOf(documentKey, 'comments'),
    workflow,
  )
  const { open, comments } = answer ?? { open: 0, comments: [] }

  const tell = async (what: string, body: object) => {
    const issues = await send(documentKey, what, body)
    if (issues.length === 0) await readAgain()
    return issues
  }
  const settle = (id: number, settled: boolean) => tell(`comments/${id}/settle`, { settled })
  const listed = (some: readonly ShownComment[]) => (
    <ul className="comments">
      {some.map((comment) => (
        <OneComment
          answer={(said) => tell('comments', { ...said, answers: comment.id })}
          comment={comment}
          key={comment.id}
          settle={(settled) => settle(comment.id, settled)}
          timeZone={workflow.timeZone}
          version={workflow.version}
        />
      ))}
    </ul>
  )
  const settled = comments.filter((comment) => comment.settled)

  return (
    <section aria-labelledby="comments-heading">
      <h3 id="comments-heading">Comments{answer && ` (${open} open)`}</h3>
      {failed && <p role="alert">The comments cannot be read. Reload the page to try again.</p>}
      {answer && open === 0 && <p>{NOTHING_OPEN}</p>}
      {listed(comments.filter((comment) => !comment.settled))}
      <AddComment
        button="Comment"
        label="Add a comment"
        say={(body) => tell('comments', body)}
        version={workflow.version}
      />
      {settled.length > 0 && (
        <details>
          <summary>{settled.length} resolved</summary>
          {listed(settled)}
        </details>
      )}
    </section>
  )
}
