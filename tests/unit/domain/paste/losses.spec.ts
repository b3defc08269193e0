// What a paste loses, counted by kind.
import { expect, it } from 'vitest'
import { collectLosses, PASTE_LOSSES } from '@/domain/paste/losses'

it('counts each kind, names each address once, and lists them in one order', () => {
  const { note, list } = collectLosses()
  note('table')
  note('picture', 'https://example.org/a.png')
  note('picture', 'https://example.org/a.png')
  note('picture', '')
  expect(list()).toEqual([
    { code: 'picture', count: 3, addresses: ['https://example.org/a.png', ''] },
    { code: 'table', count: 1, addresses: [] },
  ])
})

it('lists nothing where nothing was lost, and every kind that was', () => {
  const { note, list } = collectLosses()
  expect(list()).toEqual([])
  for (const code of PASTE_LOSSES.toReversed()) note(code)
  expect(list().map(({ code }) => code)).toEqual([...PASTE_LOSSES])
})
