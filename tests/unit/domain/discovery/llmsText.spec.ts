// llms.txt: a heading, a quotation and lists of links.
import { describe, expect, it } from 'vitest'
import { llmsText } from '@/domain/discovery/llmsText'
import { anArticleSummary, aSite } from '../../../fixtures/makers'

describe('llms.txt', () => {
  const text = llmsText(aSite(), [
    {
      category: 'Running',
      articles: [anArticleSummary({ title: 'Knees [and] more', summary: 'Two\nlines.' })],
    },
    { category: null, articles: [anArticleSummary({ title: 'Elbows', path: '/elbows' })] },
  ])

  it('begins with the name and the description of the site', () => {
    expect(text).toMatch(/^# Backstory\n\n> Plain answers/)
  })

  it('links each article as Markdown, on one line', () => {
    expect(text).toContain(
      '## Running\n\n- [Knees \\[and\\] more](https://backstory.example/sore-knees.md): Two lines.\n',
    )
  })

  it('lists what has no category under a heading of its own', () => {
    expect(text).toContain('## More articles\n\n- [Elbows](https://backstory.example/elbows.md)')
    const alone = llmsText(aSite(), [{ category: null, articles: [anArticleSummary()] }])
    expect(alone).toContain('## Articles\n')
  })
})
