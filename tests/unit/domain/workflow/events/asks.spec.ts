// What a request has to bring along, and what is said when it does not.
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import {
  ASKS,
  noteLength,
  partsSeen,
  reasonOf,
  reasonsFor,
  versionSeen,
} from '@/domain/workflow/events/asks'
import {
  WITHDRAWAL_REASONS,
  type Request,
  type Subject,
  type WithdrawalReason,
} from '@/domain/workflow/subject'
import type { Ask } from '@/domain/workflow/table'
import { EARLIER, LATER, NOW, request, subject } from '../subjects'

const codes = (ask: Ask, given: Partial<Request>, of: Partial<Subject> = {}) =>
  ASKS[ask](request(given), subject(of)).map(({ code }) => code)

describe('note', () => {
  it('is words, not spaces', () => {
    expect(codes('note', {})).toEqual(['noteMissing'])
    expect(codes('note', { note: ' \n' })).toEqual(['noteMissing'])
    expect(codes('note', { note: 'Sources, please.' })).toEqual([])
  })

  it('has a limit with every event', () => {
    expect(noteLength(request(), subject())).toEqual([])
    expect(noteLength(request({ note: 'x'.repeat(LIMITS.note) }), subject())).toEqual([])
    expect(noteLength(request({ note: 'x'.repeat(LIMITS.note + 1) }), subject())).toEqual([
      { field: 'note', code: 'noteTooLong', length: LIMITS.note + 1, max: LIMITS.note },
    ])
  })
})

describe('date', () => {
  it('is a moment with a zone, in the future', () => {
    expect(codes('date', {})).toEqual(['dateMissing'])
    expect(codes('date', { at: 'soon' })).toEqual(['dateInvalid'])
    expect(codes('date', { at: '2027-01-11T12:00' })).toEqual(['dateInvalid'])
    expect(codes('date', { at: EARLIER })).toEqual(['dateNotInFuture'])
    expect(codes('date', { at: NOW })).toEqual(['dateNotInFuture'])
    expect(codes('date', { at: LATER })).toEqual([])
  })
})

describe('reason', () => {
  it('is one of those that fit, which the issue lists', () => {
    expect(ASKS.reason(request(), subject())).toEqual([
      { field: 'reason', code: 'reasonMissing', allowed: ['gone', 'moved', 'notice'] },
    ])
    expect(codes('reason', { reason: 'bored' })).toEqual(['reasonInvalid'])
    expect(codes('reason', { reason: 'gone' })).toEqual([])
    expect(codes('reason', { reason: 'notice' })).toEqual([])
  })

  it('can only be "gone" for what has no address of its own', () => {
    for (const kind of ['faq-items', 'read-also-links'] as const) {
      expect(codes('reason', { reason: 'notice' }, { kind })).toEqual(['reasonInvalid'])
      expect(codes('reason', { reason: 'gone' }, { kind })).toEqual([])
      expect(reasonOf(request({ reason: 'notice' }), subject({ kind }))).toBeNull()
    }
  })

  it('"notice" wants the text that was live, which is given away with another reason', () => {
    const withdrawn = (reason: WithdrawalReason) =>
      codes('reason', { reason: 'notice' }, { withdrawal: { reason, target: null, at: NOW } })
    expect(withdrawn('gone')).toEqual(['noTextLeft'])
    expect(withdrawn('moved')).toEqual(['noTextLeft'])
    expect(withdrawn('notice')).toEqual([])
  })

  it('is offered exactly where it is not refused, whatever was withdrawn before', () => {
    for (const kind of ['articles', 'faq-items', 'read-also-links'] as const)
      for (const before of [null, 'gone', 'moved', 'notice'] as const) {
        const withdrawal = before && { reason: before, target: null, at: NOW }
        const of = { kind, withdrawal, live: before === null }
        const taken = WITHDRAWAL_REASONS.articles.filter(
          (reason) =>
            codes('reason', { reason, target: { id: 51, usable: true } }, of).length === 0,
        )
        expect(reasonsFor(subject(of))).toEqual(taken)
        expect(taken).not.toEqual([])
      }
  })

  it('needs a live article elsewhere when it is "moved"', () => {
    const moved = (target: Request['target']) => codes('reason', { reason: 'moved', target })
    expect(moved(undefined)).toEqual(['targetMissing'])
    expect(moved(null)).toEqual(['targetMissing'])
    expect(moved({ id: 50, usable: true })).toEqual(['targetItself'])
    expect(moved({ id: 51, usable: false })).toEqual(['targetUnusable'])
    expect(moved({ id: 51, usable: true })).toEqual([])
  })
})

describe('assignee', () => {
  it('is an active account, or plainly nobody', () => {
    expect(codes('assignee', {})).toEqual(['targetMissing'])
    expect(codes('assignee', { target: { id: 2, usable: false } })).toEqual(['targetUnusable'])
    expect(codes('assignee', { target: { id: 2, usable: true } })).toEqual([])
    expect(codes('assignee', { target: null })).toEqual([])
  })
})

describe('versionSeen', () => {
  it('is said, and is the present one', () => {
    expect(versionSeen({ now: NOW }, subject())).toEqual([
      { field: 'version', code: 'versionMissing' },
    ])
    expect(versionSeen(request({ version: 6 }), subject())).toEqual([
      { field: 'version', code: 'stale', given: 6, version: 7 },
    ])
    expect(versionSeen(request(), subject())).toEqual([])
  })
})

describe('partsSeen', () => {
  const item = { kind: 'faq-items', id: 3, version: 2 } as const
  const link = { kind: 'read-also-links', id: 3, version: 2 } as const
  const of = subject({ parts: [item, link] })

  it('asks nothing of a caller that names none', () => {
    expect(partsSeen(request(), of)).toEqual([])
  })

  it('names what was saved since, or came in', () => {
    expect(partsSeen(request({ parts: [item, link] }), of)).toEqual([])
    expect(partsSeen(request({ parts: [{ ...item, version: 1 }, link] }), of)).toEqual([
      { field: 'parts', code: 'partsMoved', parts: [item] },
    ])
    expect(partsSeen(request({ parts: [item] }), of)).toMatchObject([{ parts: [link] }])
  })

  it('is not about what no longer goes along', () => {
    expect(partsSeen(request({ parts: [item, link] }), subject())).toEqual([])
  })
})
