// Fetches what the server answers at an address: once, or for the screen and again on demand.
'use client'
import { useCallback, useEffect, useState } from 'react'

/** Null when this account may not read it, or there is no answer. */
export async function fetchAnswer<Answer>(address: string): Promise<Answer | null> {
  try {
    const response = await fetch(address, { credentials: 'include' })
    return response.ok ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}

interface Heard<Answer> {
  /** Null until it was read; from then on the last one that was. */
  answer: Answer | null
  /** This account may not read it, or the server did not answer. */
  failed: boolean
}

/**
 * @param address null asks nothing
 * @param beside something that is read elsewhere: whenever it is another, this is read again
 */
export function useAnswer<Answer>(
  address: string | null,
  beside?: unknown,
): Heard<Answer> & { readAgain: () => Promise<void> } {
  /** By address, so that a late answer is never shown for another address. */
  const [heard, setHeard] = useState<Record<string, Heard<Answer>>>({})
  const readAgain = useCallback(async () => {
    if (address === null) return
    const found = await fetchAnswer<Answer>(address)
    setHeard((before) => ({
      ...before,
      [address]: { answer: found ?? before[address]?.answer ?? null, failed: found === null },
    }))
  }, [address])
  useEffect(() => {
    void Promise.resolve(beside).then(readAgain)
  }, [readAgain, beside])
  const { answer = null, failed = false } = (address && heard[address]) || {}
  return { answer, failed, readAgain }
}
