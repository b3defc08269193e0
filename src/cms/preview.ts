// The address of a private preview: signed, and useless after an hour.
import { previewPath } from '@/domain/paths'
import { sign } from '@/signature'

const LIFETIME_SECONDS = 60 * 60

/** Null until the article has been saved once. */
export function previewUrl(id: unknown): string | null {
  if (typeof id !== 'number' && typeof id !== 'string') return null
  const expires = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS
  const path = previewPath(Number(id))
  return `${path}?expires=${expires}&signature=${sign(`${path} ${expires}`)}`
}
