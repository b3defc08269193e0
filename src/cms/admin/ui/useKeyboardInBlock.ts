// Leaves the keyboard to what is focused inside of a block of a text.
'use client'
import { $getSelection, $setSelection } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'

/**
 * Lexical puts the cursor back to its selection with every change of the text, and takes the focus for it, unless that is
 * on a field: from a button of a block it would be taken, and the next key would go into the text. Without a selection the
 * text has nothing to put back.
 * @returns what the block calls when something in it gets the focus
 */
export function useKeyboardInBlock(): () => void {
  const [editor] = useLexicalComposerContext()
  return () =>
    editor.update(() => {
      if ($getSelection() !== null) $setSelection(null)
    })
}
