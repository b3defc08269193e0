// Asks for whom a review link is, and for how long.
'use client'
import { useId, useState } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { REVIEW_DAYS } from '@/domain/articles/review/reviewLink'
import type { PanelIssue } from '@/cms/wording/panelIssue'
import { PanelDialog } from '../ui/PanelDialog'

interface Props {
  make: (asked: { label: string; days: number }) => Promise<readonly PanelIssue[]>
  onClose: () => void
}

export function LinkDialog({ make, onClose }: Props) {
  const id = useId()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState(String(REVIEW_DAYS.usual))
  return (
    <PanelDialog
      explains="Whoever has the link sees this version and can leave a remark. Any change of the text closes it."
      heading="Make a review link"
      label="Make the link"
      onClose={onClose}
      submit={() => make({ label, days: days === '' ? 0 : Number(days) })}
    >
      <div className="workflow-ask">
        <label htmlFor={`${id}-label`}>For whom (only you and your colleagues see it)</label>
        <input
          autoFocus
          id={`${id}-label`}
          maxLength={LIMITS.name}
          onChange={({ target }) => setLabel(target.value)}
          value={label}
        />
      </div>
      <div className="workflow-ask">
        <label htmlFor={`${id}-days`}>Good for how many days, at most {REVIEW_DAYS.most}</label>
        <input
          id={`${id}-days`}
          inputMode="numeric"
          max={REVIEW_DAYS.most}
          min={REVIEW_DAYS.least}
          onChange={({ target }) => setDays(target.value)}
          type="number"
          value={days}
        />
      </div>
    </PanelDialog>
  )
}
