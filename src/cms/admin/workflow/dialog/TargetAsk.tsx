// Lets an editor find the live article that readers are sent to.
'use client'
import { useEffect, useId, useState } from 'react'
import type { AskProps } from '../../ui/contract'

interface Found {
  id: number
  title: string
  path: string
}

async function findLive(words: string): Promise<Found[]> {
  const query = new URLSearchParams({
    depth: '0',
    limit: '20',
    sort: 'title',
    'where[_status][equals]': 'published',
    ...(words.trim() && { 'where[title][like]': words.trim() }),
  })
  const response = await fetch(`/api/articles?${query}`, { credentials: 'include' })
  return response.ok ? ((await response.json()) as { docs: Found[] }).docs : []
}

export function TargetAsk({ answers, documentKey, onChange }: AskProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void findLive(words)
        .catch(() => [])
        .then((articles) => isCurrent && setFound(articles))
    }, 200)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [words])
  const choices = found?.filter((article) => article.id !== documentKey.id) ?? []
  return (
    <div className="workflow-ask">
      <label htmlFor={`${id}-find`}>Find the article that takes its place</label>
      <input
        id={`${id}-find`}
        onChange={({ target }) => setWords(target.value)}
        // Enter would send the dialog off before anything is chosen.
        onKeyDown={(pressed) => pressed.key === 'Enter' && pressed.preventDefault()}
        type="search"
        value={words}
      />
      <label htmlFor={`${id}-choose`}>New address</label>
      <select
        id={`${id}-choose`}
        onChange={({ target }) =>
          onChange({ target: target.value ? Number(target.value) : undefined })
        }
        value={answers.target ?? ''}
      >
        <option value="">
          {found && choices.length === 0 ? 'No live article with these words' : 'Choose an article'}
        </option>
        {choices.map((article) => (
          <option key={article.id} value={article.id}>
            {article.title} ({article.path})
          </option>
        ))}
      </select>
    </div>
  )
}
