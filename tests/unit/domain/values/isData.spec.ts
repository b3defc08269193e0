// Which JSON values have fields.
import { expect, it } from 'vitest'
import { isData } from '@/domain/values/isData'

it.each([{}, { a: 1 }])('%j has', (value) => expect(isData(value)).toBe(true))
it.each([null, undefined, [], 'a', 1, true])('%j has none', (value) =>
  expect(isData(value)).toBe(false),
)
