// Says who else has the document open.
'use client'
import { useAllFormFields, useFormModified } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { DocumentKey } from '../workflow/contract'
import { useWorkflow } from '../workflow/useWorkflow'
import { sayLeaving, sayPresent, type Present } from './contract'
import { presentWords } from './words'

/** The server forgets after 30 seconds. */
const EVERY_MS = 10_000

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
    const call = async () => {
      const told = changed.current
      changed.current = false
      const answer = await sayPresent(documentKey, tab, told)
      if (answer === null) changed.current ||= told
      else if (isOpen) setOthers(answer)
    }
    const leave = () => sayLeaving(documentKey, tab)
    const look = () => document.visibilityState === 'visible' && void call()
    void call()
    const timer = setInterval(() => void call(), EVERY_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pagehide', leave)
    return () => {
      isOpen = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
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
