// The calendar of what is scheduled.
import { expect, it } from 'vitest'
import { agendaOf } from '@/domain/workflow/agenda'

const entry = (at: string) => ({ at })
const days = (timeZone: string, ...moments: string[]) =>
  agendaOf(moments.map(entry), timeZone).map(({ date, entries }) => [
    date,
    ...entries.map(({ time }) => time),
  ])

it('counts days as the time zone does', () => {
  const [late, early] = ['2027-03-01T23:30:00.000Z', '2027-03-02T00:30:00.000Z']
  expect(days('UTC', late, early)).toEqual([
    ['2027-03-01', '23:30'],
    ['2027-03-02', '00:30'],
  ])
  expect(days('Europe/Berlin', late, early)).toEqual([['2027-03-02', '00:30', '01:30']])
  expect(days('America/New_York', late, early)).toEqual([['2027-03-01', '18:30', '19:30']])
})

it('puts days and times in order, whatever order they came in', () => {
  const moments = ['2027-03-02T10:00:00.000Z', '2027-03-01T10:00:00.000Z', '2027-03-02T09:00:00Z']
  expect(days('UTC', ...moments)).toEqual([
    ['2027-03-01', '10:00'],
    ['2027-03-02', '09:00', '10:00'],
  ])
})

it('keeps the hour of the wall where the clocks change', () => {
  expect(days('Europe/Berlin', '2027-03-27T08:00:00Z', '2027-03-28T07:00:00Z')).toEqual([
    ['2027-03-27', '09:00'],
    ['2027-03-28', '09:00'],
  ])
})

it('is empty when nothing is scheduled', () => expect(days('UTC')).toEqual([]))
