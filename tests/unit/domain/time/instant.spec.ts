// Dates in the site’s time zone: gaps and repetitions of the clock.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isInstant, isTimeZone, localTime } from '@/domain/time/instant'

const at = (local: string, zone: string) => instantOf(local, zone)

describe('instantOf', () => {
  it('reads a date and time in the time zone, winter and summer', () => {
    expect(at('2027-01-10T09:30', 'Europe/Berlin')).toEqual({
      instant: '2027-01-10T08:30:00.000Z',
      clocks: 'plain',
    })
    expect(at('2027-07-10T09:30', 'Europe/Berlin')?.instant).toBe('2027-07-10T07:30:00.000Z')
    expect(at('2027-01-10T09:30:15', 'UTC')?.instant).toBe('2027-01-10T09:30:15.000Z')
    expect(at('2027-01-10T09:30', 'Asia/Kathmandu')?.instant).toBe('2027-01-10T03:45:00.000Z')
    expect(at('2027-01-10T00:10', 'Pacific/Kiritimati')?.instant).toBe('2027-01-09T10:10:00.000Z')
  })

  it('moves a time that the clocks skip forward by what they skip', () => {
    expect(at('2027-03-28T02:30', 'Europe/Berlin')).toEqual({
      instant: '2027-03-28T01:30:00.000Z',
      clocks: 'skipped',
    })
    expect(localTime('2027-03-28T01:30:00.000Z', 'Europe/Berlin')).toBe('2027-03-28T03:30')
    expect(at('2027-03-14T02:00', 'America/New_York')).toEqual({
      instant: '2027-03-14T07:00:00.000Z',
      clocks: 'skipped',
    })
  })

  it('takes the first of a time that the clocks repeat', () => {
    expect(at('2027-10-31T02:30', 'Europe/Berlin')).toEqual({
      instant: '2027-10-31T00:30:00.000Z',
      clocks: 'repeated',
    })
    expect(at('2027-11-07T01:59', 'America/New_York')).toEqual({
      instant: '2027-11-07T05:59:00.000Z',
      clocks: 'repeated',
    })
    expect(at('2027-04-04T01:45', 'Australia/Lord_Howe')?.clocks).toBe('repeated')
  })

  it('is plain on both edges of a change', () => {
    for (const local of [
      '2027-03-28T01:59',
      '2027-03-28T03:00',
      '2027-10-31T01:59',
      '2027-10-31T03:00',
    ])
      expect(at(local, 'Europe/Berlin')?.clocks, local).toBe('plain')
  })

  it('copes with a day that a place never had', () => {
    expect(at('2011-12-30T12:00', 'Pacific/Apia')?.clocks).toBe('skipped')
  })

  it('knows no date that the calendar lacks, and no other way of writing one', () => {
    for (const local of [
      '2027-02-30T10:00',
      '2027-13-01T10:00',
      '2027-01-10T24:00',
      '2027-01-10T10:60',
      '2027-01-10',
      '10.01.2027 10:00',
      '2027-01-10T10:00Z',
      '2027-01-10 10:00',
      '',
    ])
      expect(at(local, 'Europe/Berlin'), local).toBeNull()
    expect(at('2028-02-29T10:00', 'Europe/Berlin')).not.toBeNull()
  })

  it('throws for a time zone that does not exist', () => {
    expect(() => at('2027-01-10T10:00', 'Europe/Atlantis')).toThrow(RangeError)
    expect(isTimeZone('Europe/Atlantis')).toBe(false)
    expect(isTimeZone('America/New_York')).toBe(true)
  })

  it('leads back to what was typed, the skipped hours apart', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'UTC',
    ]
    const minutes = fc.integer({ min: 0, max: 10 * 366 * 24 * 60 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (offset, zone) => {
        const local = new Date(Date.UTC(2025, 0) + offset * 60_000).toISOString().slice(0, 16)
        const { instant, clocks } = instantOf(local, zone)!
        if (clocks === 'skipped') expect(localTime(instant, zone) > local).toBe(true)
        else expect(localTime(instant, zone)).toBe(local)
      }),
      { numRuns: 300 },
    )
  })
})

describe('isInstant', () => {
  it('wants a zone, because a time without one is another moment on another machine', () => {
    expect(isInstant('2027-01-10T12:00:00.000Z')).toBe(true)
    expect(isInstant('2027-01-10T12:00+01:00')).toBe(true)
    for (const text of ['2027-01-10T12:00', '2027-01-10', 'tomorrow', '2027-13-10T12:00Z', ''])
      expect(isInstant(text), text).toBe(false)
  })

  it('wants a day and an hour that there are: JavaScript would take 30 February for 2 March', () => {
    for (const text of ['2027-02-30T10:00:00Z', '2027-02-29T10:00+01:00', '2027-01-10T24:00Z'])
      expect(isInstant(text), text).toBe(false)
    expect(isInstant('2028-02-29T23:59:59+14:00')).toBe(true)
  })
})
