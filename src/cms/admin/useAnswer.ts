// Something that the server says of the document beside its workflow, read again whenever the workflow was.
'use client'
import { useCallback, useEffect, useState } from 'react'
import { read, type DocumentKey, type Workflow } from './contract'

interface Heard<Answer> {
  /** Null until it was read. */
  answer: Answer | null
  /** This account may not read it, or the server did not answer. */
  failed: boolean
  readAgain: () => Promise<void>
}

export function useAnswer<Answer>(
  key: DocumentKey,
  what: string,
  workflow: Workflow,
): Heard<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failed, setFailed] = useState(false)
  const readAgain = useCallback(async () => {
    const found = await read<Answer>(key, what)
    setFailed(found === null)
    if (found) setAnswer(found)
  }, [key, what])
  useEffect(() => {
    void Promise.resolve(workflow).then(readAgain)
  }, [readAgain, workflow])
  return { answer, failed, readAgain }
}
