// What can be the id of a row, and what cannot.
import { expect, it } from 'vitest'
import { isRowId, MAX_ID } from '@/domain/values/rowId'

it.each<[unknown, boolean]>([
  ...([1, MAX_ID, '1', `${MAX_ID}`] as const).map((id): [unknown, boolean] => [id, true]),
  ...[0, -1, 1.5, NaN, 1e15, '', '01', '1a', null, {}, true].map((id): [unknown, boolean] => [
    id,
    false,
  ]),
])('%j as an id: %s', (id, isOne) => expect(isRowId(id)).toBe(isOne))
