// Lists the origins that may use an editor's session cookie.

/** The site's own origin; on this machine both names of it, for people type either. */
export function trustedOrigins(siteUrl: string): string[] {
  const twin = siteUrl.includes('//localhost')
    ? siteUrl.replace('//localhost', '//127.0.0.1')
    : siteUrl.replace('//127.0.0.1', '//localhost')
  return [...new Set([siteUrl, twin])]
}
