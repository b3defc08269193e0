// Reads the list of sources at the end of an article.
import { LIMITS } from '../../access/limits'
import { LINE_LIMITS, SOURCE_MARK } from '../lines/grammar'
import type { Outline } from './headings'
import type { BlockOf, SourceOf } from '../importedArticle'
import { part, Phrase, spanText, type Span } from '../lines/phrase'
import { titleAndUrl } from '../lines/titleAndUrl'

export interface SourcesRead {
  sources: SourceOf<Phrase>[]
  /** Read Also lines among them. */
  readAlso: BlockOf<Phrase>[]
  /** The index of the first element after the section. */
  next: number
}

/**
 * Reads the text below the heading at `at` as sources: the items of lists, or else one source to a line. Null when it
 * is no list of sources, because something in it is too long for a title or there is nothing.
 */
export function readSources({ elements }: Outline, at: number): SourcesRead | null {
  const read: SourcesRead = { sources: [], readAlso: [], next: at + 1 }
  let listed: boolean | null = null
  for (let element = elements[read.next]; element; element = elements[read.next]) {
    const { body, heading } = element
    if (heading && (heading.level !== null || heading.name !== null)) break
    if (body.type === 'readAlso') read.readAlso.push(body)
    if (body.type === 'paragraph') {
      if (listed) break
      addLines(read.sources, body.text.spans)
    }
    if (body.type === 'list') {
      for (const item of body.items) read.sources.push(asSource(item.spans))
    }
    listed ??= body.type === 'list' ? true : body.type === 'paragraph' ? false : null
    read.next++
  }
  const fits = read.sources.every(({ title }) => title.text.length <= LIMITS.sourceTitle)
  return fits && read.sources.length > 0 ? read : null
}

/** A line that is only an address belongs to the source above it. */
function addLines(sources: SourceOf<Phrase>[], spans: readonly Span[]): void {
  let above: SourceOf<Phrase> | undefined
  for (const span of spans) {
    const source = asSource([span])
    const onlyUrl = source.url === source.title
    if (onlyUrl && above && above.url === undefined) above.url = source.title
    else {
      sources.push(source)
      above = source
    }
  }
}

/** The first address becomes the URL; without other words it is the title as well. */
function asSource(spans: readonly [Span, ...Span[]]): SourceOf<Phrase> {
  let url: Span | null = null
  const title: Span[] = []
  for (const span of spans) {
    const bare = withoutMark(span)
    const found: ReturnType<typeof titleAndUrl> =
      url === null && spanText(bare).length <= LINE_LIMITS.titleAndUrl
        ? titleAndUrl(bare)
        : { title: [bare], url: null }
    title.push(...found.title)
    url ??= found.url
  }
  const link = url && new Phrase([url], 'sourceMark')
  const [first, ...more] = title
  if (!first) return link ? { title: link, url: link } : { title: new Phrase(spans, 'sourceMark') }
  const words = new Phrase([first, ...more], 'sourceMark')
  return link ? { title: words, url: link } : { title: words }
}

function withoutMark(span: Span): Span {
  const mark = SOURCE_MARK.exec(spanText(span))
  return mark ? part(span, mark[0].length) : span
}
