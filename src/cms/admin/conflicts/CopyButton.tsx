// Copies the editor's own text, for an editor who would rather store it elsewhere.
'use client'
import { useState } from 'react'

export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
  }
  return (
    <button onClick={() => void copy().catch(() => setCopied(false))} type="button">
      {copied ? 'Copied' : label}
    </button>
  )
}
