// Says what the last paste lost or changed, until it is dismissed.
'use client'
import { Button } from '@payloadcms/ui'
import type { PasteLoss } from '@/domain/paste/losses'
import { addressWords, lossWords } from './words'
import './paste.css'

interface Props {
  losses: readonly PasteLoss[]
  dismiss: () => void
}

/** The region is always there: a screen reader announces only what changes in one. */
export function PasteMessage({ losses, dismiss }: Props) {
  return (
    <div className="paste-message" role="status" aria-label="What pasting changed">
      {losses.length > 0 && (
        <div className="paste-message__words">
          <p>This text cannot hold everything that was pasted:</p>
          <ul>
            {losses.map((loss) => (
              <li key={loss.code}>
                {lossWords(loss)}
                {loss.addresses.length > 0 && (
                  <ul>
                    {loss.addresses.map((address) => (
                      <li key={address}>{addressWords(address)}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={dismiss}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  )
}
