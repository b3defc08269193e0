// The day that readers see: of an instant in the site's time zone, of a day that day itself.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import { DateTime } from '@/site/layout/DateTime'
import { aSite, anArticle } from '../../../fixtures/makers'

const shown = (value: string, timeZone: string, language = 'en') =>
  renderToStaticMarkup(<DateTime value={value} site={{ language, timeZone }} />)

describe('a date that readers see', () => {
  it.each([
    ['2026-11-29T23:30:00.000Z', 'UTC', '29 November 2026'],
    ['2026-11-29T23:30:00.000Z', 'Europe/Berlin', '30 November 2026'],
    ['2026-12-31T11:00:00.000Z', 'Pacific/Kiritimati', '1 January 2027'],
    ['2027-01-01T05:00:00.000Z', 'America/Los_Angeles', '31 December 2026'],
    ['2026-03-29T22:30:00.000Z', 'Europe/Berlin', '30 March 2026'],
  ])('%s in %s is %s', (instant, timeZone, words) => {
    expect(shown(instant, timeZone)).toBe(`<time dateTime="${instant}">${words}</time>`)
  })

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('a day stays that day in %s', (timeZone) => {
    expect(shown('2026-05-04', timeZone, 'de')).toBe(
      '<time dateTime="2026-05-04">4. Mai 2026</time>',
    )
  })

  it('is the same in the Markdown twin', () => {
    const article = anArticle({
      publishedAt: '2026-11-29T23:30:00.000Z',
      modifiedAt: '2026-11-30T23:30:00.000Z',
    })
    expect(articleMarkdown(aSite({ timeZone: 'Asia/Tokyo' }), article)).toContain(
      'published 2026-11-30 · updated 2026-12-01',
    )
  })
})
