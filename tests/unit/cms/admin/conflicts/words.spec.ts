// What the panel says about saving, newer versions and who else is there.
import { describe, expect, it } from 'vitest'
import type { Newer } from '@/cms/admin/conflicts/contract'
import type { SaveState } from '@/cms/admin/conflicts/saving'
import { momentWords, newerWords, presentWords, saveWords } from '@/cms/admin/conflicts/words'

const ZONE = 'Europe/Berlin'
const newer: Newer = {
  code: 'stale',
  field: 'workflowVersion',
  given: 1,
  version: 2,
  by: { id: 7, name: 'Anna' },
  at: new Date().toISOString(),
}
const told = (state: SaveState, keeps = true) =>
  saveWords(state, { keeps, account: 8, timeZone: ZONE })

describe('the line about saving', () => {
  it('says plainly that something is not saved, and where it is meanwhile', () => {
    expect(told({ is: 'failed', signedOut: false })).toBe('Not saved. Kept here, trying again.')
    expect(told({ is: 'slow' })).toBe('Not saved yet. Kept here, still trying.')
    expect(told({ is: 'failed', signedOut: true })).toContain('sign in again')
    expect(told({ is: 'failed', signedOut: false }, false)).toContain('Leave this page open')
    const messages = ['path: /admin is reserved.']
    expect(told({ is: 'refused', issues: [], messages })).toBe(
      'Not saved: path: /admin is reserved. Kept here.',
    )
  })

  it('names who saved a newer version, and that nothing is lost', () => {
    const conflict = { newer, differs: [], fresh: {} }
    const words = told({ is: 'stale', conflict, asked: false })
    expect(words).toMatch(
      /^Not saved: Anna saved a newer version at \d\d:\d\d\. Nothing of yours is lost\.$/,
    )
    expect(told({ is: 'saved', beside: newer })).toContain('both are kept')
  })

  it('says nothing while there is nothing to say', () => {
    expect(told({ is: 'idle' })).toBe('')
  })
})

it('knows one’s own other window, and a command', () => {
  expect(newerWords(newer, 7, ZONE)).toMatch(/^You saved a newer version .*in another window$/)
  expect(newerWords({ ...newer, by: null }, 7, ZONE)).toMatch(/^A command saved/)
})

it('tells the time in the zone of the site, and the day when it is another one', () => {
  const now = new Date('2027-05-03T12:02:00Z')
  expect(momentWords('2027-05-03T12:02:00Z', ZONE, now)).toBe('14:02')
  expect(momentWords('2027-05-02T12:02:00Z', ZONE, now)).toBe('2 May 2027, 14:02')
})

it('says who else is there', () => {
  const since = new Date().toISOString()
  const anna = { name: 'Anna', own: false, since, changed: since }
  expect(presentWords(anna, ZONE)).toMatch(
    /^Anna has this open, since \d\d:\d\d; last change \d\d:\d\d\.$/,
  )
  expect(presentWords({ ...anna, own: true, changed: null }, ZONE)).toMatch(
    /^You have this open in another window, since \d\d:\d\d\.$/,
  )
})
