// Renders a Read Also block in the text of an article: what readers get of its link, or the search for what it leads to.
'use client'
import { BlockCollapsible } from '@payloadcms/richtext-lexical/client'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { useDocumentInfo, useField } from '@payloadcms/ui'
import { useState } from 'react'
import { READ_ALSO_WORDS } from '@/cms/wording/readAlso'
import { referenceIds } from '@/domain/text/richTextWalk'
import { useAnswer } from '../../ui/useAnswer'
import { useKeyboardInBlock } from '../../ui/useKeyboardInBlock'
import { ChooseTarget } from './ChooseTarget'
import { shownAddress, type ShownLink } from './contract'
import { LinkLine } from './LinkLine'
import '../../workflow/workflow.css'
import './readAlso.css'

function Shown({ link, isKnown }: { link: ShownLink | undefined; isKnown: boolean }) {
  if (link) return <LinkLine link={link} />
  return <p>{isKnown ? READ_ALSO_WORDS.missing : '…'}</p>
}

export default function ReadAlsoBlock() {
  const { setValue, value } = useField<unknown>({ path: 'link' })
  const info = useDocumentInfo()
  const isEditable = useLexicalEditable()
  const leaveText = useKeyboardInBlock()
  const [isChoosing, setChoosing] = useState(false)
  /** What was chosen last, so that it is there before the site is asked for it. */
  const [chosen, setChosen] = useState<ShownLink>()
  const [id] = referenceIds(value)
  const { answer } = useAnswer<ShownLink[]>(id === undefined ? null : shownAddress(id))
  const link =
    answer?.find((one) => one.id === id) ?? (chosen && chosen.id === id ? chosen : undefined)
  const isOpen = isEditable && (isChoosing || id === undefined)

  const choose = (target: ShownLink) => {
    setChosen(target)
    setValue(target.id)
    setChoosing(false)
  }

  return (
    <BlockCollapsible editButton={false}>
      <div className="read-also-block" onFocusCapture={leaveText}>
        {id !== undefined && <Shown isKnown={answer !== null} link={link} />}
        {isOpen && (
          <ChooseTarget
            article={info.id === undefined ? null : Number(info.id)}
            onCancel={id === undefined ? undefined : () => setChoosing(false)}
            onChoose={choose}
          />
        )}
        {id !== undefined && !isOpen && (
          <div className="read-also-actions">
            {isEditable && (
              <button onClick={() => setChoosing(true)} type="button">
                {READ_ALSO_WORDS.change}
              </button>
            )}
            <a href={`/admin/collections/read-also-links/${id}`} rel="noreferrer" target="_blank">
              {READ_ALSO_WORDS.open}
            </a>
          </div>
        )}
      </div>
    </BlockCollapsible>
  )
}
