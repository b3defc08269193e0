// Checks what JSON Feed 1.1 (jsonfeed.org/version/1.1) asks of a feed: which members there are, and of which kind each is.
import { isInstant } from '../page/sitePage'

type Kind = (value: unknown) => string[]
type Members = Record<string, { kind: Kind; required?: true }>

const text: Kind = (value) => (typeof value === 'string' && value !== '' ? [] : ['is no text'])
const url: Kind = (value) =>
  typeof value === 'string' && URL.canParse(value) ? [] : ['is no absolute address']
const instant: Kind = (value) => (isInstant(value) ? [] : ['is no date of RFC 3339'])
const truth: Kind = (value) => (typeof value === 'boolean' ? [] : ['is neither true nor false'])
const count: Kind = (value) => (typeof value === 'number' && value >= 0 ? [] : ['is no number'])
const version: Kind = (value) =>
  value === 'https://jsonfeed.org/version/1.1' ? [] : [`is not that of 1.1: ${String(value)}`]
const language: Kind = (value) =>
  typeof value === 'string' && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$/.test(value)
    ? []
    : ['is no language of RFC 5646']

const list =
  (kind: Kind): Kind =>
  (value) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => kind(one).map((issue) => `[${index}] ${issue}`))
      : ['is no list']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param oneOf members of which one at least must be there */
const record =
  (members: Members, oneOf: string[] = []): Kind =>
  (value) => {
    if (!isRecord(value)) return ['is no object']
    const has = (name: string) => Object.hasOwn(value, name)
    const missing = Object.keys(members).filter((name) => members[name]?.required && !has(name))
    return [
      ...missing.map((name) => `has no ${name}`),
      ...(oneOf.length === 0 || oneOf.some(has) ? [] : [`has neither ${oneOf.join(' nor ')}`]),
      ...Object.entries(value).flatMap(([name, member]) => memberIssues(name, member, members)),
    ]
  }

/** A member that begins with an underscore is an extension. */
function memberIssues(name: string, value: unknown, members: Members): string[] {
  if (name.startsWith('_')) return []
  const known = Object.hasOwn(members, name) ? members[name] : undefined
  return (known?.kind(value) ?? ['is no member of the format']).map((issue) => `${name} ${issue}`)
}

const authors = {
  kind: list(
    record({ name: { kind: text }, url: { kind: url }, avatar: { kind: url } }, [
      'name',
      'url',
      'avatar',
    ]),
  ),
}

const attachment = record({
  url: { kind: url, required: true },
  mime_type: { kind: text, required: true },
  title: { kind: text },
  size_in_bytes: { kind: count },
  duration_in_seconds: { kind: count },
})

const item = record(
  {
    id: { kind: text, required: true },
    url: { kind: url },
    external_url: { kind: url },
    title: { kind: text },
    content_html: { kind: text },
    content_text: { kind: text },
    summary: { kind: text },
    image: { kind: url },
    banner_image: { kind: url },
    date_published: { kind: instant },
    date_modified: { kind: instant },
    authors,
    tags: { kind: list(text) },
    language: { kind: language },
    attachments: { kind: list(attachment) },
  },
  ['content_html', 'content_text'],
)

/** Every issue because of which a value is no JSON Feed; empty when nothing does. */
export const jsonFeedIssues: Kind = record({
  version: { kind: version, required: true },
  title: { kind: text, required: true },
  home_page_url: { kind: url },
  feed_url: { kind: url },
  description: { kind: text },
  user_comment: { kind: text },
  next_url: { kind: url },
  icon: { kind: url },
  favicon: { kind: url },
  authors,
  language: { kind: language },
  expired: { kind: truth },
  hubs: {
    kind: list(
      record({ type: { kind: text, required: true }, url: { kind: url, required: true } }),
    ),
  },
  items: { kind: list(item), required: true },
})
