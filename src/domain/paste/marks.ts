// Converts the marks and looks of pasted text: bold and italic survive, the others are noted.
import type { NoteLoss, PasteLossCode } from './losses'
import { isElement, textBelow, type PastedElement, type PastedNode } from './tree'

/** Elements whose looks no text has; their words stay. */
const LOST_MARKS: Readonly<Record<string, PasteLossCode>> = {
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'script',
  sup: 'script',
  mark: 'colour',
}

const BOLD = ['b', 'strong']
const ITALIC = ['i', 'em', 'cite', 'dfn', 'var']
const WEIGHT_OF_BOLD = 600

/** Google Docs wraps all that is copied into a `b` that is not bold. */
export function isBold({ name, style }: PastedElement): boolean {
  const weight = style['font-weight']
  if (!weight) return BOLD.includes(name)
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= WEIGHT_OF_BOLD
}

export const isItalic = ({ name, style }: PastedElement): boolean =>
  style['font-style'] ? style['font-style'] === 'italic' : ITALIC.includes(name)

/** Browsers and word processors write these with every word, whether somebody chose them or not. */
const PLAIN_BACKGROUNDS = ['', 'transparent', 'white', 'initial', 'inherit']
const PLAIN_COLOURS = /^rgba?\((255, 255, 255(, 1)?|\d+, \d+, \d+, 0)\)$/

const isMarkedUp = ({ style }: PastedElement): boolean => {
  const background = style['background-color'] ?? ''
  return !PLAIN_BACKGROUNDS.includes(background) && !PLAIN_COLOURS.test(background)
}

/** True for a colour within a text of another colour, the only ones that somebody chose. */
const isColoured = (element: PastedElement, around: string | undefined): boolean => {
  const colour = element.style.color
  return Boolean(colour && around && colour !== around)
}

const ALIGNED = ['center', 'right', 'end', 'justify', '-webkit-center']

/** What of an element's own look is lost, its children's not counted. `around` is the first colour in the whole text. */
function lostLooks(element: PastedElement, around: string | undefined): PasteLossCode[] {
  const { name, style } = element
  const decoration = style['text-decoration'] ?? ''
  const looks: [boolean, PasteLossCode][] = [
    [decoration.includes('underline'), 'underline'],
    [decoration.includes('line-through'), 'strikethrough'],
    [/^(sub|super)$/.test(style['vertical-align'] ?? ''), 'script'],
    [isMarkedUp(element) || isColoured(element, around), 'colour'],
    [ALIGNED.includes(style['text-align'] ?? '') || name === 'center', 'alignment'],
  ]
  const named = Object.hasOwn(LOST_MARKS, name) ? LOST_MARKS[name] : undefined
  const found = looks.flatMap(([isLost, code]) => (isLost ? [code] : []))
  return [...new Set(named ? [named, ...found] : found)]
}

/** Links are underlined and coloured by the page, headings coloured by it. */
const LOOKS_OF_THEIR_OWN = ['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

function firstColour(nodes: readonly PastedNode[]): string | undefined {
  for (const node of nodes) {
    if (!isElement(node) || LOOKS_OF_THEIR_OWN.includes(node.name)) continue
    const colour = node.style.color || firstColour(node.children)
    if (colour) return colour
  }
  return undefined
}

/** Notes the looks that a text cannot have, of everything that shows words. */
export function noteLooks(nodes: readonly PastedNode[], note: NoteLoss): void {
  const around = firstColour(nodes)
  const visit = (node: PastedNode): void => {
    if (!isElement(node) || textBelow(node).trim() === '') return
    if (LOOKS_OF_THEIR_OWN.includes(node.name)) return
    lostLooks(node, around).forEach((code) => note(code))
    node.children.forEach(visit)
  }
  nodes.forEach(visit)
}
