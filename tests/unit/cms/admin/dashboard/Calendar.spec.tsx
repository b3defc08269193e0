// The calendar of the dashboard: a table with a name, entries on their days, and what went wrong in words.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Calendar } from '@/cms/admin/dashboard/Calendar'
import { calendarPage } from '@/cms/admin/dashboard/calendarPage'
import type { Entry } from '@/cms/admin/dashboard/entries'

const NOW = '2026-11-22T12:00:00.000Z'

const entry = (id: number, at: string, more: Partial<Entry> = {}): Entry => ({
  kind: 'articles',
  id,
  title: `Article ${id}`,
  at,
  ...more,
})

const html = (entries: Entry[], asked = {}, timeZone = 'UTC') =>
  renderToStaticMarkup(<Calendar entries={entries} page={calendarPage(asked, NOW, timeZone)} />)

/** The cell of a date. */
const cell = (text: string, date: string): string =>
  text.split('<td').find((part) => part.includes(`dateTime="${date}"`)) ?? ''

it('is a table named after its month, with the days of the week as heads, and marks today', () => {
  const text = html([])
  expect(text).toContain('<caption>November 2026</caption>')
  expect(text.match(/<th scope="col"><abbr title="\w+day">/g)).toHaveLength(7)
  expect(cell(text, '2026-11-22')).toMatch(/^ aria-current="date"/)
  expect(text.match(/aria-current/g)).toHaveLength(1)
})

it('puts each entry on its day in the time zone of the site, with its time and its way', () => {
  const late = entry(7, '2026-11-24T23:30:00.000Z')
  expect(cell(html([late]), '2026-11-24')).toContain('23:30')
  const berlin = cell(html([late], {}, 'Europe/Berlin'), '2026-11-25')
  expect(berlin).toContain('href="/admin/collections/articles/7"')
  expect(berlin).toContain('00:30')
})

it('says in words what is overdue or failed', () => {
  const text = html([
    entry(1, '2026-11-20T08:00:00.000Z', { warns: true }),
    entry(2, '2026-11-21T08:00:00.000Z', { warns: true, detail: 'It was changed.' }),
    entry(3, '2026-11-23T08:00:00.000Z'),
  ])
  expect(cell(text, '2026-11-20')).toContain('overdue')
  expect(cell(text, '2026-11-21')).toContain('failed: It was changed.')
  expect(cell(text, '2026-11-23')).not.toMatch(/overdue|failed|warns/)
})

it('leads to the months beside it, and to others in which something is scheduled', () => {
  const text = html([entry(1, '2027-03-01T08:00:00.000Z', { warns: true })], { month: '2026-12' })
  for (const month of ['2026-11', '2027-01', '2027-03'])
    expect(text).toContain(`href="/admin?month=${month}#work-scheduled"`)
  expect(text).toContain('March 2027</a> (1, overdue or failed)')
})
