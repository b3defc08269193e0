// Finds what a Read Also block leads to: by words, as a suggestion, or as a typed address of the web with its title.
'use client'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { READ_ALSO_WORDS, reasonWords } from '@/cms/wording/readAlso'
import type { Id } from '@/domain/workflow/subject'
import { listedWords } from '../../list/listedState'
import { useAnswer } from '../../ui/useAnswer'
import {
  chooseTarget,
  findTargets,
  suggestionsAddress,
  type ChosenTarget,
  type FoundTargets,
  type ShownLink,
  type SuggestedTarget,
} from './contract'

/** After the last key. */
const PAUSE_MS = 250

const WEB = /^https?:\/\/\S+$/i

interface Props {
  article: Id | null
  onCancel?: () => void
  onChoose: (link: ShownLink) => void
}

function useFound(words: string, article: Id | null): FoundTargets | null {
  const [found, setFound] = useState<{ words: string; answer: FoundTargets | null }>()
  useEffect(() => {
    if (words === '') return
    let isWanted = true
    const timer = setTimeout(() => {
      void findTargets(words, article).then((answer) => {
        if (isWanted) setFound({ words, answer })
      })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [article, words])
  return found?.words === words ? found.answer : null
}

interface Choice {
  key: string
  title: string
  address: string | null
  note: string
  choose: () => void
}

function Choices({ choices, label }: { choices: readonly Choice[]; label: string }) {
  if (choices.length === 0) return null
  return (
    <ul aria-label={label} className="read-also-choices">
      {choices.map(({ address, choose, key, note, title }) => (
        <li key={key}>
          <button onClick={choose} type="button">
            {title}
          </button>{' '}
          <span>{[address, note].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

const stop = (pressed: KeyboardEvent): void => {
  if (pressed.key === 'Enter') pressed.preventDefault()
}

export function ChooseTarget({ article, onCancel, onChoose }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [title, setTitle] = useState('')
  const [message, setMessage] = useState('')
  const words = typed.trim()
  const found = useFound(words, article)
  const { answer: suggested } = useAnswer<SuggestedTarget[]>(
    article === null ? null : suggestionsAddress(article),
  )

  const choose = async (target: ChosenTarget) => {
    const chosen = await chooseTarget(target)
    if (typeof chosen === 'string') setMessage(chosen)
    else onChoose(chosen)
  }
  const toChoice = ({
    id: target,
    path,
    state,
    title: name,
  }: SuggestedTarget | FoundTargets['targets'][number]) => ({
    key: `article ${target}`,
    title: name,
    address: path,
    note: listedWords(state).words,
    choose: () => void choose({ article: target }),
  })
  const choices = [
    ...(found?.targets ?? []).map(toChoice),
    ...(found?.links ?? []).map((link) => ({
      key: `link ${link.id}`,
      title: link.title ?? '',
      address: link.url ?? null,
      note: listedWords(link.state).words,
      choose: () => onChoose(link),
    })),
  ]
  const isWeb = WEB.test(words) && found?.targets.length === 0
  const nothing = found ? READ_ALSO_WORDS.nothing : READ_ALSO_WORDS.searching
  const said = words === '' || choices.length > 0 || isWeb ? '' : nothing

  return (
    <div className="read-also-choose">
      <label htmlFor={id}>{READ_ALSO_WORDS.find}</label>
      <input
        autoComplete="off"
        id={id}
        maxLength={LIMITS.url}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={stop}
        type="text"
        value={typed}
      />
      {isWeb && (
        <>
          <label htmlFor={`${id}-title`}>{READ_ALSO_WORDS.title}</label>
          <input
            id={`${id}-title`}
            maxLength={LIMITS.question}
            onChange={({ target }) => setTitle(target.value)}
            onKeyDown={stop}
            type="text"
            value={title}
          />
          <button
            className="read-also-do"
            disabled={title.trim() === ''}
            onClick={() => void choose({ url: words, title: title.trim() })}
            type="button"
          >
            {READ_ALSO_WORDS.use}
          </button>
        </>
      )}
      <p role="status">{message || said}</p>
      <Choices choices={choices} label={READ_ALSO_WORDS.found} />
      {words === '' && (suggested?.length ?? 0) > 0 && (
        <>
          <p>{READ_ALSO_WORDS.suggestions}</p>
          <Choices
            choices={(suggested ?? []).map((target) => ({
              ...toChoice(target),
              note: reasonWords(target.reason),
            }))}
            label={READ_ALSO_WORDS.suggestions}
          />
        </>
      )}
      {onCancel && (
        <button onClick={onCancel} type="button">
          {READ_ALSO_WORDS.cancel}
        </button>
      )}
    </div>
  )
}
