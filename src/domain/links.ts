// Which URLs may stand behind a link that somebody typed.

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Browsers forgive `https:host` and `https:\\host`; who writes such an address hides where it leads. */
const WRITTEN_OUT = /^(https?:\/\/[^/\\]|mailto:|tel:)/i

/** Stands in for our own origin; a path that leads away from it is not a path on this site. */
const SELF = 'https://self.invalid'

function parsed(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}

/**
 * The URL in a form that is safe in `href`, or null when it may not be linked. Allowed: http(s), mailto, tel, paths
 * on this site (one leading slash) and `#fragments`. Refused: every other scheme (`javascript:`, `data:`, …),
 * `//host`, an address without its two slashes, and whatever a browser would read as one of those after removing control characters.
 */
export function safeUrl(url: string): string | null {
  const typed = url.trim()
  if (/\p{Cc}/u.test(typed)) return null
  if (typed.startsWith('#') && typed.length > 1) return parsed(typed, SELF)?.hash || null
  if (typed.startsWith('/')) {
    const target = parsed(typed, SELF)
    if (target?.origin !== SELF || target.pathname.startsWith('//')) return null
    return target.pathname + target.search + target.hash
  }
  const target = WRITTEN_OUT.test(typed) ? parsed(typed) : null
  return target && SCHEMES.has(target.protocol) ? target.href : null
}
