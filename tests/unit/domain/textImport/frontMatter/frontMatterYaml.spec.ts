// Front matter in YAML and JSON, as other systems write it: understood, or refused with its line.
import { describe, expect, it } from 'vitest'
import { isText } from '@/domain/textImport/frontMatter/frontMatterValues'
import { readJson, readYaml } from '@/domain/textImport/frontMatter/frontMatterYaml'
import { parseArticle } from '@/domain/textImport/parse'
import { fieldsOf, frontMatterText, refusalOf, sketchFields } from './frontMatterOf'

const yaml = (...lines: string[]) => fieldsOf('---', ...lines, '---', 'Text.')

describe('YAML', () => {
  it('has texts over several lines', () => {
    expect(yaml('title: >-', '  Sleep', '  Well', 'summary: |', '  One #1', '', '  two')).toEqual({
      title: 'Sleep Well',
      summary: 'One #1 two',
    })
    expect(yaml('title: Sleep', '  Well', 'summary: "One', '  two"')).toEqual({
      title: 'Sleep Well',
      summary: 'One two',
    })
  })

  it('has escapes, whose meaning is the text', () => {
    expect(yaml('title: "Say \\"no\\" to \\u00e9"', "summary: 'it''s'")).toEqual({
      title: 'Say "no" to é',
      summary: "it's",
    })
    const source = '---\ntitle: "a\\tb"\n---\nText.'
    expect(parseArticle(source).receipt[3]).toMatchObject({
      into: 'frontMatter/title',
      decoded: true,
    })
  })

  it('keeps what people type behind a key of ours, whatever YAML makes of it', () => {
    expect(yaml('title: Back pain: what helps', 'author: @jane', 'summary: [Up] date')).toEqual({
      title: 'Back pain: what helps',
      authors: ['@jane'],
      summary: '[Up] date',
    })
    expect(yaml('title: "Quoted" and more', 'summary: *Important* & so: on')).toEqual({
      title: '"Quoted" and more',
      summary: '*Important* & so: on',
    })
    expect(yaml('title: T', 'next: @other', 'x: a: b: c')).toEqual({ title: 'T' })
  })

  it('repeats a text, tags a text, names authors in maps, and is one map in braces', () => {
    expect(yaml('author: &a Jane', 'reviewer: *a')).toEqual({ authors: ['Jane'], reviewer: 'Jane' })
    expect(yaml('title: !!str 5')).toEqual({ title: '5' })
    expect(yaml('authors:', '  - name: Jane', '    url: /jane', '  - John')).toEqual({
      authors: ['Jane', 'John'],
    })
    expect(yaml('{ title: T, tags: [a] }')).toEqual({ title: 'T', topics: ['a'] })
    expect(yaml('"title": T', "'tags': [a]")).toEqual({ title: 'T', topics: ['a'] })
  })

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may have lines that end in %s', (_, lineEnd) => {
    const lines = ['\ufeff---', 'title: >', '  Sleep', '  Well', 'tags:', '- a', '---', 'Text.']
    expect(fieldsOf(lines.join(lineEnd))).toEqual({ title: 'Sleep Well', topics: ['a'] })
  })

  it('may have invisible signs at its margins', () => {
    expect(yaml('title: T\u200b', 'summary:\u00a0S', 'tags:', '\u00a0\u00a0- a')).toEqual({
      title: 'T',
      summary: 'S',
      topics: ['a'],
    })
  })

  it.each([
    [['title: "T', 'tags: [a]'], '2 frontMatterOpen'],
    [['layout: post', 'tags: [a, b', 'title: T'], '3 frontMatterOpen'],
    [['title: T', 'tags:', '\t- a'], '4 frontMatterTab'],
    [['title: T', 'And this.'], '3 frontMatterLine'],
    [['layout: post', 'and this'], '3 frontMatterLine'],
    [['layout: post', 'title: !include x.md'], '3 frontMatterTag'],
    [['tags: &t [a]', 'authors: *t'], '3 frontMatterRepeats'],
    [['title: T', 'summary: *nowhere'], '3 frontMatterRepeats'],
    [['base: &b', '  title: T', '<<: *b'], '4 frontMatterRepeats'],
    [['title: T', '? [a]', ': b'], '3 frontMatterLine'],
    [['title:', '  en: T'], '2 frontMatterValue'],
    [['tags: [[a], [b]]'], '2 frontMatterValue'],
    [['title: "a\\u0007b"'], '2 binary'],
    [['title: "\\ud83d"'], '2 binary'],
    [[`title: ${'['.repeat(5_000)}`], '2 frontMatterDepth'],
    [['title: T', ...Array<string>(2_000).fill('x: y')], '1 frontMatterTooLong'],
  ])('is refused with the line that is in the way: %#', (lines, expected) => {
    expect(refusalOf('---', ...lines, '---', 'Text.')).toBe(expected)
  })

  it('is read once, and once more with its odd lines as typed, however many there are', () => {
    const odd = Array.from({ length: 1_900 }, (_, at) => `k${at}: @x: y`)
    expect(yaml('title: T', ...odd)).toEqual({ title: 'T' })
    const doubled = Array.from({ length: 30 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x, x]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`,
    )
    expect(refusalOf('---', ...doubled, '---', 'Text.')).toBe('3 frontMatterRepeats')
  }, 30_000)
})

describe('JSON', () => {
  it('is a map at the top, or stands between marks', () => {
    const fields = { title: 'A "T"', topics: ['a', 'b'] }
    const map = '"title": "A \\"T\\"", "tags": ["a", "b"], "x": {"title": null}'
    expect(fieldsOf(`{ ${map} }`, 'Text.')).toEqual(fields)
    expect(fieldsOf('{', map.replaceAll(', ', ',\n'), '}', '', 'Text.')).toEqual(fields)
    expect(fieldsOf(';;;', map, ';;;', 'Text.')).toEqual(fields)
    expect(fieldsOf(';;;', `{${map}}`, ';;;', 'Text.')).toEqual(fields)
    expect(fieldsOf('---json', `{${map}}`, '---', 'Text.')).toEqual(fields)
    expect(fieldsOf('---\tTOML', 'title = "T"', '---', 'Text.')).toEqual({ title: 'T' })
  })

  it.each([
    [['{', '  "title": "T"', '  "x": 1', '}', '', 'Text.'], '3 frontMatterLine'],
    [['{', '  "title": "T', '}', '', 'Text.'], '2 frontMatterOpen'],
    [['{ "title": "T"', '', 'Text.'], '1 frontMatterOpen'],
    [['---js', '{ title: f() }', '---', 'Text.'], '1 frontMatterLanguage'],
  ])('is refused with its line: %#', (lines, expected) => {
    expect(refusalOf(...lines)).toBe(expected)
  })

  it('is no template and no text in braces', () => {
    for (const text of ['{{< note >}}', '{ a }', '{"a"}', '{% note %}']) {
      expect(parseArticle(`${text}\n\nText.`).article.frontMatter).toEqual({})
      expect(parseArticle(`---\n${text}\n---\n\nText.`).issues).toEqual([])
    }
  })
})

describe('readYaml and readJson', () => {
  const sketch = (read: typeof readYaml, source: string): unknown => {
    const tree = read(frontMatterText(source))
    return 'fields' in tree ? sketchFields(tree.fields) : tree
  }

  it('give every key with its line, and a list, a map or a text as its value', () => {
    expect(sketch(readYaml, 'a: 1_0\nb:\n  - x\n  - [y]\nc:\n  d: ~\n')).toEqual([
      ['a', 1, '1_0'],
      ['b', 2, ['x', ['y']]],
      ['c', 5, [['d', 6, null]]],
    ])
    const json = [
      ['a', 1, '"'],
      ['b', 2, [['c', 2, ['1e3', null]]]],
    ]
    const map = '"a": "\\"",\n"b": {"c": [1e3, null]}'
    expect(sketch(readJson, `{${map}}`)).toEqual(json)
    expect(sketch(readJson, map)).toEqual(json)
  })

  it('give values that stand in the source where they say', () => {
    const source = '"a": "One",\n"b": "two"'
    const tree = readJson(frontMatterText(source))
    const spans =
      'fields' in tree ? tree.fields.map(({ value }) => isText(value) && value.spans[0]) : []
    expect(spans.map((span) => span && source.slice(span.start, span.end))).toEqual(['One', 'two'])
  })

  it('give the issue instead', () => {
    expect(sketch(readYaml, 'a: b\nb: [c')).toEqual({
      issue: { code: 'frontMatterOpen', line: 2, text: 'b: [c' },
    })
    expect(sketch(readYaml, 'a sentence')).toEqual({
      issue: { code: 'frontMatterLine', line: 1, text: 'a sentence' },
    })
    expect(sketch(readJson, '{"a": "b"\n"c": 1}')).toMatchObject({ issue: { line: 2 } })
  })
})
