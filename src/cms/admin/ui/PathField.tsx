// Renders the field of a public address: letters of any script as people read them, though the address is stored as browsers ask for it.
'use client'
import { TextInput, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { shownPath } from '@/domain/addresses/paths'

export const PathField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { disabled, setValue, showError, value } = useField<string>({ path })
  return (
    <TextInput
      description={field.admin?.description}
      label={field.label}
      onChange={(event: { target: { value: string } }) => setValue(event.target.value)}
      path={path}
      readOnly={readOnly || disabled}
      showError={showError}
      value={shownPath(value ?? '')}
    />
  )
}
