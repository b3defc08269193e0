// Lists existing questions with their answers, to be used in place of a new one.
'use client'
import { useEffect, useState } from 'react'
import { actionName, FAQ_WORDS, usedInWords } from '@/cms/wording/faqSection'
import type { Id } from '@/domain/workflow/subject'
import { listedWords } from '../../list/listedState'
import { AnswerText } from './AnswerText'
import { findAlike, type ShownFaqItem } from './contract'

/** After the last key. */
const PAUSE_MS = 250

/** What was found for the words; null while that is not known. */
export function useOffers(
  words: string,
  except: readonly Id[],
  article: Id | null,
): readonly ShownFaqItem[] | null {
  const [found, setFound] = useState<{ words: string; offers: readonly ShownFaqItem[] }>()
  const known = except.join()
  useEffect(() => {
    if (words.trim() === '') return
    let isWanted = true
    const timer = setTimeout(() => {
      const ids = known === '' ? [] : known.split(',').map(Number)
      void findAlike(words, ids, article).then((offers) => {
        if (isWanted) setFound({ words, offers: offers ?? [] })
      })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [article, known, words])
  if (words.trim() === '') return []
  return found?.words === words ? found.offers : null
}

interface Props {
  label: string
  offers: readonly ShownFaqItem[]
  onUse: (offer: ShownFaqItem) => void
}

export function Offers({ label, offers, onUse }: Props) {
  if (offers.length === 0) return null
  return (
    <ul aria-label={label} className="faq-offers">
      {offers.map((offer) => {
        const { item, state, usedIn } = offer
        const { look, words } = listedWords(state)
        const question = item.question ?? ''
        return (
          <li key={item.id}>
            <p className="faq-question">
              {question} <span className={`workflow-state--${look}`}>{words}</span>
              {usedIn.total > 0 && <span> · {usedInWords(usedIn.total)}</span>}
            </p>
            <AnswerText answer={item.answer} />
            <button
              aria-label={actionName(FAQ_WORDS.use, question)}
              onClick={() => onUse(offer)}
              type="button"
            >
              {FAQ_WORDS.use}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
