// Which texts are something else than an article, and which only look like it.
import { describe, expect, it } from 'vitest'
import { foreignText } from '@/domain/textImport/source/foreignText'

const TEXT = 'A sentence, which is a sentence.'

/** What only looks like one of them. */
const TEXTS: [what: string, text: string][] = [
  ['Markdown with HTML', `<div class="lead">\n\n${TEXT}\n\n</div>`],
  ['Markdown below a comment', `<!-- note -->\n\n# Title\n\n${TEXT}`],
  ['front matter in JSON', `{ "title": "A" }\n\n${TEXT}`],
  ['front matter', `---\nfrom: a\nsubject: b\n---\n${TEXT}`],
  [
    'code in fences',
    `# T\n\n\`\`\`js\nimport a from 'a'\nconst b = {\n};\nc();\nd();\n\`\`\`\n\n${TEXT}`,
  ],
  ['words of SQL', 'Insert into the slot.\n\nCreate table decorations.\n\nDrop table manners;\n'],
  [
    'words of programs',
    'import duties rose.\n\nexport figures fell: default rates, too.\n\nfrom here on;\n',
  ],
  ['commas', 'One, two, three.\n\nFour, five, six.\n\nSeven, eight, nine.\n\nTen, ten, ten.'],
  ['a poem', 'Roses are red,\nViolets are blue,\nSugar is sweet,\nAnd so are you.'],
  ['a letter', 'Subject: what we know.\n\nFrom the start it was so.\n\nTo: whom it concerns.'],
  [
    'a list with semicolons',
    '- one;\n- two;\n- three;\n\nAnd a sentence. And more.\n\nAnd more.\n\nEnd.\n\nEnd.',
  ],
  ['brackets', '[sic] is Latin.\n\n{braces} as well.'],
  ['a percent sign', '% of people who walk: many.'],
  ['a heading of signs', '= more than =\n\nText.'],
  ['numbers', '1\n\n00:10 is the time.'],
]

describe('a text', () => {
  it.each(TEXTS)('that only looks like something else is taken: %s', (_, text) => {
    expect(foreignText(text)).toBeNull()
  })

  it('says its format, and the line that gives a program away', () => {
    expect(foreignText('<!doctype html>\n<p>A</p>')).toEqual({ format: 'html', line: 1 })
    expect(foreignText(`${TEXT}\n\nexport const meta = { draft: true }`)).toEqual({
      format: 'mdx',
      line: 3,
    })
  })
})
