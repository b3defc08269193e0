// Shows how one version became another, field by field.
'use client'
import type { Side } from '@/cms/review/history/readHistory'
import type { FieldDifference } from '@/domain/differences/documentDifferences'
import { dateWords } from '../../wording/dates'
import type { DocumentKey } from '../ui/contract'
import { fieldWords } from '../../wording/workflow'
import { BlockOf } from './BlockOf'
import { useDifferences, type VersionName } from './contract'
import { fold } from './fold'

const isSame = ({ change }: FieldDifference['blocks'][number]): boolean => change === 'same'

function FieldOf({ difference, timeZone }: { difference: FieldDifference; timeZone: string }) {
  const { as, blocks, field } = difference
  const list = (some: FieldDifference['blocks']) => (
    <ul className="differences">
      {some.map((block, index) => (
        <BlockOf as={as} block={block} key={index} timeZone={timeZone} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby={`field-${field}`} className="history-field">
      <h3 id={`field-${field}`}>{fieldWords(field)}</h3>
      {blocks.every(isSame) ? (
        <p>No word differs; only the form does, such as a numbering or an empty line.</p>
      ) : (
        fold(blocks).map((stretch, index) =>
          stretch.folded ? (
            <details key={index}>
              <summary>{stretch.blocks.length} unchanged</summary>
              {list(stretch.blocks)}
            </details>
          ) : (
            <div key={index}>{list(stretch.blocks)}</div>
          ),
        )
      )}
    </section>
  )
}

const NAMES: Record<string, string> = { working: 'the working version', live: 'what readers see' }

/** Such as `the working version (Wren, 3 May 2027, 10:12)`. */
function sideWords({ version, when, who }: Side, timeZone: string): string {
  const saved = [who?.name, dateWords(when, timeZone)].filter(Boolean).join(', ')
  return `${NAMES[version] ?? 'the version'} (${saved})`
}

interface Props {
  documentKey: DocumentKey
  from: VersionName | null
  timeZone: string
  to: VersionName | null
}

export function DifferencesView({ documentKey, from, timeZone, to }: Props) {
  const { answer, failed } = useDifferences(documentKey, from, to)
  if (!from || !to)
    return <p>There is one version so far. The next one can be compared with it here.</p>
  if (failed) return <p role="alert">These versions cannot be compared. Choose two others.</p>
  if (!answer) return <p>…</p>
  return (
    <>
      <p role="status">
        From <strong>{sideWords(answer.from, timeZone)}</strong> to{' '}
        <strong>{sideWords(answer.to, timeZone)}</strong>.
        {answer.fields.length === 0 && ' Both show the same.'}
      </p>
      {answer.fields.map((difference) => (
        <FieldOf difference={difference} key={difference.field} timeZone={timeZone} />
      ))}
    </>
  )
}
