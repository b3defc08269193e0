// Renders the column "State" of the lists: the workflow's state, in place of Payload's status, which knows two of them.
import type { DefaultServerCellComponentProps } from 'payload'
import { stateOf } from '@/cms/workflow/overview/states'
import type { Kind } from '@/domain/workflow/subject'
import { previewHref } from '../ui/contract'
import { listedWords } from './listedState'
import '../workflow/workflow.css'

type Props = Pick<DefaultServerCellComponentProps, 'collectionSlug' | 'payload'> & {
  /** Missing where Payload draws the columns of a table without its rows, as a field that lists documents begins. */
  rowData?: { id?: number | string }
}

export default async function StateCell({ collectionSlug, payload, rowData }: Props) {
  if (rowData?.id === undefined) return null
  const row = await stateOf(payload, collectionSlug as Kind, Number(rowData.id))
  if (!row) return null
  const { look, words } = listedWords(row)
  const preview = collectionSlug === 'articles' ? previewHref(Number(rowData.id)) : null
  const href = row.path ?? preview
  return (
    <>
      <span className={`workflow-state--${look}`}>{words}</span>
      {href !== null && (
        <>
          {' '}
          <a className="workflow-view" href={href} rel="noreferrer" target="_blank">
            {row.path === null ? 'Preview' : 'View'}
          </a>
        </>
      )}
    </>
  )
}
