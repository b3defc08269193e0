// Imports a file of redirects, from above their list: the file is taken whole or refused line by line.
'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import './redirects.css'

interface Problem {
  line: number
  message: string
}

export function ImportRedirects(): ReactNode {
  const id = useId()
  const router = useRouter()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const file = new FormData(form).get('file')
    if (!(file instanceof File)) return
    setBusy(true)
    const response = await fetch('/api/redirects/import', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ csv: await file.text() }),
    }).catch(() => undefined)
    setBusy(false)
    const answer = (await response?.json().catch(() => undefined)) as
      { imported?: number; problems?: Problem[] } | undefined
    if (response?.ok) {
      toast.success(`${answer?.imported} redirects imported.`)
      form.reset()
      router.refresh()
    }
    setProblems(
      response?.ok
        ? []
        : (answer?.problems ?? [{ line: 1, message: 'The file could not be sent. Try again.' }]),
    )
  }

  return (
    <details className="import-redirects">
      <summary>Import from a file</summary>
      <form onSubmit={(event) => void send(event)}>
        <label htmlFor={id}>
          Comma-separated values with the columns <code>from</code>, <code>to</code> and{' '}
          <code>status</code> (301, 308 or 410). All lines are taken, or none.
        </label>
        <input id={id} name="file" type="file" accept=".csv,text/csv" required />
        <Button type="submit" size="small" disabled={busy} margin={false}>
          {busy ? 'Importing …' : 'Import'}
        </Button>
      </form>
      {problems.length > 0 && (
        <div role="alert">
          <p>Nothing was imported.</p>
          <ul>
            {problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}
