// The table itself: unambiguous, complete, and every state can be left.
import { describe, expect, it } from 'vitest'
import {
  AFTER_SAVE,
  ASKS_OF,
  ruleFor,
  RULES,
  rulesFor,
  STATES,
  stateAfter,
  WORKFLOW_EVENTS,
  type ActorRole,
} from '@/domain/workflow/table'

const ROLES: ActorRole[] = ['writer', 'reviewer', 'editor', 'admin', 'scheduler', 'operator']

describe('the workflow table', () => {
  it('has at most one rule for an event, a state and a role', () => {
    for (const event of WORKFLOW_EVENTS)
      for (const state of STATES)
        for (const role of ROLES)
          expect(
            rulesFor(event, role).filter(({ from }) => from.includes(state)).length,
          ).toBeLessThanOrEqual(1)
  })

  it('has a rule for every event', () => {
    expect(new Set(RULES.map(({ event }) => event))).toEqual(new Set(WORKFLOW_EVENTS))
    expect(Object.keys(ASKS_OF)).toEqual([...WORKFLOW_EVENTS])
  })

  it('lets every state be reached from a draft', () => {
    const reached = new Set(['draft'])
    for (let round = 0; round < STATES.length; round++)
      for (const rule of RULES)
        for (const from of rule.from.filter((state) => reached.has(state)))
          reached.add(stateAfter(rule, from, true))
    expect([...reached].sort()).toEqual([...STATES].sort())
  })

  it('lets every state be left by an event or by saving', () => {
    for (const state of STATES) {
      const left = RULES.some(
        ({ from, to }) => from.includes(state) && ![state, 'same'].includes(to),
      )
      expect(left || AFTER_SAVE[state] !== state, state).toBe(true)
    }
  })

  it('keeps publishing from writers and reviewers, and force from all but admins and commands', () => {
    const into = (event: string): Set<string> =>
      new Set(RULES.filter((rule) => rule.event === event).flatMap(({ who }) => Object.keys(who)))
    expect(into('publish')).toEqual(new Set(['editor', 'admin', 'scheduler']))
    expect(into('schedule')).toEqual(new Set(['editor', 'admin']))
    expect(into('unpublish')).toEqual(new Set(['editor', 'admin']))
    expect(into('forcePublish')).toEqual(new Set(['admin', 'operator']))
  })

  it('leads to published by nothing but publish and forcePublish', () => {
    const leading = RULES.filter(({ to }) => to === 'published').map(({ event }) => event)
    expect(new Set(leading)).toEqual(new Set(['publish', 'forcePublish']))
    expect(Object.values(AFTER_SAVE)).not.toContain('published')
  })

  it('leads back to what readers get, and only by dropping what they do not get', () => {
    const back = RULES.filter(({ to }) => to === 'atRest')
    expect(new Set(back.map(({ event }) => event))).toEqual(new Set(['discard']))
    for (const rule of back) {
      expect(rule).toMatchObject({ needs: ['earlierShown'], does: ['drop'] })
      expect(rule.from.map((state) => stateAfter(rule, state, true))).not.toContain('withdrawn')
      expect(stateAfter(rule, 'draft', false)).toBe('withdrawn')
    }
  })

  it('publishes by anybody only what has an intact seal, force apart', () => {
    for (const { event, needs } of RULES.filter(({ to }) => to === 'published'))
      expect(needs.includes('seal'), event).toBe(event === 'publish')
  })

  it('starts the next working version when what is published or withdrawn is saved', () => {
    const moved = STATES.filter((state) => AFTER_SAVE[state] !== state)
    expect(moved).toEqual(['published', 'withdrawn'])
    expect(moved.map((state) => AFTER_SAVE[state])).toEqual(['draft', 'draft'])
  })

  it('takes back an approval and a schedule with the live version, and leaves other work where it is', () => {
    const to = (state: (typeof STATES)[number]) => ruleFor('unpublish', state, 'editor')?.to
    expect(to('published')).toBe('withdrawn')
    expect(to('changes_requested')).toBe('same')
    expect(to('approved')).toBe('in_review')
    expect(to('scheduled')).toBe('in_review')
    expect(ruleFor('unpublish', 'published', 'writer')).toBeUndefined()
  })
})
