// Finds another question to stand in the place of one.
'use client'
import { useId, useState } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { FAQ_WORDS } from '@/cms/wording/faqSection'
import type { Id } from '@/domain/workflow/subject'
import type { ShownFaqItem } from './contract'
import { Offers, useOffers } from './Offers'

interface Props {
  article: Id | null
  ids: readonly Id[]
  onClose: () => void
  onUse: (offer: ShownFaqItem) => void
}

export function ReplaceQuestion({ article, ids, onClose, onUse }: Props) {
  const id = useId()
  const [words, setWords] = useState('')
  const offers = useOffers(words, ids, article)
  const nothing = offers === null ? FAQ_WORDS.searching : FAQ_WORDS.nothingFound
  return (
    <div className="faq-replace">
      <label htmlFor={id}>{FAQ_WORDS.replaceLabel}</label>
      <input
        autoComplete="off"
        autoFocus
        className="faq-input"
        id={id}
        maxLength={LIMITS.search}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(pressed) => {
          if (pressed.key === 'Enter') pressed.preventDefault()
          if (pressed.key !== 'Escape') return
          pressed.stopPropagation()
          onClose()
        }}
        type="text"
        value={words}
      />
      <p role="status">{words.trim() !== '' && !offers?.length && nothing}</p>
      <Offers label={FAQ_WORDS.replaceLabel} offers={offers ?? []} onUse={onUse} />
      <button onClick={onClose} type="button">
        {FAQ_WORDS.cancel}
      </button>
    </div>
  )
}
