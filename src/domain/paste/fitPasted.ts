// Turns pasted HTML into nodes that a text may hold, and tells what that loses or changes.
import { isAddress } from '../text/textFields'
import { mayHold, type TextKind } from '../text/textShape'
import { collectLosses, type PasteLoss } from './losses'
import { isBold, isItalic, noteLooks } from './marks'
import { pictureAddress } from '../text/pictureAddress'
import {
  asBlock,
  isTickMark,
  list,
  quote,
  row,
  rowGroup,
  table,
  type Fit,
  type Scope,
} from './structures'
import {
  groupLines,
  isElement,
  isInline,
  makeElement,
  textBelow,
  type PastedElement,
  type PastedNode,
} from './tree'

const fitAll = (nodes: readonly PastedNode[], scope: Scope): PastedNode[] =>
  nodes.flatMap((node) => (isElement(node) ? fitElement(node, scope) : [node]))

const paragraphs: Fit = ({ children }, scope) => groupLines(fitAll(children, scope), asBlock('p'))

const leftOut: Fit = () => []

const HEADING_LEVELS: Readonly<Record<string, string>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
}

const heading: Fit = (element, scope) => {
  const isKept = mayHold(scope.kind, 'heading')
  const name = isKept ? HEADING_LEVELS[element.name]! : 'p'
  if (textBelow(element).trim() !== '' && name !== element.name)
    scope.note(isKept ? 'headingLevel' : 'heading')
  return groupLines(fitAll(element.children, scope), asBlock(name), (block) =>
    block.name === 'p' ? [{ ...block, name }] : [block],
  )
}

const isInLibrary = ({ attributes }: PastedElement): boolean =>
  attributes['data-lexical-upload-relation-to'] === 'media' &&
  Boolean(attributes['data-lexical-upload-id'])

/** The panel opens the upload of a picture whose bytes came along. */
const bringsBytes = ({ attributes }: PastedElement): boolean =>
  /^data:image\/[a-z]+;base64,/i.test(attributes.src ?? '')

const KEPT_OF_A_PICTURE = ['src', 'data-lexical-upload-id', 'data-lexical-upload-relation-to']

const picture: Fit = (element, { kind, note }) => {
  const { attributes } = element
  if (isTickMark(element)) return []
  const isKept = isInLibrary(element) || bringsBytes(element)
  if (!mayHold(kind, 'upload')) {
    note('pictureInAnswer', pictureAddress(attributes.src ?? ''))
    return []
  }
  if (!isKept) {
    note('picture', pictureAddress(attributes.src ?? ''))
    return []
  }
  const kept = KEPT_OF_A_PICTURE.filter((name) => attributes[name] !== undefined)
  return [makeElement('img', [], Object.fromEntries(kept.map((name) => [name, attributes[name]!])))]
}

const embedded: Fit = ({ attributes, children }, { note }) => {
  const sources = children.filter(isElement).map((child) => child.attributes.src)
  note('embedded', attributes.src ?? attributes.data ?? sources.find(Boolean) ?? '')
  return []
}

const control: Fit = (element, { note }) => {
  if (!isTickMark(element) && element.attributes.type !== 'hidden') note('control')
  return []
}

const rule: Fit = (_element, { note }) => {
  note('rule')
  return []
}

const definitions: Fit = (element, scope) => {
  scope.note('definitionList')
  return paragraphs(element, scope)
}

/** Keeps its lines and the spaces in them. */
const code: Fit = (element, { note }) => {
  const text = textBelow(element).replace(/\n$/, '')
  if (text.trim() === '') return []
  note('code')
  return [{ ...makeElement('p', [text]), style: { 'white-space': 'pre-wrap' } }]
}

const inside = (
  nodes: readonly PastedNode[],
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): PastedNode[] => {
  const out: PastedNode[] = []
  let line: PastedNode[] = []
  const endLine = () => {
    if (line.some((node) => textBelow(node) !== '')) out.push(makeElement(name, line, attributes))
    else out.push(...line)
    line = []
  }
  for (const node of nodes) {
    if (!isElement(node) || isInline(node)) {
      line.push(node)
      continue
    }
    endLine()
    out.push({ ...node, children: inside(node.children, name, attributes) })
  }
  endLine()
  return out
}

const link: Fit = (element, scope) => {
  const { children, attributes } = element
  const href = attributes.href?.trim()
  const inner = inline(element, scope)
  if (href === undefined || textBelow({ ...element, children }).trim() === '') return inner
  if (href !== '' && isAddress(href)) return inside(inner, 'a', linkAttributes(href, attributes))
  scope.note('address', href)
  return inner
}

const linkAttributes = (
  href: string,
  { target }: Readonly<Record<string, string>>,
): Record<string, string> => (target === '_blank' ? { href, target } : { href })

const inline: Fit = (element, scope) => {
  const inner = fitAll(element.children, scope)
  const italic = isItalic(element) ? inside(inner, 'em') : inner
  return isBold(element) ? inside(italic, 'strong') : italic
}

const rows = (names: readonly string[], fit: Fit): Record<string, Fit> =>
  Object.fromEntries(names.map((name) => [name, fit]))

const SECTIONS =
  'address article aside body caption center dd details dialog div dt fieldset figcaption figure footer form header hgroup html legend li main nav p search section summary td th'
const HIDDEN = 'head link meta noscript script style template title'
const EMBEDDED = 'applet audio canvas embed iframe math object svg video'
const CONTROLS = 'input select textarea'

/** What each element becomes; all others are part of a line. */
const ELEMENTS: Readonly<Record<string, Fit>> = {
  ...rows(SECTIONS.split(' '), paragraphs),
  ...rows(HIDDEN.split(' '), leftOut),
  ...rows(EMBEDDED.split(' '), embedded),
  ...rows(CONTROLS.split(' '), control),
  ...rows(Object.keys(HEADING_LEVELS), heading),
  ...rows(['thead', 'tbody', 'tfoot'], rowGroup),
  ...rows(['ul', 'ol', 'menu', 'dir'], list),
  table,
  tr: row,
  blockquote: quote,
  img: picture,
  hr: rule,
  dl: definitions,
  pre: code,
  a: link,
  br: () => [makeElement('br')],
}

function fitElement(element: PastedElement, scope: Scope): PastedNode[] {
  if (element.style.display === 'none') return []
  const fit = Object.hasOwn(ELEMENTS, element.name) ? ELEMENTS[element.name]! : inline
  return fit(element, scope)
}

/**
 * What of pasted HTML the text can hold, and what that loses.
 * @param nodes the children of the pasted document's body
 * @returns `nodes`: paragraphs, headings, quotes, lists and pictures, or words only, when nothing but words was pasted
 */
export function fitPasted(
  kind: TextKind,
  nodes: readonly PastedNode[],
): { nodes: PastedNode[]; losses: PasteLoss[] } {
  const { note, list: losses } = collectLosses()
  noteLooks(nodes, note)
  const fitted = fitAll(nodes, { kind, note, level: 0, fit: fitAll })
  const isWords = fitted.every(isInline)
  return { nodes: isWords ? fitted : groupLines(fitted, asBlock('p')), losses: losses() }
}
