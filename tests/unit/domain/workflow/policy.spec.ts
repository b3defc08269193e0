// The whole policy: written out as it should be, and held against sentences that must be true of every cell.
import { describe, expect, it } from 'vitest'
import {
  allows,
  COLLECTIONS,
  grantsFor,
  OPERATIONS,
  POLICY_ROLES,
  type Collection,
  type Operation,
  type PolicyRole,
  type Situation,
} from '@/domain/workflow/policy'
import { STANDINGS } from '@/domain/workflow/subject'
import { STATES } from '@/domain/workflow/table'

const WORKED: Collection[] = ['articles', 'faq-items', 'read-also-links']
const YES_NO = [true, false]

const LETTERS: Record<PolicyRole, string> = {
  anonymous: 'N',
  site: 'S',
  writer: 'W',
  reviewer: 'R',
  editor: 'E',
  admin: 'A',
  operator: 'O',
}

/** Who may: a capital for any row, a small letter for own rows only, `-` for nobody. */
const who = (collection: Collection, operation: Operation, at: Omit<Situation, 'own'>): string =>
  POLICY_ROLES.map((role) => {
    if (allows(collection, operation, role, { ...at, own: false })) return LETTERS[role]
    return allows(collection, operation, role, { ...at, own: true })
      ? LETTERS[role].toLowerCase()
      : ''
  }).join('') || '-'

const byState = (operation: Operation, at: Omit<Situation, 'own' | 'state'>): string =>
  STATES.map((state) => who('articles', operation, { ...at, state })).join(' ')

/** Every cell there is. */
function* cells(): Generator<
  Situation & { of: Collection; operation: Operation; role: PolicyRole }
> {
  for (const of of COLLECTIONS)
    for (const operation of OPERATIONS)
      for (const role of POLICY_ROLES)
        for (const state of [...STATES, null])
          for (const standing of STANDINGS)
            for (const own of YES_NO)
              for (const trashed of YES_NO)
                yield { of, operation, role, state, standing, own, trashed }
}

const allowed = [...cells()].filter((cell) => allows(cell.of, cell.operation, cell.role, cell))

const expectAll = (
  chosen: (cell: (typeof allowed)[number]) => boolean,
  holds: (cell: (typeof allowed)[number]) => boolean,
): void => {
  expect(allowed.filter(chosen).filter((cell) => !holds(cell))).toEqual([])
}

describe('what passes through the workflow', () => {
  const NEVER_LIVE = { standing: 'never', trashed: false } as const
  const LIVE = { standing: 'live', trashed: false } as const

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
    const trashed = { state: 'draft', standing: 'never', trashed: true } as const
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

describe('everything else', () => {
  const may = (
    collection: Collection,
    operation: Operation,
    standing: 'never' | 'live' = 'never',
  ) => who(collection, operation, { state: null, standing, trashed: false })

  it.each<[Collection, string]>([
    //  readLive | create | edit | bulkEdit | duplicate | deleteForEver | changeRules
    ['categories', 'SWREAO EAO EAO EA EA EA A'],
    ['topics', 'SWREAO EAO EAO EA EA EA -'],
    ['authors', 'SWREAO EAO EAO EA EA EA -'],
    ['redirects', 'SWREAO EAO EAO EA EA EA -'],
    ['faq-homes', 'SWREAO - EA - - - -'],
    ['site-settings', 'SWREAO - EAO - - - AO'],
    ['navigation', 'SWREAO - EAO - - - -'],
    ['workflow-events', '- - - - - - -'],
    ['comments', '- S - - - - -'],
    ['review-links', 'S - - - - - -'],
    ['users', '- AO wreAO - - A -'],
    ['media', 'WREAO WREAO wrEAO EA - EA -'],
  ])('%s: %s', (collection, expected) => {
    const operations = [
      ...['readLive', 'create', 'edit', 'bulkEdit', 'duplicate', 'deleteForEver', 'changeRules'],
    ] as Operation[]
    expect(operations.map((operation) => may(collection, operation)).join(' ')).toBe(expected)
  })

  it('shows the public an image only where a page shows it, and then leaves it alone', () => {
    expect(may('media', 'readLive', 'live')).toBe('SWREAO')
    expect(may('media', 'edit', 'live')).toBe('EAO')
    expect(may('media', 'deleteForEver', 'live')).toBe('-')
  })

  it('shows accounts to themselves and to editors, and the record to the staff', () => {
    expect(may('users', 'readWorking')).toBe('wrEA')
    expect(may('users', 'changeRole')).toBe('AO')
    expect(may('workflow-events', 'readWorking')).toBe('WREAO')
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
      ({ role, of }) => role === 'site' && [...WORKED, 'media'].includes(of),
      ({ standing }) => standing === 'live' || standing === 'notice',
    )
  })

  it('lets nobody publish, withdraw or move a state by writing, nor write past the working version', () => {
    const events = ['editLive', 'publishByStatus', 'unpublishByStatus', 'writeWorkflow']
    expectAll(
      ({ operation }) => events.includes(operation),
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
      ({ standing }) => standing !== 'live' && standing !== 'notice',
    )
  })

  it('keeps the record as it is', () => {
    expectAll(
      ({ of }) => of === 'workflow-events',
      ({ operation }) => operation === 'readWorking',
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
      ({ own }) => own,
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
