// Shows who else has the document open, and learns from the same answers when what is shown beside the text is out of date.
'use client'
import { useAllFormFields, useFormModified } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { DocumentKey } from '../ui/contract'
import { freshen, useWorkflow } from '../ui/useWorkflow'
import { sayLeaving, sayPresent, type Present } from './contract'
import { presentWords } from './words'

/** While somebody looks: what another person does is seen within two seconds. */
const LOOKING_MS = 1000
/** In a tab behind others, and while the server does not answer. It forgets after 30 seconds. */
const SELDOM_MS = 10_000

const newTab = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('')

export function Presence({ documentKey }: { documentKey: DocumentKey }) {
  const { workflow } = useWorkflow(documentKey)
  const [formState] = useAllFormFields()
  const modified = useFormModified()
  const [others, setOthers] = useState<readonly Present[]>([])
  const changed = useRef(false)

  useEffect(() => {
    if (modified) changed.current = true
  }, [formState, modified])

  useEffect(() => {
    const tab = newTab()
    let isOpen = true
    let isCalling = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const isLooking = () => document.visibilityState === 'visible'
    /** Each call waits for the answer to the last one: a slow server is not asked faster than it answers. */
    const call = async () => {
      if (isCalling || !isOpen) return
      isCalling = true
      clearTimeout(timer)
      const told = changed.current
      changed.current = false
      const answer = await sayPresent(documentKey, tab, told)
      isCalling = false
      if (!isOpen) return
      if (answer === null) changed.current ||= told
      else {
        setOthers((before) => (sameAs(before, answer.others) ? before : answer.others))
        freshen(documentKey, answer.revision)
      }
      timer = setTimeout(() => void call(), answer && isLooking() ? LOOKING_MS : SELDOM_MS)
    }
    const leave = () => sayLeaving(documentKey, tab)
    const look = () => isLooking() && void call()
    void call()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    window.addEventListener('pagehide', leave)
    return () => {
      isOpen = false
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [documentKey])

  const timeZone = workflow?.timeZone ?? 'UTC'
  return (
    <p className="presence" role="status">
      {others.map((other) => presentWords(other, timeZone)).join(' ')}
    </p>
  )
}

/** Nothing is drawn again every second for an answer that says the same. */
const sameAs = (one: readonly Present[], other: readonly Present[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
