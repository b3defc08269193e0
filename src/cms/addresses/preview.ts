// Makes the address of a private preview: signed, and useless after an hour.
import { previewPath } from '@/domain/addresses/paths'
import { signedAddress } from '@/signature'

/** Null until the article has been saved once. */
export function previewUrl(id: unknown): string | null {
  if (typeof id !== 'number' && typeof id !== 'string') return null
  return signedAddress(previewPath(Number(id)))
}
