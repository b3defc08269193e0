// Lets an editor choose the account that goes on with the document.
'use client'
import { useEffect, useId, useState } from 'react'
import type { AskProps } from '../../ui/contract'
import { ASK_WORDS } from '../../../wording/workflow'

interface Person {
  id: number
  name: string
}

const NOBODY = 'nobody'

async function findPeople(): Promise<Person[]> {
  const response = await fetch(
    '/api/users?where[active][not_equals]=false&depth=0&limit=500&sort=name',
    { credentials: 'include' },
  )
  return response.ok ? ((await response.json()) as { docs: Person[] }).docs : []
}

export function AssigneeAsk({ answers, onChange }: AskProps) {
  const id = useId()
  const [people, setPeople] = useState<Person[]>([])
  useEffect(() => {
    void findPeople()
      .catch(() => [])
      .then(setPeople)
  }, [])
  const chosen = answers.target === null ? NOBODY : (answers.target ?? '')
  return (
    <div className="workflow-ask">
      <label htmlFor={id}>{ASK_WORDS.assignee}</label>
      <select
        autoFocus
        id={id}
        onChange={({ target: { value } }) =>
          onChange({ target: value === NOBODY ? null : value === '' ? undefined : Number(value) })
        }
        value={chosen}
      >
        <option value="">Choose</option>
        <option value={NOBODY}>Nobody</option>
        {people.map(({ id: person, name }) => (
          <option key={person} value={person}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
