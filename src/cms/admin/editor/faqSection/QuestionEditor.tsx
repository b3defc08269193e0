// Edits one question with its answer where it stands, with the editor that answers have everywhere, and saves it by itself.
'use client'
import { RenderLexical } from '@payloadcms/richtext-lexical/client'
import { useEffect, useEffectEvent, useId, useRef, type KeyboardEvent } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { FAQ_WORDS, sharedWords } from '@/cms/wording/faqSection'
import type { Doc } from '../../conflicts/contract'
import { SaveMessage } from '../../conflicts/SaveLine'
import { saveNow } from '../../conflicts/useSaver'
import { useDocumentKey, useWorkflow } from '../../ui/useWorkflow'
import type { ShownFaqItem } from './contract'
import { useItemForm } from './useItemForm'

interface Props {
  shown: ShownFaqItem
  onClose: () => void
  onSaved: (doc: Doc) => void
}

/** Resolves when the answer's editor is there, which the server sends. */
function whenEditable(within: HTMLElement, found: (editable: HTMLElement) => void): () => void {
  const look = () => {
    const editable = within.querySelector<HTMLElement>('[contenteditable="true"]')
    if (!editable) return
    observer.disconnect()
    found(editable)
  }
  const observer = new MutationObserver(look)
  observer.observe(within, { attributes: true, childList: true, subtree: true })
  look()
  return () => observer.disconnect()
}

/** Chromium takes these keys out of the answer, to the ends of the text around it. */
const COLLAPSE = { Home: 'collapseToStart', End: 'collapseToEnd' } as const

function stayWithin(pressed: KeyboardEvent<HTMLElement>): void {
  const { ctrlKey, key, metaKey, shiftKey, target } = pressed
  if (!(ctrlKey || metaKey) || shiftKey || (key !== 'Home' && key !== 'End')) return
  const editable = (target as HTMLElement).closest('[contenteditable="true"]')
  const selection = window.getSelection()
  if (!editable || !selection) return
  pressed.preventDefault()
  selection.selectAllChildren(editable)
  selection[COLLAPSE[key]]()
}

export function QuestionEditor({ onClose, onSaved, shown }: Props) {
  const id = useId()
  const answer = useRef<HTMLDivElement>(null)
  const question = useRef<HTMLTextAreaElement>(null)
  const { documentKey, modified, saving, values, write } = useItemForm(shown.item, onSaved)
  const timeZone = useWorkflow(useDocumentKey()).workflow?.timeZone ?? 'UTC'
  const { total } = shown.usedIn

  const saveRest = useEffectEvent(() => {
    if (modified) void saveNow(documentKey)
  })
  // Declared after the saver's own effects it would find the saver gone.
  useEffect(() => () => saveRest(), [])

  const isNew = useRef(!shown.item.answer)
  useEffect(() => {
    if (!answer.current) return
    return whenEditable(answer.current, (editable) => {
      editable.setAttribute('aria-labelledby', `${id}-answer`)
      // Not before the text around it, which takes the keyboard while this editor is drawn.
      setTimeout(() => (isNew.current ? editable : question.current)?.focus())
    })
  }, [id])

  const close = async () => {
    if (modified && !(await saveNow(documentKey))) return
    // The text around it would take the keyboard for a selection that is left behind.
    window.getSelection()?.removeAllRanges()
    onClose()
  }

  return (
    <div className="faq-editor">
      {total > 0 && <p className="faq-warning">{sharedWords(total)}</p>}
      <label htmlFor={`${id}-question`}>{FAQ_WORDS.question}</label>
      <textarea
        className="faq-input"
        id={`${id}-question`}
        maxLength={LIMITS.question}
        onChange={({ target }) => write('question', target.value.replace(/\n/g, ' '))}
        ref={question}
        rows={1}
        value={String(values.question ?? '')}
      />
      <div onKeyDown={stayWithin} ref={answer}>
        <span className="faq-label" id={`${id}-answer`}>
          {FAQ_WORDS.answer}
        </span>
        <RenderLexical
          initialValue={shown.item.answer as never}
          label={false}
          name="answer"
          path={`faq-item-${shown.item.id}-answer`}
          schemaPath="collection.faq-items.answer"
          setValue={(value) => write('answer', value)}
          value={values.answer as never}
        />
      </div>
      <div className="faq-actions">
        <button className="faq-do" onClick={() => void close()} type="button">
          {FAQ_WORDS.done}
        </button>
        <SaveMessage {...{ documentKey, modified, saving, timeZone }} />
      </div>
    </div>
  )
}
