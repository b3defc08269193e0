// Which page of the calendar an address opens.
import { expect, it } from 'vitest'
import { calendarPage, monthHref } from '@/cms/admin/dashboard/calendarPage'

const NOW = '2026-11-30T23:30:00.000Z'

it('opens the present month of the site’s time zone, closed until somebody asks for one', () => {
  expect(calendarPage({}, NOW, 'UTC')).toMatchObject({ month: '2026-11', isAsked: false })
  const berlin = calendarPage({}, NOW, 'Europe/Berlin')
  expect(berlin).toMatchObject({ month: '2026-12', today: '2026-12-01', isAsked: false })
})

it('opens the month that a link of its own names, and the list', () => {
  const month = new URL(monthHref('2027-02'), 'http://localhost').searchParams.get('month')
  expect(calendarPage({ month }, NOW, 'UTC')).toMatchObject({ month: '2027-02', isAsked: true })
  expect(calendarPage({ as: 'list' }, NOW, 'UTC')).toMatchObject({ asList: true, isAsked: true })
})

it.each([{ month: 'soon' }, { month: ['2027-01', '2027-02'] }, { month: '2027-13', as: 'table' }])(
  'takes %j for no question',
  (asked) =>
    expect(calendarPage(asked, NOW, 'UTC')).toMatchObject({ month: '2026-11', isAsked: false }),
)
