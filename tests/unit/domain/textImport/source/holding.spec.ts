// Each thing that keeps a source from going live keeps it on its own.
import { expect, it } from 'vitest'
import { holdersOf, type Holding } from '@/domain/textImport/source/holding'

const NOTHING: Holding = {
  titleProposed: false,
  maybeSame: false,
  anotherText: false,
  draft: false,
  future: false,
  expired: false,
  scheduled: false,
}

it('names what is in the way, in one order', () => {
  expect(holdersOf(NOTHING)).toEqual([])
  for (const holder of Object.keys(NOTHING))
    expect(holdersOf({ ...NOTHING, [holder]: true })).toEqual([holder])
  expect(holdersOf({ ...NOTHING, future: true, draft: true })).toEqual(['draft', 'future'])
})
