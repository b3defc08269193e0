// Links in a text: unsafe, dangling, not live.
import { describe, expect, it } from 'vitest'
import { linkIssues } from '@/domain/workflow/checklist/linkIssues'
import { articleLink, link, list, paragraph, richText } from '../../../../fixtures/richText'

const LIVE = { id: 9, live: true }
const DRAFT = { id: 8, live: false }

describe('linkIssues', () => {
  it('is silent about safe links and live articles', () => {
    const text = richText(paragraph(link('https://a.example', 'a'), articleLink(9, 'b'), 'words'))
    expect(linkIssues(text, 'body', [LIVE])).toEqual([])
  })

  it('blocks what no link may lead to, wherever it stands', () => {
    const text = richText(list('bullet', ['x', [link('javascript:alert(1)', 'click')]]))
    expect(linkIssues(text, 'answer', [])).toEqual([
      {
        field: 'answer',
        severity: 'block',
        code: 'linkUnsafe',
        text: 'click',
        url: 'javascript:alert(1)',
      },
    ])
  })

  it('blocks a link without an address or to an article that does not exist', () => {
    const text = richText(paragraph(link('', 'nowhere'), articleLink(7, 'gone')))
    expect(linkIssues(text, 'body', [LIVE]).map(({ code, text }) => [code, text])).toEqual([
      ['linkUnsafe', 'nowhere'],
      ['linkTargetMissing', 'gone'],
    ])
    const unfinished = articleLink(7, 'unfinished')
    unfinished.fields.doc = null
    expect(linkIssues(richText(paragraph(unfinished)), 'body', [LIVE])).toMatchObject([
      { code: 'linkTargetMissing' },
    ])
  })

  it('advises about an article that readers do not get', () => {
    expect(
      linkIssues(richText(paragraph(articleLink({ id: 8 }, 'soon'))), 'body', [DRAFT]),
    ).toEqual([
      { field: 'body', severity: 'advise', code: 'linkTargetNotLive', text: 'soon', id: 8 },
    ])
  })
})
