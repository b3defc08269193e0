// Rich text as HTML, in the body of an article and in an answer.
import { describe, expect, it } from 'vitest'
import type { BlockLevelNode, RichText as RichTextValue } from '@/domain/text/richText'
import { answerHtml } from '@/site/richText/answerHtml'
import { renderMarkup } from '@/site/layout/render'
import { bodyScope } from '@/site/richText/bodyScope'
import { BodyText } from '@/site/richText/BodyText'
import { pageLinks } from '@/site/richText/links'
import { anImage } from '../../../fixtures/makers'
import {
  articleLink,
  bold,
  italic,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  richText,
  text,
  upload,
} from '../../../fixtures/richText'

const linkedArticles = [{ id: 7, path: '/stretching' }]

const body = (...nodes: BlockLevelNode[]): Promise<string> => {
  const images = [{ ...anImage({ caption: 'Dawn.' }), id: 31 }]
  const scope = bodyScope({ path: '/here', body: richText(...nodes), linkedArticles, images })
  return renderMarkup(<BodyText body={richText(...nodes)} scope={scope} />)
}

const answer = (value: RichTextValue): Promise<string> =>
  answerHtml(value, pageLinks(linkedArticles), 'https://backstory.example/here')

describe('the body', () => {
  it('shows paragraphs, emphasis and line breaks, and escapes text', async () => {
    expect(
      await body(paragraph('a < b ', bold('c'), italic('d'), text('e', 3), lineBreak, 'f')),
    ).toBe('<p>a &lt; b <strong>c</strong><em>d</em><strong><em>e</em></strong><br/>f</p>')
  })

  it('shows no empty paragraphs', async () => {
    expect(await body(paragraph(), paragraph(' '), paragraph('a'))).toBe('<p>a</p>')
  })

  it('shows quotes and lists, with sub-lists in the item before them', async () => {
    expect(await body(quote('a'))).toBe('<blockquote><p>a</p></blockquote>')
    expect(await body(list('bullet', ['a', list('number', ['b']), 'c']))).toBe(
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    )
    expect(await body(list('bullet', [list('bullet', ['a'])]))).toBe(
      '<ul><li><ul><li>a</li></ul></li></ul>',
    )
    expect(await body(list('number', ['a'], 3))).toBe('<ol start="3"><li>a</li></ol>')
  })

  it('shows a picture that is there, and none that is not', async () => {
    expect(await body(upload(31))).toContain('<figcaption>Dawn.</figcaption>')
    expect(await body(upload(32))).toBe('')
  })

  it('links to the web and to articles that may be linked, others are text', async () => {
    expect(
      await body(
        paragraph(
          link('https://a.example/?b=c&d', '1'),
          link('javascript:alert(1)', '2'),
          articleLink(7, '3'),
          articleLink({ id: 7 }, '4'),
          articleLink(8, '5'),
          link('#x', '6'),
        ),
      ),
    ).toBe(
      '<p><a href="https://a.example/?b=c&amp;d">1</a>2' +
        '<a href="/stretching">3</a><a href="/stretching">4</a>5<a href="#x">6</a></p>',
    )
  })

  it('says when a link opens a new tab', async () => {
    expect(await body(paragraph(link('https://a.example', 'a', true)))).toBe(
      '<p><a href="https://a.example/" target="_blank" rel="noopener">a (opens in new tab)</a></p>',
    )
  })

  it('keeps the words of nodes that it does not know', async () => {
    const unknown = [
      { type: 'callout', children: [paragraph('kept')] },
      { type: 'tab', text: 'too' },
    ] as unknown as BlockLevelNode[]
    expect(await body(...unknown)).toBe('<p>kept</p>too')
  })
})

describe('an answer’s markup', () => {
  it('has only elements that search engines accept, and no attribute but href', async () => {
    const html = await answer(
      richText(
        paragraph(bold('a'), italic('b'), lineBreak, link('https://a.example', 'c', true)),
        list('number', ['d', list('bullet', ['e'])], 3),
      ),
    )
    expect(html).toBe(
      '<p><strong>a</strong><em>b</em><br/><a href="https://a.example/">c</a></p>' +
        '<ol><li>d<ul><li>e</li></ul></li></ol>',
    )
  })

  it('has absolute http addresses, and text where there is none', async () => {
    const html = await answer(
      richText(
        paragraph(
          articleLink(7, '1'),
          link('/a?b#c', '2'),
          link('#faq-x', '3'),
          link('mailto:a@b.example', '4'),
          link('tel:+49', '5'),
          link('javascript:x', '6'),
          articleLink(8, '7'),
        ),
      ),
    )
    expect(html).toBe(
      '<p><a href="https://backstory.example/stretching">1</a>' +
        '<a href="https://backstory.example/a?b#c">2</a>' +
        '<a href="https://backstory.example/here#faq-x">3</a>4567</p>',
    )
  })

  it('shows the words of what an answer should not hold', async () => {
    expect(await answer(richText(quote('a'), upload(31), paragraph('b')))).toBe('a<p>b</p>')
  })
})
