// What is pasted becomes what the text can hold, and everything that is lost or changed on the way is named.
import { describe, expect, it } from 'vitest'
import { fitPasted } from '@/domain/paste/fitPasted'
import { MAX_LIST_LEVELS } from '@/domain/paste/structures'
import type { PastedElement, PastedNode } from '@/domain/paste/tree'

type Attributes = Readonly<Record<string, string>>

/** An element; attributes that begin with `$` are of its style. */
const el =
  (name: string, attributes: Attributes = {}) =>
  (...children: PastedNode[]): PastedElement => {
    const parts = Object.entries(attributes)
    const isStyle = ([key]: [string, string]) => key.startsWith('$')
    return {
      name,
      attributes: Object.fromEntries(parts.filter((part) => !isStyle(part))),
      style: Object.fromEntries(parts.filter(isStyle).map(([key, value]) => [key.slice(1), value])),
      children,
    }
  }

const [p, div, li, ul, ol] = [el('p'), el('div'), el('li'), el('ul'), el('ol')]
const [table, tr, td] = [el('table'), el('tr'), el('td')]

const html = (node: PastedNode): string => {
  if (typeof node === 'string') return node
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(html).join('')}</${node.name}>`
}

const becomes = (nodes: PastedNode[], kind: 'article' | 'answer' = 'article') =>
  fitPasted(kind, nodes).nodes.map(html).join('')

const loses = (nodes: PastedNode[], kind: 'article' | 'answer' = 'article') =>
  Object.fromEntries(fitPasted(kind, nodes).losses.map(({ code, count }) => [code, count]))

describe('what survives', () => {
  it('is words, paragraphs, headings of both levels, quotes, lists, links, bold and italic, without a loss', () => {
    const nodes = [
      el('h2')('One'),
      p('a ', el('b')('b'), el('span', { '$font-style': 'italic' })('c')),
      el('h3')('Two'),
      el('blockquote')(p('d'), p('e')),
      ul(li('f', ol(li('g')))),
      p(el('a', { href: 'https://example.org/', target: '_blank' })('h ', el('em')('i'))),
    ]
    expect(loses(nodes)).toEqual({})
    expect(becomes(nodes)).toBe(
      '<h2>One</h2><p>a <strong>b</strong><em>c</em></p><h3>Two</h3>' +
        '<blockquote>d<br></br>e</blockquote><ul><li>f<ol><li>g</li></ol></li></ul>' +
        '<p><a href="https://example.org/" target="_blank">h <em>i</em></a></p>',
    )
  })

  it('is a word without a paragraph, so that it can be pasted into a line', () => {
    expect(becomes([el('span')('word')])).toBe('word')
    expect(becomes([el('b', { '$font-weight': 'normal' })('word')])).toBe('word')
  })

  it('is a text without the layout around it, its hidden parts and its empty lines', () => {
    const nodes = [
      el('style')('p { color: red }'),
      '\n ',
      div(div(p('a'), el('br')(), 'b')),
      p('\u00a0'),
      el('span', { $display: 'none' })('hidden'),
    ]
    expect(becomes(nodes)).toBe('<p>a</p><p>b</p>')
    expect(loses(nodes)).toEqual({})
  })

  it('is a picture of the library, and one whose bytes came along', () => {
    const known = { 'data-lexical-upload-relation-to': 'media', 'data-lexical-upload-id': '7' }
    const bytes = { src: 'data:image/png;base64,AA==', alt: 'x' }
    expect(loses([el('img', known)(), el('img', bytes)()])).toEqual({})
    expect(becomes([p('a', el('img', bytes)(), 'b')])).toBe(
      '<p>a</p><img src="data:image/png;base64,AA=="></img><p>b</p>',
    )
  })

  it('is every list down to the deepest level, where further ones become lines', () => {
    const nested = (levels: number): PastedElement =>
      ul(li(String(levels), ...(levels > 1 ? [nested(levels - 1)] : [])))
    expect(loses([nested(MAX_LIST_LEVELS)])).toEqual({})
    const tooDeep = [nested(MAX_LIST_LEVELS + 2)]
    expect(loses(tooDeep)).toEqual({ deepList: 2 })
    expect(becomes(tooDeep).match(/<ul>/g)).toHaveLength(MAX_LIST_LEVELS)
    expect(becomes(tooDeep)).toContain('<li>3<br></br>2<br></br>1</li>')
  })

  it('is a list that stands in a list without an item, as Google Docs writes it', () => {
    expect(becomes([ul(li('a'), ul(li('b')))])).toBe(
      '<ul><li>a</li><li><ul><li>b</li></ul></li></ul>',
    )
  })

  it('is a link around blocks, which is one in each', () => {
    const nodes = [el('a', { href: '/x' })(el('h3')('a'), p('b'))]
    expect(becomes(nodes)).toBe('<h3><a href="/x">a</a></h3><p><a href="/x">b</a></p>')
  })
})

describe('what changes', () => {
  it.each([
    ['h1', 'h2'],
    ['h4', 'h3'],
    ['h5', 'h3'],
    ['h6', 'h3'],
  ])('%s becomes %s, and a paragraph in an answer', (pasted, kept) => {
    const nodes = [el(pasted)('Words')]
    expect(becomes(nodes)).toBe(`<${kept}>Words</${kept}>`)
    expect(loses(nodes)).toEqual({ headingLevel: 1 })
    expect(becomes(nodes, 'answer')).toBe('<p>Words</p>')
    expect(loses(nodes, 'answer')).toEqual({ heading: 1 })
  })

  it('makes a line of each row of a table, and keeps what stands in the cells of a layout', () => {
    const data = table(el('tbody')(tr(td('a'), td(p('b'))), '\n', tr(td('c'), td('d'))))
    expect(becomes([data])).toBe('<p>a | b</p><p>c | d</p>')
    expect(loses([data])).toEqual({ table: 1 })
    const layout = table(tr(td(el('h2')('a'), p('b')), td(ul(li('c')))))
    expect(becomes([layout])).toBe('<h2>a</h2><p>b</p><ul><li>c</li></ul>')
  })

  it('names marks and looks that no text has, and keeps the words', () => {
    const lost: [PastedElement, string][] = [
      [el('u')('x'), 'underline'],
      [el('span', { '$text-decoration': 'underline' })('x'), 'underline'],
      [el('del')('x'), 'strikethrough'],
      [el('span', { '$text-decoration': 'line-through' })('x'), 'strikethrough'],
      [el('code')('x'), 'code'],
      [el('sup')('x'), 'script'],
      [el('mark')('x'), 'colour'],
      [el('span', { '$background-color': 'rgb(255, 255, 0)' })('x'), 'colour'],
      [el('center')('x'), 'alignment'],
    ]
    for (const [element, code] of lost) {
      expect(becomes([p('a', element)])).toContain('x')
      expect(loses([p('a', element)])).toEqual({ [code]: 1 })
    }
  })

  it('is silent about what browsers write with every word', () => {
    const look = { $color: 'rgb(0, 0, 0)', '$background-color': 'transparent' }
    const nodes = [
      el('p', look)(el('span', { ...look, '$text-decoration': 'none' })('a')),
      p(el('span', look)(''), el('u')(' ')),
      el('a', { href: '/x', $color: 'blue', '$text-decoration': 'underline' })(el('u')('b')),
    ]
    expect(loses(nodes)).toEqual({})
    expect(loses([...nodes, p(el('span', { $color: 'red' })('c'))])).toEqual({ colour: 1 })
  })

  it('keeps the lines and spaces of code', () => {
    const { nodes, losses } = fitPasted('article', [el('pre')(el('code')('a\n  b\n'))])
    expect(nodes).toMatchObject([
      { name: 'p', style: { 'white-space': 'pre-wrap' }, children: ['a\n  b'] },
    ])
    expect(losses.map(({ code }) => code)).toEqual(['code'])
  })

  it('keeps the items of a checklist without their ticks', () => {
    const box = el('input', { type: 'checkbox' })()
    const drawn = el('img', { 'aria-roledescription': 'checkbox', src: 'data:x' })()
    const nodes = [
      ul(li(box, 'a'), li(drawn, p('b')), el('li', { role: 'checkbox' })('c'), li('d')),
    ]
    expect(becomes(nodes)).toBe('<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>')
    expect(loses(nodes)).toEqual({ checklist: 3 })
  })

  it('makes plain text of headings, quotes and lists where there can be none', () => {
    const inItem = [ul(li(el('h3')('a'), el('blockquote')('b')))]
    expect(becomes(inItem)).toBe('<ul><li>a<br></br>b</li></ul>')
    expect(loses(inItem)).toEqual({ heading: 1, quote: 1 })
    const inQuote = [el('blockquote')(p('a'), ul(li('b'), li('c')))]
    expect(becomes(inQuote)).toBe('<blockquote>a<br></br>b<br></br>c</blockquote>')
    expect(loses(inQuote)).toEqual({ listInQuote: 1 })
    expect(becomes(inQuote, 'answer')).toBe('<p>a</p><ul><li>b</li><li>c</li></ul>')
    expect(loses(inQuote, 'answer')).toEqual({ quote: 1 })
  })
})

describe('what is left out', () => {
  const addresses = (nodes: PastedNode[]) => fitPasted('article', nodes).losses[0]?.addresses

  it('is a picture of which only the address came along, each named once', () => {
    const image = (src: string) => el('img', { src })()
    const sources = ['https://example.org/a.png', '//example.org/b', 'file:///c', 'blob:x']
    const nodes = [p('a', ...sources.map(image), image('https://example.org/a.png'), 'b')]
    expect(becomes(nodes)).toBe('<p>ab</p>')
    expect(loses(nodes)).toEqual({ picture: 5 })
    expect(addresses(nodes)).toEqual([...sources.slice(0, 3), ''])
    expect(fitPasted('answer', [image('/a.png')]).losses).toEqual([
      { code: 'pictureInAnswer', count: 1, addresses: ['/a.png'] },
    ])
  })

  it('is a film, a sound, a drawing or a page in the page, with its address', () => {
    const nodes = [
      el('iframe', { src: 'https://example.org/film' })(),
      el('video')(el('source', { src: 'https://example.org/v.mp4' })()),
      el('svg')(),
    ]
    expect(becomes([p('a'), ...nodes])).toBe('<p>a</p>')
    expect(addresses(nodes)).toEqual(['https://example.org/film', 'https://example.org/v.mp4', ''])
  })

  it('is a rule, and a form field', () => {
    expect(loses([p('a'), el('hr')(), p('b'), el('select')('x')])).toEqual({ rule: 1, control: 1 })
  })

  it('is a refused address, whose words stay; a name of a place is none', () => {
    const bad = el('a', { href: 'javascript:alert(1)' })('a')
    const long = el('a', { href: `https://example.org/${'x'.repeat(3000)}` })('b')
    expect(becomes([p(bad, long, el('a', { name: 'here' })('c'))])).toBe('<p>abc</p>')
    expect(loses([bad, long])).toEqual({ address: 2 })
    expect(addresses([bad])).toEqual(['javascript:alert(1)'])
  })
})
