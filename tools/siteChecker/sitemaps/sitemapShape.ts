// Checks what the sitemap protocol's schemas ask of a file (sitemaps.org, XSD of 2008 and 2009), as far as this site uses them.

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGES = 'http://www.google.com/schemas/sitemap-image/1.1'

/** An entry of an index, or of a part, by the element that is the root. */
const ENTRIES = { sitemapindex: 'sitemap', urlset: 'url' } as const
export type Root = keyof typeof ENTRIES

/** Text as XML has it; an ampersand begins one of the five entities that need no declaration. */
const TEXT = '(?:[^<>&\\p{Cc}]|&(?:amp|lt|gt|quot|apos);)+'
const elementPattern = (name: string, inside: string): string =>
  `<${name}>\\s*${inside}\\s*</${name}>\\s*`

/** The schemas give the order: address, date, then what belongs to other namespaces. */
const ENTRY = [
  elementPattern('loc', TEXT),
  `(?:${elementPattern('lastmod', TEXT)})?`,
  `(?:${elementPattern('image:image', elementPattern('image:loc', TEXT))})*`,
].join('')

/** What is left of a file when every entry that is as it must be is taken away. */
const FRAME: Record<Root, RegExp> = {
  sitemapindex: framePattern('sitemapindex'),
  urlset: framePattern('urlset'),
}

function framePattern(root: Root): RegExp {
  const images = `(?:\\s+xmlns:image="${IMAGES}")?`
  const declaration = '<\\?xml version="1\\.0" encoding="UTF-8"\\?>'
  return new RegExp(`^${declaration}\\s*<${root} xmlns="${NAMESPACE}"${images}>\\s*</${root}>\\s*$`)
}

const SHOWN = 200

/** @param text a whole file */
export function shapeIssues(text: string, root: Root): string[] {
  let entries = 0
  const rest = text.replace(new RegExp(elementPattern(ENTRIES[root], ENTRY), 'gu'), () => {
    entries++
    return ''
  })
  return [
    ...(FRAME[root].test(rest)
      ? []
      : [`is no ${root} as its schema has it: ${rest.slice(0, SHOWN)}`]),
    ...(entries > 0 ? [] : ['lists nothing, and the schema asks for one entry at least']),
  ]
}
