// Shows both texts of a conflict side by side, and asks for each field what becomes of it. Nothing happens before all are chosen.
'use client'
import { useAuth } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { EditableField } from '@/cms/records/editableFields'
import type { DocumentKey } from '../ui/contract'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { PanelDialog } from '../ui/PanelDialog'
import type { Difference } from './contract'
import { CopyButton } from './CopyButton'
import type { Choice, Conflict } from './saving'
import { saverOf } from './useSaver'
import { newerWords } from './words'

const CHOICE_WORDS: Record<Choice, string> = {
  mine: 'Keep mine',
  theirs: 'Take theirs',
  both: 'Keep both',
}

/** Texts with room for two. */
const JOINED = ['textarea', 'richText']

function Text({ heading, text }: { heading: string; text: string }) {
  return (
    <section className="conflict__text">
      <h3>{heading}</h3>
      {text === '' && <p className="conflict__empty">Empty</p>}
      {text.split('\n\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </section>
  )
}

interface FieldProps {
  choice: Choice | undefined
  difference: Difference
  onChoose: (choice: Choice) => void
  theirName: string
  type: string | undefined
}

function Field({ choice, difference, onChoose, theirName, type }: FieldProps) {
  const name = useId()
  const { label, theirs, yours } = difference
  const choices: Choice[] = [
    'mine',
    'theirs',
    ...(JOINED.includes(type ?? '') ? ['both' as const] : []),
  ]
  return (
    <fieldset className="conflict">
      <legend>{label}</legend>
      {theirs === yours && <p>The words are the same; links, formatting or order differ.</p>}
      <div className="conflict__texts">
        <Text heading={theirName} text={theirs} />
        <Text heading="Yours" text={yours} />
      </div>
      <div className="conflict__choices">
        {choices.map((each) => (
          <label key={each}>
            <input
              checked={choice === each}
              name={name}
              onChange={() => onChoose(each)}
              type="radio"
            />
            {CHOICE_WORDS[each]}
          </label>
        ))}
        <CopyButton label="Copy yours" text={() => yours} />
      </div>
    </fieldset>
  )
}

interface Props {
  conflict: Conflict
  documentKey: DocumentKey
  fields: readonly EditableField[]
  onClose: () => void
  timeZone: string
}

export function ConflictDialog({ conflict, documentKey, fields, onClose, timeZone }: Props) {
  const { user } = useAuth()
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const { differs, newer } = conflict

  const save = async (): Promise<readonly PanelIssue[]> =>
    (await saverOf(documentKey)?.resolve(choices)) ? [] : [{ code: 'unreachable' }]

  return (
    <PanelDialog
      className="conflict-dialog"
      explains="Nothing of yours is lost. Choose for each field what it shall say; it is saved on top of the newest version."
      heading={newerWords(newer, user?.id, timeZone)}
      isReady={differs.every(({ field }) => choices[field])}
      label="Save"
      laterLabel="Later"
      onClose={onClose}
      submit={save}
    >
      {differs.map((difference) => (
        <Field
          choice={choices[difference.field]}
          difference={difference}
          key={difference.field}
          onChoose={(choice) => setChoices({ ...choices, [difference.field]: choice })}
          theirName={
            newer.by?.id === user?.id
              ? 'The newer version'
              : (newer.by?.name ?? 'The newer version')
          }
          type={fields.find(({ name }) => name === difference.field)?.type}
        />
      ))}
    </PanelDialog>
  )
}
