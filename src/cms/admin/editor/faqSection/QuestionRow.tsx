// Shows one question of an FAQ section with its answer, its state, who else uses it, and what can be done with it here.
'use client'
import { DraggableSortableItem, useAuth } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useId, type CSSProperties } from 'react'
import { actionName, FAQ_WORDS, moreWords, usedInWords } from '@/cms/wording/faqSection'
import type { Id } from '@/domain/workflow/subject'
import type { Doc } from '../../conflicts/contract'
import { findLocalDrafts } from '../../conflicts/localDraft'
import { listedWords } from '../../list/listedState'
import { AnswerText } from './AnswerText'
import type { ShownFaqItem } from './contract'
import { QuestionEditor } from './QuestionEditor'
import { ReplaceQuestion } from './ReplaceQuestion'

export interface RowActions {
  copy: () => void
  move: (by: -1 | 1) => void
  remove: () => void
  replace: (offer: ShownFaqItem) => void
  saved: (doc: Doc) => void
  /** Which part of the row is open. */
  show: (part: Part) => void
}

export type Part = 'text' | 'editor' | 'search'

interface Props {
  actions: RowActions
  article: Id | null
  ids: readonly Id[]
  isEditable: boolean
  part: Part
  shown: ShownFaqItem
}

function UsedIn({ usedIn: { articles, total } }: Pick<ShownFaqItem, 'usedIn'>) {
  if (total === 0) return null
  return (
    <details className="faq-used">
      <summary>{usedInWords(total)}</summary>
      <ul>
        {articles.map(({ id, title }) => (
          <li key={id}>
            <a href={`/admin/collections/articles/${id}`}>{title}</a>
          </li>
        ))}
        {total > articles.length && <li>{moreWords(total - articles.length)}</li>}
      </ul>
    </details>
  )
}

/** The row whose button has the keyboard keeps it, wherever the row goes. */
const refocus = (button: HTMLElement) => requestAnimationFrame(() => button.focus())

export function QuestionRow({ actions, article, ids, isEditable, part, shown }: Props) {
  const heading = useId()
  const account = useAuth().user?.id ?? 'nobody'
  const { item, mayEdit, state, usedIn } = shown
  const openUnsaved = useEffectEvent(() => {
    const drafts = findLocalDrafts(account, { kind: 'faq-items', id: item.id })
    if (drafts.length > 0 && isEditable) actions.show('editor')
  })
  useEffect(() => {
    // Only the browser knows: the server renders the page without it.
    const timer = setTimeout(() => openUnsaved())
    return () => clearTimeout(timer)
  }, [item.id])

  const close = () => {
    actions.show('text')
    requestAnimationFrame(() => {
      const row = document.getElementById(heading)?.closest('li')
      row?.querySelector<HTMLElement>('.faq-actions button')?.focus()
    })
  }
  const question = item.question ?? ''
  const { look, words } = listedWords(state)
  const at = ids.indexOf(item.id)
  const button = (label: string, act: () => void, keepsKeyboard = false, isOff = false) => (
    <button
      aria-disabled={isOff || undefined}
      aria-label={actionName(label, question)}
      onClick={({ currentTarget }) => {
        if (isOff) return
        act()
        if (keepsKeyboard) refocus(currentTarget)
      }}
      type="button"
    >
      {label}
    </button>
  )

  return (
    <DraggableSortableItem disabled={!isEditable} id={String(item.id)}>
      {({ attributes, listeners, setNodeRef, transform, transition }) => (
        <li
          aria-labelledby={heading}
          className="faq-item"
          ref={setNodeRef}
          style={{ transform, transition } as CSSProperties}
        >
          <div className="faq-head">
            {isEditable && (
              <span
                className="faq-drag"
                {...attributes}
                {...listeners}
                aria-label={actionName(FAQ_WORDS.drag, question)}
              >
                ⠿
              </span>
            )}
            <h4 className="faq-question" id={heading}>
              {question}
            </h4>
            <span className={`workflow-state--${look}`}>{words}</span>
          </div>
          {part === 'editor' ? (
            <QuestionEditor onClose={close} onSaved={actions.saved} shown={shown} />
          ) : (
            <AnswerText answer={item.answer} />
          )}
          {!mayEdit && <p className="faq-explains">{FAQ_WORDS.locked}</p>}
          <UsedIn usedIn={usedIn} />
          {isEditable && part === 'search' && (
            <ReplaceQuestion
              {...{ article, ids }}
              onClose={() => actions.show('text')}
              onUse={actions.replace}
            />
          )}
          <div className="faq-actions">
            {isEditable && (
              <>
                {mayEdit &&
                  part !== 'editor' &&
                  button(FAQ_WORDS.write, () => actions.show('editor'))}
                {button(FAQ_WORDS.up, () => actions.move(-1), true, at <= 0)}
                {button(FAQ_WORDS.down, () => actions.move(1), true, at === ids.length - 1)}
                {button(FAQ_WORDS.copy, actions.copy)}
                {part !== 'search' && button(FAQ_WORDS.replace, () => actions.show('search'))}
                {button(FAQ_WORDS.remove, actions.remove)}
              </>
            )}
            <a href={`/admin/collections/faq-items/${item.id}`} rel="noreferrer" target="_blank">
              {FAQ_WORDS.open}
            </a>
          </div>
        </li>
      )}
    </DraggableSortableItem>
  )
}
