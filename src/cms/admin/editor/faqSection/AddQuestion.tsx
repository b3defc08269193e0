// Adds questions to an FAQ section: typed, chosen among those that exist, or pasted with their answers, several at once.
'use client'
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { alikeWords, FAQ_WORDS } from '@/cms/wording/faqSection'
import { questionKey } from '@/domain/addresses/titleKey'
import type { Id } from '@/domain/workflow/subject'
import { findAlike, type ShownFaqItem } from './contract'
import { Offers, useOffers } from './Offers'

interface Props {
  article: Id | null
  ids: readonly Id[]
  /** Resolves to a message when it was not made. */
  onAdd: (question: string) => Promise<string | null>
  onPaste: (text: string) => Promise<void>
  onUse: (offer: ShownFaqItem) => void
}

const isSame = (question: string, { item }: ShownFaqItem): boolean =>
  questionKey(item.question ?? '') === questionKey(question)

export function AddQuestion({ article, ids, onAdd, onPaste, onUse }: Props) {
  const id = useId()
  const [words, setWords] = useState('')
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  /** Of this question it was said that it exists. */
  const [warned, setWarned] = useState('')
  const offers = useOffers(words, ids, article)

  const write = (written: string) => {
    setWords(written)
    setMessage('')
  }

  const add = async () => {
    const question = words.trim()
    if (question === '' || busy) return
    setBusy(true)
    const alike = (warned !== question && (await findAlike(question, ids, article))) || []
    if (alike.some((offer) => isSame(question, offer))) {
      setWarned(question)
      setMessage(FAQ_WORDS.exists)
    } else {
      const refused = await onAdd(question)
      setMessage(refused ?? '')
      if (refused === null) setWords('')
    }
    setBusy(false)
  }

  const press = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' || pressed.nativeEvent.isComposing) return
    pressed.preventDefault()
    pressed.stopPropagation()
    void add()
  }

  const paste = (pasted: ClipboardEvent) => {
    const text = pasted.clipboardData.getData('text/plain').trim()
    if (!/[\r\n]/.test(text)) return
    pasted.preventDefault()
    setMessage(FAQ_WORDS.pasting)
    void onPaste(text).then(() => setMessage(''))
  }

  const said = message || alikeWords(offers?.length ?? 0)
  return (
    <div className="faq-add">
      <label htmlFor={id}>{FAQ_WORDS.add}</label>
      <input
        aria-describedby={`${id}-explains`}
        autoComplete="off"
        className="faq-input"
        id={id}
        maxLength={LIMITS.question}
        onChange={({ target }) => write(target.value)}
        onKeyDown={press}
        onPaste={paste}
        type="text"
        value={words}
      />
      <p className="faq-explains" id={`${id}-explains`}>
        {FAQ_WORDS.addExplains}
      </p>
      <p role="status">{said}</p>
      <Offers
        label={FAQ_WORDS.add}
        offers={offers ?? []}
        onUse={(offer) => {
          write('')
          onUse(offer)
        }}
      />
    </div>
  )
}
