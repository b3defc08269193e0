// The heading of a notice says its kind.
import { expect, it } from 'vitest'
import { noticeHeading } from '@/domain/blocks/notice'

it.each([
  ['', 'Warning'],
  ['  ', 'Warning'],
  ['Hot water', 'Warning: Hot water'],
])('“%s” becomes “%s”', (heading, shown) => {
  expect(noticeHeading({ kind: 'warning', heading })).toBe(shown)
})
