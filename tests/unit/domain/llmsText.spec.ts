// llms.txt: a heading, a quotation and lists of links.
import { describe, expect, it } from 'vitest'
import { llmsText } from '@/domain/llmsText'
import { anArticleSummary, aShelf, aSite } from '../../fixtures/makers'

describe('llms.txt', () => {
  const text = llmsText(aSite(), [
    {
      shelf: aShelf(),
      articles: [anArticleSummary({ title: 'Knees [and] more', summary: 'Two\nlines.' })],
    },
    { shelf: aShelf({ name: 'Empty' }), articles: [] },
  ])

  it('begins with the name and the description of the site', () => {
    expect(text).toMatch(/^# Backstory\n\n> Plain answers/)
  })

  it('links each article as Markdown, on one line', () => {
    expect(text).toContain(
      '## Running\n\n- [Knees \\[and\\] more](https://backstory.example/sore-knees.md): Two lines.\n',
    )
  })

  it('leaves out categories without an article', () => {
    expect(text).not.toContain('Empty')
  })

  it('lists at most twenty articles of a category', () => {
    const articles = Array.from({ length: 30 }, (_, n) => anArticleSummary({ path: `/a-${n}` }))
    expect(llmsText(aSite(), [{ shelf: aShelf(), articles }]).match(/\/a-\d+\.md/g)).toHaveLength(
      20,
    )
  })
})
