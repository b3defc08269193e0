// The dates of a publication: first and last change, of texts written here and of texts that were published elsewhere.
import { describe, expect, it } from 'vitest'
import { publicationDates, type Publication } from '@/domain/articles/publicationDates'

const [Y2014, Y2015, Y2020, NOW, LATER] = [2014, 2015, 2020, 2026, 2027].map(
  (year) => `${year}-05-05T10:00:00.000Z`,
) as [string, string, string, string, string]

const dates = (publication: Partial<Publication>) => {
  const { publishedAt, modifiedAt } = publicationDates({
    now: NOW,
    changed: true,
    edited: false,
    ...publication,
  })
  return [publishedAt, modifiedAt]
}

describe('a text that was written here', () => {
  const live = { publishedAt: Y2014, modifiedAt: Y2015 }
  it('is published now, and changed when readers see a change', () => {
    expect(dates({})).toEqual([NOW, NOW])
    expect(dates({ live, publishedAt: Y2014 })).toEqual([Y2014, NOW])
    expect(dates({ live, publishedAt: Y2014, changed: false })).toEqual([Y2014, Y2015])
    expect(dates({ publishedAt: Y2014 })).toEqual([Y2014, NOW])
  })
})

describe('a text that was published elsewhere', () => {
  const source = { publishedAt: Y2014, modifiedAt: Y2015 }
  const live = { publishedAt: Y2014, modifiedAt: Y2015 }

  it('keeps its dates', () => {
    expect(dates({ source })).toEqual([Y2014, Y2015])
    expect(dates({ source: { publishedAt: Y2014 } })).toEqual([Y2014, Y2014])
    expect(dates({ source, live, publishedAt: Y2014, changed: false })).toEqual([Y2014, Y2015])
  })

  it('was changed when its source says, else now', () => {
    const again = { live, publishedAt: Y2014 }
    expect(dates({ ...again, source: { ...source, modifiedAt: Y2020 } })).toEqual([Y2014, Y2020])
    expect(dates({ ...again, source })).toEqual([Y2014, NOW])
  })

  it('was changed now where it was edited here', () => {
    expect(dates({ source, edited: true })).toEqual([Y2014, NOW])
    expect(dates({ source, live, edited: true, changed: false })).toEqual([Y2014, Y2015])
  })

  it('gets its dates where it was published here with the day of its import', () => {
    const imported = { live: { publishedAt: Y2020, modifiedAt: Y2020 }, publishedAt: Y2020 }
    expect(dates({ ...imported, source, changed: false })).toEqual([Y2014, Y2015])
    expect(dates({ ...imported, source: { publishedAt: Y2014 }, changed: false })).toEqual([
      Y2014,
      Y2014,
    ])
  })

  it('has no date that has not come, and none of change before the publication', () => {
    expect(dates({ source: { publishedAt: LATER, modifiedAt: LATER } })).toEqual([NOW, NOW])
    expect(dates({ source: { publishedAt: Y2020, modifiedAt: Y2014 } })).toEqual([Y2020, Y2020])
  })
})
