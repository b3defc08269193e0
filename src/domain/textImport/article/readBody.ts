// Turns elements into the article's blocks: sections, sub-sections, FAQ sections, sources.
import type { Element, Heading } from '../elements/elements'
import {
  findTitle,
  headingAt,
  leadsToText,
  nextText,
  outline,
  plainHeadingAt,
  withoutLoneNumbers,
  type Outline,
} from './headings'
import type { BlockOf, ImportIssue, SourceOf } from '../importedArticle'
import { Phrase, type DroppedLine } from '../lines/phrase'
import { readFaq } from './readFaq'
import { readSources } from './readSources'

export interface BodyRead {
  /** The title line; null when there is none or the title is stated elsewhere. */
  title: Phrase | null
  blocks: BlockOf<Phrase>[]
  sources: SourceOf<Phrase>[]
  dropped: DroppedLine[]
  issues: ImportIssue[]
}

interface Reading extends BodyRead {
  outline: Outline
  leads: boolean[]
  /** The shallowest level that Markdown marks; it is a section's. */
  shallowest: number
  /** Whether a section is open whose sub-sections follow, and whether it has one already. */
  group: 'none' | 'opened' | 'filled'
}

/** `stated` is the title where it is known from elsewhere; the text's own title line is then dropped. */
export function readBody(all: Element[], stated: string | null): BodyRead {
  const numbered = withoutLoneNumbers(all)
  const titleAt = findTitle(numbered, stated)
  const title = numbered[titleAt]?.heading?.text ?? null
  const reading = begin(numbered.filter((_, at) => at !== titleAt))
  if (title && stated !== null) {
    for (const { line } of title.spans) {
      reading.dropped.push({ line, reason: 'titleStatedElsewhere' })
    }
  } else reading.title = title

  const { elements } = reading.outline
  for (let at = 0; at < elements.length;) {
    const heading = headingAt(reading.outline, at)
    at = heading ? readHeading(reading, heading, at) : readText(reading, at)
  }
  return reading
}

function begin(elements: Element[]): Reading {
  const whole = outline(elements)
  const levels = elements.flatMap(({ heading }) => heading?.level ?? [])
  return {
    title: null,
    blocks: [],
    sources: [],
    dropped: [],
    issues: [],
    outline: whole,
    leads: leadsToText(whole),
    shallowest: levels.reduce((least, level) => Math.min(least, level), 6),
    group: 'none',
  }
}

/** A separating line ends the sub-sections above it. */
function readText(reading: Reading, at: number): number {
  const body = reading.outline.elements[at]?.body
  if (body && body.type !== 'separator') reading.blocks.push(body)
  else if (reading.group === 'filled') reading.group = 'none'
  return at + 1
}

function readHeading(reading: Reading, heading: Heading, at: number): number {
  if (heading.name === 'faq') return addFaq(reading, heading, at)
  if (heading.name === 'sources') {
    const next = addSources(reading, heading, at)
    if (next !== null) return next
  }
  reading.blocks.push({ type: 'heading', level: levelOf(reading, heading, at), text: heading.text })
  return at + 1
}

/**
 * Where Markdown gives no level: a heading directly above another is a section and what follows are its sub-sections,
 * until another such section, a heading with a meaning of its own, a FAQ section or a separating line.
 */
function levelOf(reading: Reading, heading: Heading, at: number): 2 | 3 {
  if (heading.level !== null) return heading.level > reading.shallowest ? 3 : 2
  const below = nextText(reading.outline.elements, at + 1)
  if (heading.name !== null) reading.group = 'none'
  else if (plainHeadingAt(reading.outline, below)) reading.group = 'opened'
  else if (reading.group !== 'none') {
    reading.group = 'filled'
    return 3
  }
  return 2
}

function addFaq(reading: Reading, heading: Heading, at: number): number {
  const { before, section, readAlso, dropped, issues, next } = readFaq(
    reading.outline,
    at,
    heading,
    reading.leads,
  )
  append(reading.blocks, [...before, section, ...readAlso])
  append(reading.dropped, dropped)
  append(reading.issues, issues)
  reading.group = 'none'
  return next
}

function addSources(reading: Reading, heading: Heading, at: number): number | null {
  const read = readSources(reading.outline, at)
  if (!read) return null
  for (const { line } of heading.text.spans) {
    reading.dropped.push({ line, reason: 'sourcesHeading' })
  }
  append(reading.sources, read.sources)
  append(reading.blocks, read.readAlso)
  reading.group = 'none'
  return read.next
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item)
}
