// Checks that a value can be the id of a row.

/** Postgres stores ids as 32-bit integers. */
export const MAX_ID = 2 ** 31 - 1

const ID = /^[1-9]\d{0,9}$/

/** Whether a value can be the id of a row: a number, or a text of digits and nothing else. */
export const isRowId = (value: unknown): boolean =>
  (typeof value === 'number' || (typeof value === 'string' && ID.test(value))) &&
  Number.isInteger(Number(value)) &&
  Number(value) >= 1 &&
  Number(value) <= MAX_ID
