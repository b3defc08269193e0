// Finds the keys of front matter that name the article's picture and its alternative text.
import type { FrontMatterField } from './frontMatterValues'

/** Keys without spaces, hyphens and underscores: Jekyll's and Astro's, WordPress's, Ghost's, Hugo's, Hexo's. */
const IMAGE =
  /^(image|featuredimage|featureimage|cover|coverimage|thumbnail)(?:\.(?:image|path|src|url))?$/
const IMAGE_ALT =
  /^(image|featuredimage|featureimage|cover|coverimage|thumbnail)\.?(?:alt|alttext)$/

/** @param plain the key in lower case, of a table with the table's before it: `cover.image` */
export function imageFieldNamed(plain: string): 'image' | 'imageAlt' | undefined {
  if (IMAGE.test(plain)) return 'image'
  return IMAGE_ALT.test(plain) ? 'imageAlt' : undefined
}

const plainKey = ({ key }: FrontMatterField): string => key.toLowerCase().replace(/[\s_-]/g, '')

/** The keys of a table that describes a picture, under names that say whose they are; undefined for other fields. */
export function openImage(field: FrontMatterField): FrontMatterField[] | undefined {
  const { key, value } = field
  if (!value || !('fields' in value) || !IMAGE.test(plainKey(field))) return undefined
  const inside = value.fields.map((inner) => ({ ...inner, key: `${key}.${inner.key}` }))
  return [{ key, line: field.line, value: null }, ...inside]
}

/**
 * The first picture that is named, and the alternative text that is its own: under its key, else under `image`. What
 * another picture shows is not said of this one.
 */
export function chooseImage(fields: readonly FrontMatterField[]): FrontMatterField[] {
  const image = fields.find(
    (field) => field.value !== null && !('fields' in field.value) && IMAGE.test(plainKey(field)),
  )
  if (!image) return []
  const own = IMAGE.exec(plainKey(image))?.[1]
  const altOf = (name: string | undefined) =>
    fields.find((field) => field.value !== null && IMAGE_ALT.exec(plainKey(field))?.[1] === name)
  const alt = altOf(own) ?? altOf('image')
  return alt ? [image, alt] : [image]
}
