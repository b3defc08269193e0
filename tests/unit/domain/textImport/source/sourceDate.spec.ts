// The dates of a source, as its system writes them, become the instants that its author meant.
import { describe, expect, it } from 'vitest'
import { instantOfDate, parseSourceDate, readDates } from '@/domain/textImport/source/sourceDate'

const BERLIN = 'Europe/Berlin'
const at = (text: string, timeZone = BERLIN) => {
  const date = parseSourceDate(text)
  return date && instantOfDate(date, timeZone)
}

describe('a date', () => {
  it.each([
    // Hugo, Eleventy, Ghost: with a zone, whatever the site's.
    ['2014-05-05T09:07:00Z', '2014-05-05T09:07:00.000Z'],
    ['2014-05-05T09:07:00.123+02:00', '2014-05-05T07:07:00.000Z'],
    // Jekyll
    ['2014-05-05 23:30:00 -0400', '2014-05-06T03:30:00.000Z'],
    ['2014-05-05 23:30 +02', '2014-05-05T21:30:00.000Z'],
    // Hexo: the site's own zone, summer and winter.
    ['2014-05-05 09:07:00', '2014-05-05T07:07:00.000Z'],
    ['2013/1/13 20:46', '2013-01-13T19:46:00.000Z'],
    // Astro's templates
    ['Jul 08 2022', '2022-07-08T10:00:00.000Z'],
    ['July 8th, 2022', '2022-07-08T10:00:00.000Z'],
    ['8 July 2022', '2022-07-08T10:00:00.000Z'],
    // RFC 2822
    ['Tue, 08 Jul 2022 10:00:00 GMT', '2022-07-08T10:00:00.000Z'],
    ['2014-05-05', '2014-05-05T10:00:00.000Z'],
    ['2014-5-5', '2014-05-05T10:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(at(text)).toBe(instant)
  })

  it('without a time is the same day in its own zone and in UTC', () => {
    for (const timeZone of ['UTC', BERLIN, 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Honolulu'])
      expect(at('2014-05-05', timeZone)).toMatch(/^2014-05-05T/)
  })

  it.each([
    '',
    'yesterday',
    '2014',
    '2014-05',
    '05/06/2014',
    '2014-02-30',
    '2014-13-01',
    '31 Foo 2014',
    '2014-05-05 25:00',
    '2014-05-05 10:61',
    '2014-05-05 10:00 Berlin',
    '2014-05/05',
  ])('is not read from %j', (text) => {
    expect(parseSourceDate(text)).toBeNull()
  })
})

describe('the dates of a source', () => {
  const NOW = '2026-11-30T06:00:00.000Z'
  const read = (published?: string, modified?: string, expires?: string) =>
    readDates({ published, modified, expires }, NOW, BERLIN)

  it('are those of publication and of change', () => {
    expect(read('2014-05-05', '2015-01-02T03:04:05Z')).toEqual({
      publishedAt: '2014-05-05T10:00:00.000Z',
      modifiedAt: '2015-01-02T03:04:05.000Z',
      standing: 'past',
    })
    expect(read()).toEqual({ standing: 'past' })
  })

  it('have come with the day where they are of today, and not before', () => {
    expect(read('2026-11-30')).toEqual({ publishedAt: NOW, standing: 'past' })
    expect(read('2026-12-01')).toMatchObject({ standing: 'future' })
    expect(read('2026-11-30T06:00:01Z')).toMatchObject({ standing: 'future' })
    // Half past midnight in Berlin, and yesterday in UTC.
    expect(readDates({ published: '2026-12-01' }, '2026-11-30T23:30:00.000Z', BERLIN)).toEqual({
      publishedAt: '2026-11-30T23:30:00.000Z',
      standing: 'past',
    })
  })

  it('have no change before the publication or after now', () => {
    expect(read('2014-05-05', '2013-01-01')).not.toHaveProperty('modifiedAt')
    expect(read('2014-05-05', '2027-01-01')).not.toHaveProperty('modifiedAt')
  })

  it('say of a text that was only changed that it was published by then', () => {
    expect(read(undefined, '2015-01-02')).toMatchObject({ publishedAt: '2015-01-02T11:00:00.000Z' })
  })

  it('may be over', () => {
    expect(read('2014-05-05', undefined, '2020-01-01')).toMatchObject({ standing: 'expired' })
    expect(read('2014-05-05', undefined, '2030-01-01')).toMatchObject({ standing: 'past' })
  })

  it('are none where a system writes its date for none', () => {
    expect(read('0001-01-01T00:00:00Z')).toEqual({ standing: 'past' })
  })
})
