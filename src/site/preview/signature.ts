// Whether the address of a preview was signed by this site and has not expired.
import { isSigned } from '@/signature'

/** The panel signs the path and the time, in whole seconds since 1970, at which the address becomes useless. */
export function isSignedPreview(url: string, now = Date.now()): boolean {
  const { pathname, searchParams } = new URL(url)
  const expires = searchParams.get('expires') ?? ''
  const signature = searchParams.get('signature') ?? ''
  return isSigned(`${pathname} ${expires}`, signature) && Number(expires) * 1000 > now
}
