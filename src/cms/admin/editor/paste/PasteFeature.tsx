// Fits what is pasted or dropped into the editor's text, and names at once what that loses or changes.
'use client'
import type { PluginComponent } from '@payloadcms/richtext-lexical'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  PASTE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { mergeRegister } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect, useState } from 'react'
import type { PasteLoss } from '@/domain/paste/losses'
import type { TextKind } from '@/domain/text/textShape'
import { fitClipboard } from './fitClipboard'
import { PasteMessage } from './PasteMessage'

interface Props {
  kind: TextKind
}

const NOTHING: readonly PasteLoss[] = []

const PastePlugin: PluginComponent<Props> = ({ clientProps: { kind } }) => {
  const [editor] = useLexicalComposerContext()
  const [losses, setLosses] = useState(NOTHING)

  useEffect(() => {
    /** The events made here come back through the same command, and go on to the editor's own part. */
    const made = new WeakSet<Event>()
    const insert = (event: Event, transfer: DataTransfer | null): boolean => {
      if (made.has(event) || !transfer) return false
      const fit = fitClipboard(kind, transfer)
      setLosses(fit?.losses ?? NOTHING)
      if (!fit) return false
      event.preventDefault()
      const paste = new ClipboardEvent('paste', { clipboardData: fit.transfer, cancelable: true })
      made.add(paste)
      editor.dispatchCommand(PASTE_COMMAND, paste)
      return true
    }
    return mergeRegister(
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => event instanceof ClipboardEvent && insert(event, event.clipboardData),
        COMMAND_PRIORITY_HIGH,
      ),
      // What is dropped: the browser says where, as an input there.
      editor.registerCommand(
        CONTROLLED_TEXT_INSERTION_COMMAND,
        (input) => typeof input !== 'string' && insert(input, input.dataTransfer),
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor, kind])

  return <PasteMessage losses={losses} dismiss={() => setLosses(NOTHING)} />
}

export const PasteFeatureClient = createClientFeature<Props>(({ props }) => ({
  plugins: [{ Component: PastePlugin, clientProps: props, position: 'belowContainer' }],
  sanitizedClientFeatureProps: props,
}))
