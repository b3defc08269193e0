// The whole policy: written out as it should be, and held against sentences that must be true of every cell.
import { describe, expect, it } from 'vitest'
import {
  allows,
  grantsFor,
  OPERATIONS,
  type Collection,
  type Operation,
  type Situation,
} from '@/domain/workflow/policy'
import { STATES } from '@/domain/workflow/table'
import { cells, who } from './policyCells'

const WORKED: Collection[] = ['articles', 'faq-items', 'read-also-links']
const byState = (operation: Operation, at: Omit<Situation, 'own' | 'state'>): string =>
  STATES.map((state) => who('articles', operation, { ...at, state })).join(' ')

const allowed = [...cells()].filter((cell) => allows(cell.of, cell.operation, cell.role, cell))

const expectAll = (
  chosen: (cell: (typeof allowed)[number]) => boolean,
  holds: (cell: (typeof allowed)[number]) => boolean,
): void => {
  expect(allowed.filter(chosen).filter((cell) => !holds(cell))).toEqual([])
}

describe('what passes through the workflow', () => {
  const NEVER_LIVE = { visibility: 'never', trashed: false } as const
  const LIVE = { visibility: 'live', trashed: false } as const

  //   draft in_review changes_requested approved scheduled published withdrawn
  it.each<[Operation, string]>([
    ['readLive', '- - - - - - -'],
    ['readWorking', 'WREAO WREAO WREAO WREAO WREAO WREAO WREAO'],
    ['readVersions', 'WREAO WREAO WREAO WREAO WREAO WREAO WREAO'],
    ['readTrash', '- - - - - - -'],
    ['create', 'WREAO WREAO WREAO WREAO WREAO WREAO WREAO'],
    ['edit', 'wrEAO EAO wrEAO EAO - wrEAO wrEAO'],
    ['bulkEdit', 'EA EA EA EA - EA EA'],
    ['editLive', '- - - - - - -'],
    ['publishByStatus', '- - - - - - -'],
    ['unpublishByStatus', '- - - - - - -'],
    ['writeWorkflow', '- - - - - - -'],
    ['restoreVersion', 'wrEAO EAO wrEAO EAO - wrEAO wrEAO'],
    ['duplicate', 'WREA WREA WREA WREA WREA WREA WREA'],
    ['trash', 'wrEA EA wrEA EA - EA EA'],
    ['restoreFromTrash', '- - - - - - -'],
    ['deleteForEver', '- - - - - - -'],
    ['comment', 'WREA WREA WREA WREA WREA WREA WREA'],
    ['shareForReview', 'wrEA wrEA wrEA wrEA wrEA wrEA wrEA'],
  ])('%s, never live before: %s', (operation, expected) => {
    expect(byState(operation, NEVER_LIVE)).toBe(expected)
  })

  it('differs while a version is live in nothing but reading it and the trash', () => {
    const differing = OPERATIONS.filter(
      (operation) => byState(operation, LIVE) !== byState(operation, NEVER_LIVE),
    )
    expect(differing).toEqual(['readLive', 'trash'])
    expect(byState('readLive', LIVE)).toBe(STATES.map(() => 'SWREAO').join(' '))
    expect(byState('trash', LIVE)).toBe('- - - - - - -')
  })

  it('can be had back from the trash, and thrown away for good by an admin', () => {
    const trashed = { state: 'draft', visibility: 'never', trashed: true } as const
    const may = (operation: Operation) => who('articles', operation, trashed)
    expect(may('readTrash')).toBe('wrEA')
    expect(may('restoreFromTrash')).toBe('wrEA')
    expect(may('deleteForEver')).toBe('A')
    expect(OPERATIONS.filter((operation) => may(operation) !== '-')).toHaveLength(3)
  })

  it('has one policy for articles, FAQ items and Read Also links', () => {
    for (const cell of cells())
      if (WORKED.includes(cell.of))
        expect(allows(cell.of, cell.operation, cell.role, cell)).toBe(
          allows('articles', cell.operation, cell.role, cell),
        )
  })
})

describe('every cell', () => {
  it('gives whoever has not signed in nothing at all', () => {
    expectAll(
      ({ role }) => role === 'anonymous',
      () => false,
    )
  })

  it('lets the readers’ pages do nothing but read what is live, and leave a guest’s remark', () => {
    expectAll(
      ({ role }) => role === 'site',
      ({ of, operation, trashed }) =>
        !trashed && operation === (of === 'comments' ? 'create' : 'readLive'),
    )
    expectAll(
      ({ role, of }) => role === 'site' && [...WORKED, 'media', 'pages'].includes(of),
      ({ visibility }) => visibility === 'live' || visibility === 'notice',
    )
  })

  it('lets nobody publish, withdraw or move a state by writing, nor write past the working version', () => {
    const events = ['editLive', 'publishByStatus', 'unpublishByStatus', 'writeWorkflow']
    expectAll(
      ({ of, operation }) => of !== 'pages' && events.includes(operation),
      () => false,
    )
  })

  it('lets nobody change or remove what is scheduled', () => {
    expectAll(
      ({ of, state, trashed }) => WORKED.includes(of) && state === 'scheduled' && !trashed,
      ({ operation }) => /^(read|create|duplicate|comment|share)/.test(operation),
    )
  })

  it('lets nobody throw away what readers get', () => {
    expectAll(
      ({ of, operation }) =>
        [...WORKED, 'media'].includes(of) && ['trash', 'deleteForEver'].includes(operation),
      ({ visibility }) => visibility !== 'live' && visibility !== 'notice',
    )
  })

  it('keeps the record, and what the workflow alone writes, as it is', () => {
    expectAll(
      ({ of }) =>
        ['workflow-events', 'comments', 'review-links', 'notices', 'imports'].includes(of),
      // A guest's remark comes through the site, which also compares a review link with its token.
      ({ of, operation, role }) =>
        operation === 'readWorking' ||
        (role === 'site' &&
          ((of === 'comments' && operation === 'create') ||
            (of === 'review-links' && operation === 'readLive'))),
    )
  })

  it('keeps the rules of the workflow from those whom they bind', () => {
    expectAll(
      ({ operation }) => ['changeRules', 'changeRole'].includes(operation),
      ({ role }) => role === 'admin' || role === 'operator',
    )
  })

  it('gives a writer’s own rows to nobody with less than an editor’s rights', () => {
    const writing = ['edit', 'restoreVersion', 'trash', 'restoreFromTrash']
    expectAll(
      ({ role, operation }) =>
        (role === 'writer' || role === 'reviewer') && writing.includes(operation),
      ({ of, own }) => own || of === 'media',
    )
  })

  it('gives an admin whatever an editor has, and never less for an own row', () => {
    expectAll(
      ({ role }) => role === 'editor',
      (cell) => allows(cell.of, cell.operation, 'admin', cell),
    )
    expectAll(
      ({ own }) => !own,
      (cell) => allows(cell.of, cell.operation, cell.role, { ...cell, own: true }),
    )
  })
})

describe('grantsFor', () => {
  it('is what a query needs: in which states, and whose', () => {
    expect(grantsFor('articles', 'edit', 'writer')).toEqual([
      {
        who: { writer: 'own', reviewer: 'own' },
        states: ['draft', 'changes_requested', 'published', 'withdrawn'],
      },
    ])
    expect(grantsFor('articles', 'publishByStatus', 'admin')).toEqual([])
  })
})
