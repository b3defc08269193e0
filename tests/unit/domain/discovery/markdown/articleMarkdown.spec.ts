// An article as Markdown says what its page says.
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import {
  aFaqItem,
  anArticle,
  anExternalReadAlsoLink,
  anImage,
  aReadAlsoLink,
  aSite,
} from '../../../../fixtures/makers'
import {
  articleLink,
  bold,
  faqBlock,
  heading,
  italic,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  readAlsoBlock,
  richText,
  text,
  upload,
} from '../../../../fixtures/richText'

const bodyOf = (...nodes: Parameters<typeof richText>): string =>
  articleMarkdown(
    aSite(),
    anArticle({
      body: richText(...nodes),
      linkedArticles: [{ id: 7, path: '/warm-up' }],
      readAlsoLinks: [aReadAlsoLink({ id: 1 }), anExternalReadAlsoLink({ id: 2 })],
      faqItems: [aFaqItem({ id: 1 })],
      images: [{ id: 3, ...anImage() }],
    }),
  )
    .split('Canonical address: <https://backstory.example/sore-knees>\n\n')[1]!
    .trimEnd()

describe('the Markdown of an article', () => {
  it('begins with the title, the summary, who wrote it and where it stands', () => {
    expect(articleMarkdown(aSite(), anArticle())).toBe(
      [
        '# Sore knees',
        'What a sore knee wants, and when it needs a doctor.',
        'By Mara Lind, Physiotherapist, MSc · published 2026-03-02\\\nCanonical address: <https://backstory.example/sore-knees>',
        'Most sore knees get better by themselves.\n',
      ].join('\n\n'),
    )
  })

  it('says when it was updated and reviewed, and by whom', () => {
    const markdown = articleMarkdown(
      aSite(),
      anArticle({
        authors: [],
        modifiedAt: '2026-05-01T00:00:00.000Z',
        reviewer: { id: 9, name: 'Ines Roth', slug: 'ines-roth' },
        lastReviewed: '2026-04-30',
      }),
    )
    expect(markdown).toContain(
      'By Backstory Press · published 2026-03-02 · updated 2026-05-01 · reviewed by Ines Roth on 2026-04-30',
    )
  })

  it('keeps marks, breaks and links, with absolute addresses', () => {
    expect(
      bodyOf(
        paragraph(
          'Rest ',
          bold('two'),
          ' or',
          italic(' three '),
          'days',
          lineBreak,
          'and ',
          articleLink(7, 'warm up'),
        ),
      ),
    ).toBe('Rest **two** or _three_ days\\\nand [warm up](https://backstory.example/warm-up)')
  })

  it('shows only the words of a link that may not be linked', () => {
    expect(
      bodyOf(paragraph(link('javascript:alert(1)', 'press'), ' ', articleLink(99, 'later'))),
    ).toBe('press later')
  })

  it('escapes what Markdown would take for itself', () => {
    expect(bodyOf(paragraph('1. *not* a [list] <b>, #1 `x` a_b'))).toBe(
      '1\\. \\*not\\* a \\[list] \\<b>, #1 \\`x\\` a_b',
    )
    expect(bodyOf(paragraph('- neither this'))).toBe('\\- neither this')
  })

  it('nests lists as the page does', () => {
    expect(
      bodyOf(list('number', ['one', list('bullet', ['inner', text('inner too').text]), 'two'], 3)),
    ).toBe('3. one\n   - inner\n   - inner too\n4. two')
  })

  it('shows headings, quotes, images and Read Also links', () => {
    expect(
      bodyOf(
        heading('h2', 'When'),
        quote('Move.', lineBreak, 'Rest.'),
        upload(3),
        readAlsoBlock(1),
        readAlsoBlock(2),
      ),
    ).toBe(
      [
        '## When',
        '> Move.\\\n> Rest.',
        '![A wet running track at dawn](https://backstory.example/media/track.jpg)',
        'Read also: [How to warm up in ten minutes](https://backstory.example/warm-up)',
        'Read also: [Knee pain explained](https://clinic.example/knees)',
      ].join('\n\n'),
    )
  })

  it('leaves out what the page leaves out: links and questions that are not live', () => {
    expect(bodyOf(readAlsoBlock(44), faqBlock([45]), paragraph('The end.'))).toBe('The end.')
  })

  it('has the questions with their whole answers', () => {
    expect(bodyOf(faqBlock([1]))).toBe(
      [
        '## People Also Ask',
        '### How often should a beginner run?',
        'Two or three times a week, with a day of rest in between.',
      ].join('\n\n'),
    )
  })

  it('ends with the sources', () => {
    const markdown = articleMarkdown(
      aSite(),
      anArticle({
        sources: [
          { title: 'Knees', publisher: 'The Clinic', year: 2024, url: 'https://clinic.example/k' },
          { title: 'A book' },
        ],
      }),
    )
    expect(
      markdown.endsWith(
        '## Sources\n\n- [Knees](https://clinic.example/k), The Clinic, 2024\n- A book\n',
      ),
    ).toBe(true)
  })
})
