// What goes wrong every few seconds is said once, until it is something else or over.
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest'
import { createFailureLog } from '@/jobs/failureLog'

let lines: MockInstance<typeof console.error>
beforeEach(() => {
  lines = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

const away = (message: string) => Object.assign(new Error(message), { code: 'ECONNREFUSED' })

it('says an expected failure in one line, once', () => {
  const complaint = createFailureLog('The work was not done.')
  for (let turn = 0; turn < 5; turn++) complaint.failed(away('connect ECONNREFUSED\n  at nowhere'))
  expect(lines.mock.calls).toEqual([['The work was not done. connect ECONNREFUSED at nowhere']])
})

it('says it again when it is another one, or was over in between', () => {
  const complaint = createFailureLog('The work was not done.')
  complaint.succeeded()
  complaint.failed(away('first'))
  complaint.failed(away('second'))
  complaint.succeeded()
  complaint.succeeded()
  complaint.failed(away('second'))
  expect(lines.mock.calls.flat()).toEqual([
    'The work was not done. first',
    'The work was not done. second',
    'No longer: The work was not done.',
    'The work was not done. second',
  ])
})

it('names a failure without a message by its code', () => {
  createFailureLog('Nothing.').failed(Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' }))
  expect(lines).toHaveBeenCalledWith('Nothing. ETIMEDOUT')
})

it('shows where a fault of the program came from', () => {
  const fault = new TypeError('x is not a function')
  createFailureLog('Nothing.').failed(fault)
  expect(lines).toHaveBeenCalledWith('Nothing.', fault)
})
