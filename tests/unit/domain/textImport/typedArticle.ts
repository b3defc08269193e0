// Made-up articles, and the many ways in which somebody may type them.
import fc from 'fast-check'
import type { AnswerBlock, Block, SourceOf } from '@/domain/textImport/importedArticle'

interface Section {
  heading: string
  body: Block[]
  subSections: { heading: string; body: Block[] }[]
}

interface Model {
  title: string | null
  introduction: Block[]
  sections: Section[]
  faq: { question: string; answer: AnswerBlock[] }[]
  closing: Block[] | null
  sources: SourceOf<string>[]
}

const WORDS =
  'knee shoulder morning walk slowly water chair stretch calm breath floor light garden'.split(' ')
/** Words with signs that must not be mistaken for marks. */
const ODD_WORDS = [
  'don’t',
  '“really”',
  '(mostly)',
  '3.5',
  'warm-up',
  '*very*',
  '50%',
  'größer',
  '😀',
  'A:',
  'so:',
]

const word = fc.constantFrom(...WORDS)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sentence = fc
  .tuple(word, fc.array(fc.constantFrom(...WORDS, ...ODD_WORDS), { maxLength: 30 }), word)
  .map(([first, middle, last]) => `${capital(first)} ${[...middle, last].join(' ')}.`)
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 5 })
  .map((all): AnswerBlock => ({ type: 'paragraph', text: all.join(' ') }))
