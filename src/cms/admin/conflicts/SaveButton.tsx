// Saves a version at once from a button, where Payload's own button would not say why a save failed.
'use client'
import { Button, useEditDepth, useFormModified, useHotkey } from '@payloadcms/ui'
import { useDocumentKey } from '../ui/useWorkflow'
import { saveNow } from './useSaver'

export default function SaveButton() {
  const key = useDocumentKey()
  const modified = useFormModified()
  const editDepth = useEditDepth()
  const save = () => {
    if (key) void saveNow(key)
  }
  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (pressed) => {
    pressed.preventDefault()
    pressed.stopPropagation()
    save()
  })
  return (
    <Button
      buttonStyle="secondary"
      disabled={!modified}
      id="action-save-draft"
      margin={false}
      onClick={save}
      size="medium"
      type="button"
    >
      Save Draft
    </Button>
  )
}
