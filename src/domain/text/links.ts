// Decides whether a typed URL may be linked, and gives it in a safe form.

/** Browsers forgive `https:host` and `https:\\host`; such an address hides its target. */
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

/** A line ends in the body of a mail and nowhere else in its address (RFC 6068, 5); other controls, nowhere. */
const HIDDEN_CONTROL = /%(?:[01][0-9a-f]|7f)/i
const HIDDEN_LINE_END = /%0[ad]/gi

function hidesControls({ pathname, search }: URL): boolean {
  const fields = search.slice(1).split('&')
  const others = fields.filter((field) => !/^body=/i.test(field))
  const bodies = fields.filter((field) => /^body=/i.test(field))
  const shown = [pathname, ...others, ...bodies.map((body) => body.replace(HIDDEN_LINE_END, ''))]
  return shown.some((part) => HIDDEN_CONTROL.test(part))
}

/** By scheme, the address as it may stand in `href`; null when it may not. */
const ADDRESSES: Record<string, (target: URL) => string | null> = {
  'http:': openly,
  'https:': openly,
  'mailto:': (target) => (hidesControls(target) ? null : target.href),
  // People write telephone numbers with spaces, addresses have none (RFC 3966, 3).
  'tel:': (target) => (hidesControls(target) ? null : target.href.replace(/\s|%20/g, '')),
}

/** A password in an address is published with it, and a name before the host hides the host. */
function openly({ href, password, username }: URL): string | null {
  return username === '' && password === '' ? href : null
}

/**
 * The URL in a form that is safe in `href`, or null when it may not be linked. Allowed: http(s), mailto, tel, paths
 * on this site (one leading slash) and `#fragments`. Refused: every other scheme (`javascript:`, `data:`, …),
 * a name or password before the host, line ends in the head of a mail, `//host`, an address without its two slashes, and
 * whatever a browser would read as one of those after removing control characters.
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
  return (target && ADDRESSES[target.protocol]?.(target)) ?? null
}
