// Asks for the present password on one's own account, which a new one, or another address, needs.
'use client'
import {
  FieldDescription,
  FieldError,
  FieldLabel,
  useAuth,
  useDocumentInfo,
  useField,
} from '@payloadcms/ui'

const LABEL = 'Present password'
const WHY = 'Needed to change your password or your address. Leave it empty otherwise.'

export function CurrentPassword({ path }: { path: string }) {
  const { value, setValue, showError } = useField<string>({ path })
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  if (!user || String(user.id) !== String(id)) return null
  return (
    <div className="field-type password">
      <FieldLabel label={LABEL} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={`field-${path}`}
          type="password"
          autoComplete="current-password"
          value={value ?? ''}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <FieldDescription description={WHY} path={path} />
    </div>
  )
}
