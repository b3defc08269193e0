// The time zone that the site's editors think in, from the site settings.
'use client'
import { useEffect, useState } from 'react'
import { isTimeZone } from '@/domain/workflow/schedule'

const FALLBACK = 'UTC'
let answer: Promise<string> | null = null

async function readTimeZone(): Promise<string> {
  const response = await fetch('/api/globals/site-settings?depth=0', { credentials: 'include' })
  const { timeZone } = (await response.json()) as { timeZone?: string }
  return timeZone && isTimeZone(timeZone) ? timeZone : FALLBACK
}

export function useTimeZone(): string {
  const [timeZone, setTimeZone] = useState(FALLBACK)
  useEffect(() => {
    answer ??= readTimeZone().catch(() => FALLBACK)
    void answer.then(setTimeZone)
  }, [])
  return timeZone
}