const list = fc
  .record({
    ordered: fc.boolean(),
    items: fc.array(
      fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .map((made): AnswerBlock => ({ type: 'list', start: 1, ...made }))

/** A paragraph, now and then a list after it, now and then both again. */
const texts = fc
  .array(fc.tuple(paragraph, fc.option(list)), { minLength: 1, maxLength: 2 })
  .map((pairs) => pairs.flatMap(([text, after]): AnswerBlock[] => (after ? [text, after] : [text])))

const shortLine = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.map(capital).join(' '))
const question = shortLine.map((words) => `Why ${words}?`)
const heading = fc.oneof(shortLine, question)

const url = fc.constantFrom('https://example.org/a', 'http://example.com/b_(c)?d=e#f')
const readAlso = fc
  .record({ title: fc.oneof(shortLine, question), url: fc.option(url, { nil: undefined }) })
  .map(({ title, url }): Block =>
    url ? { type: 'readAlso', title, url } : { type: 'readAlso', title },
  )
const body = fc
  .tuple(texts, fc.option(readAlso))
  .map(([text, link]): Block[] => (link ? [...text, link] : text))

const section = fc.oneof(
  fc.record({ heading, body, subSections: fc.constant<Section['subSections']>([]) }),
  fc.record({
    heading,
    body: fc.constant<Block[]>([]),
    subSections: fc.array(fc.record({ heading, body }), { minLength: 1, maxLength: 3 }),
  }),
)

/** Questions that differ. */
const faq = fc
  .array(fc.record({ question, answer: texts }), { maxLength: 4 })
  .map((items) =>
    items.map((item, at) => ({ ...item, question: item.question.replace('?', ` ${at}?`) })),
  )

export const anyModel: fc.Arbitrary<Model> = fc.record({
  title: fc.option(heading),
  introduction: texts,
  sections: fc.array(section, { maxLength: 4 }),
  faq,
  closing: fc.option(texts),
  sources: fc.array(
    fc
      .record({ title: shortLine, url: fc.option(url, { nil: undefined }) })
      .map(({ title, url }) => (url ? { title, url } : { title })),
    { maxLength: 3 },
  ),
})

export function expectedBlocks({ introduction, sections, faq, closing }: Model): Block[] {
  const headed = (level: 2 | 3, text: string, body: Block[]): Block[] => [
    { type: 'heading', level, text },
    ...body,
  ]
  return [
    ...introduction,
    ...sections.flatMap(({ heading, body, subSections }) => [
      ...headed(2, heading, body),
      ...subSections.flatMap((sub) => headed(3, sub.heading, sub.body)),
    ]),
    ...(faq.length > 0
      ? [{ type: 'faqSection', heading: 'People Also Ask', items: faq } as const]
      : []),
    ...(closing ? headed(2, 'Final Words', closing) : []),
  ]
}

/** One way of typing. */
export const anyTyping = fc.record({
  markdown: fc.boolean(),
  titleForm: fc.constantFrom('line', 'marked', 'frontMatter'),
  fence: fc.constantFrom('none', 'above', 'around'),
  byteOrderMark: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  blankLines: fc.integer({ min: 1, max: 3 }),
  trailing: fc.constantFrom('', ' ', '\u00a0', '\t'),
  width: fc.constantFrom(Infinity, 120, 72),
  bullet: fc.constantFrom('-', '*', '•', '+'),
  numberEnd: fc.constantFrom('.', ')'),
  looseLists: fc.boolean(),
  closeHeadings: fc.boolean(),
  emphasis: fc.constantFrom('', '**', '__'),
  readAlso: fc.constantFrom(
    'Read Also: T',
    'ALSO READ - T',
    '**Read More:** T',
    '- Related: “T”',
    'See Also – T',
    '► Read Next | "T"',
  ),
  url: fc.constantFrom('T U', 'T (U)', 'T <U>', '[T](U)'),
  questionMark: fc.constantFrom('', 'Q: ', 'Q1. ', '**'),
})

type Typing = typeof anyTyping extends fc.Arbitrary<infer T> ? T : never

/** A longer line could also have ended for want of room. */
const CLOSE_ABOVE_TEXT = 45

export function typed(model: Model, typing: Typing): string {
  const { markdown, blankLines, lineEnd, trailing, titleForm } = typing
  const { title, introduction, sections, faq, closing, sources } = model
  const parts: string[] = []
  const put = (...lines: string[]): void => void parts.push(lines.join('\n'))
  const putBody = (blocks: Block[]): void =>
    blocks.forEach((block) => put(typedBlock(block, typing)))
  const putSection = (level: number, text: string, body: Block[]): void => {
    const line = markdown
      ? `${'#'.repeat(level)} ${text}`
      : `${typing.emphasis}${text}${typing.emphasis}`
    const [first, ...more] = body
    if (first && typing.closeHeadings && text.length <= CLOSE_ABOVE_TEXT) {
      put(line, typedBlock(first, typing))
      putBody(more)
    } else {
      put(line)
      putBody(body)
    }
  }

  if (title !== null && titleForm === 'frontMatter') put('---', `title: "${title}"`, '---')
  else if (title !== null) put(titleForm === 'marked' ? `# ${title}` : title)
  putBody(introduction)
  sections.forEach(({ heading, body, subSections }, at) => {
    const endsGroup = subSections.length === 0 && (sections[at - 1]?.subSections.length ?? 0) > 0
    if (endsGroup) put('***')
    putSection(2, heading, body)
    for (const sub of subSections) putSection(3, sub.heading, sub.body)
  })
  if (faq.length > 0) putSection(2, 'People Also Ask', [])
  for (const { question, answer } of faq) {
    const [first, ...more] = answer
    const mark = typing.questionMark
    if (!first) continue
    put(mark === '**' ? `**${question}**` : mark + question)
    put(
      (mark.startsWith('Q') && first.type === 'paragraph' ? 'A: ' : '') + typedBlock(first, typing),
    )
    putBody(more)
  }
  if (closing) putSection(2, 'Final Words', closing)
  if (sources.length > 0) {
    putSection(2, 'Sources', [])
    put(
      ...sources.map(
        ({ title, url }) => `${typing.bullet} ${url ? withUrl(title, url, typing) : title}`,
      ),
    )
  }
  const text = fenced(parts, typing).join('\n'.repeat(blankLines + 1))
  const lines = text.split('\n').map((line) => line + trailing)
  return (typing.byteOrderMark ? '\ufeff' : '') + lines.join(lineEnd)
}

const fenced = (parts: string[], { fence }: Typing): string[] =>
  fence === 'none' ? parts : ['~~~', ...parts, ...(fence === 'around' ? ['~~~'] : [])]

const withUrl = (title: string, url: string, typing: Typing): string =>
  typing.url.replace('T', () => title).replace('U', () => url)

function typedBlock(block: Block, typing: Typing): string {
  if (block.type === 'paragraph') return wrapped(block.text, typing.width)
  if (block.type === 'readAlso') {
    const { title, url } = block
    return url
      ? `Read Also: ${withUrl(title, url, typing)}`
      : typing.readAlso.replace(/T(?=["”]?$)/, () => title)
  }
  if (block.type !== 'list') return ''
  return block.items
    .map((item, at) => `${block.ordered ? `${at + 1}${typing.numberEnd}` : typing.bullet} ${item}`)
    .join(typing.looseLists ? '\n\n' : '\n')
}

/** Lines as full as the width allows. */
function wrapped(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
