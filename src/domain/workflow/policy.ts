// Lists the operations that each role may do to each row: every collection and global, as one table. An operation that
// it does not name is forbidden.
//
// Publishing, withdrawing and scheduling are not here: they are events (table.ts), and no write may stand in for one.
import type { Role } from '../access/roles'
import type { Visibility } from './subject'
import type { Scope, State } from './table'

/**
 * Accounts by role, and three that are none: `anonymous` comes over HTTP without signing in, `site` is the readers'
 * pages, which ask in the process through their own client, `operator` runs a command on the machine.
 */
export const POLICY_ROLES = [
  'anonymous',
  'site',
  'writer',
  'reviewer',
  'editor',
  'admin',
  'operator',
] as const satisfies readonly (Role | 'anonymous' | 'site' | 'operator')[]
export type PolicyRole = (typeof POLICY_ROLES)[number]

export const OPERATIONS = [
  /** What readers get of a row; for rows without drafts, the row. */
  'readLive',
  'readWorking',
  'readVersions',
  'readTrash',
  'create',
  /** Save a new working version; for rows without drafts, the row itself. */
  'edit',
  /** The same for many rows at once. */
  'bulkEdit',
  /** Write the row that readers get, past the working version. */
  'editLive',
  /** Save with `_status: 'published'`, or take that away. */
  'publishByStatus',
  'unpublishByStatus',
  /** Write the state, the approval or another field that only events change. */
  'writeWorkflow',
  /** Make an old version the working version. */
  'restoreVersion',
  /** Make a new draft from a row. */
  'duplicate',
  'trash',
  'restoreFromTrash',
  'deleteForEver',
  /** Say something about the working version, and mark a comment as settled. */
  'comment',
  /** Make, list and revoke links that show the working version to a guest without an account. */
  'shareForReview',
  /** Change a setting that the workflow obeys: four eyes, expert review of a category. */
  'changeRules',
  'changeRole',
  /** See the part of an account that is private to its holder: the address that its mail goes to. */
  'readPrivate',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** The row an operation is about. */
export interface Situation {
  /** Null for rows without a workflow. */
  state: State | null
  /** What readers get; for an image `live` while a page that readers get shows it. */
  visibility: Visibility
  /** Created by the account or assigned to it; of an account, the account itself; of a notice, addressed to it. */
  own: boolean
  trashed: boolean
}

/** Conditions that are absent do not matter; a row in the trash is out of reach unless `trashed` says otherwise. */
export interface Grant {
  who: Partial<Record<PolicyRole, Scope>>
  states?: readonly State[]
  visibilities?: readonly Visibility[]
  trashed?: true
}

const STAFF = { writer: 'any', reviewer: 'any', editor: 'any', admin: 'any' } as const
const MAKERS = { ...STAFF, operator: 'any' } as const
const EDITORS = { editor: 'any', admin: 'any' } as const
const OWN = { writer: 'own', reviewer: 'own', editor: 'own', admin: 'own' } as const
const ORGANISERS = { ...EDITORS, operator: 'any' } as const
const AUTHORS = { writer: 'own', reviewer: 'own' } as const
const ADMIN = { admin: 'any' } as const

const IN_WORK: readonly State[] = ['draft', 'changes_requested']
/** Who sent a text off recalls it before writing on; the live or withdrawn version stays while a next one begins. */
const OPEN_TO_AUTHORS: readonly State[] = [...IN_WORK, 'published', 'withdrawn']
const UNLOCKED: readonly State[] = [...OPEN_TO_AUTHORS, 'in_review', 'approved']
const SHOWN: readonly Visibility[] = ['live', 'notice']
const OFF_SITE: readonly Visibility[] = ['never', 'gone', 'moved']

const EDIT: readonly Grant[] = [
  { who: AUTHORS, states: OPEN_TO_AUTHORS },
  { who: ORGANISERS, states: UNLOCKED },
]

/** Articles, FAQ items and Read Also links: whatever passes through the workflow. */
const WORKED: Policy = {
  readLive: [{ who: { site: 'any', ...MAKERS }, visibilities: SHOWN }],
  readWorking: [{ who: MAKERS }],
  readVersions: [{ who: MAKERS }],
  readTrash: [
    { who: AUTHORS, trashed: true },
    { who: EDITORS, trashed: true },
  ],
  create: [{ who: MAKERS }],
  edit: EDIT,
  bulkEdit: [{ who: EDITORS, states: UNLOCKED }],
  restoreVersion: EDIT,
  duplicate: [{ who: STAFF }],
  // What readers get is taken away by an event, never by the way.
  trash: [
    { who: AUTHORS, states: IN_WORK, visibilities: ['never'] },
    { who: EDITORS, states: UNLOCKED, visibilities: OFF_SITE },
  ],
  restoreFromTrash: [
    { who: AUTHORS, trashed: true },
    { who: EDITORS, trashed: true },
  ],
  deleteForEver: [{ who: ADMIN, visibilities: OFF_SITE, trashed: true }],
  comment: [{ who: STAFF }],
  shareForReview: [{ who: AUTHORS }, { who: EDITORS }],
}

const READ: Policy = { readLive: [{ who: { site: 'any', ...MAKERS } }] }

/** Rows without drafts that shape the site. */
const ORGANISED: Policy = {
  ...READ,
  create: [{ who: ORGANISERS }],
  edit: [{ who: ORGANISERS }],
  bulkEdit: [{ who: EDITORS }],
  duplicate: [{ who: EDITORS }],
  deleteForEver: [{ who: EDITORS }],
}

/** Counted by the site; work for editors, who do away with what is settled. */
const COUNTED: Policy = { readWorking: [{ who: EDITORS }], deleteForEver: [{ who: EDITORS }] }

/** Written by the workflow's endpoints alone. */
const TOLD: Policy = { readWorking: [{ who: MAKERS }] }

type Policy = Partial<Record<Operation, readonly Grant[]>>

export const POLICY = {
  articles: WORKED,
  'faq-items': WORKED,
  'read-also-links': WORKED,
  media: {
    // An image that only drafts use is no more public than they are.
    readLive: [{ who: { site: 'any' }, visibilities: SHOWN }, { who: MAKERS }],
    create: [{ who: MAKERS }],
    // No account owns an image: what one writer brought any other may use, and mend until readers see it.
    edit: [
      { who: { writer: 'any', reviewer: 'any' }, visibilities: OFF_SITE },
      { who: ORGANISERS },
    ],
    bulkEdit: [{ who: EDITORS }],
    deleteForEver: [{ who: EDITORS, visibilities: OFF_SITE }],
  },
  // Editors write and publish the pages of the site themselves; what passes through review are articles.
  pages: {
    readLive: [{ who: { site: 'any' }, visibilities: SHOWN }],
    readWorking: [{ who: MAKERS }],
    readVersions: [{ who: MAKERS }],
    readTrash: [{ who: EDITORS, trashed: true }],
    create: [{ who: ORGANISERS }],
    edit: [{ who: ORGANISERS }],
    bulkEdit: [{ who: EDITORS }],
    editLive: [{ who: ORGANISERS }],
    publishByStatus: [{ who: ORGANISERS }],
    unpublishByStatus: [{ who: ORGANISERS }],
    restoreVersion: [{ who: EDITORS }],
    duplicate: [{ who: EDITORS }],
    trash: [{ who: EDITORS }],
    restoreFromTrash: [{ who: EDITORS, trashed: true }],
    deleteForEver: [{ who: EDITORS }, { who: EDITORS, trashed: true }],
  },
  categories: { ...ORGANISED, changeRules: [{ who: ADMIN }] },
  topics: ORGANISED,
  authors: ORGANISED,
  // Two of one address there cannot be.
  redirects: { ...ORGANISED, duplicate: [] },
  // Kept by the site itself; an editor may only move a home from one article to another.
  'faq-homes': { ...READ, edit: [{ who: EDITORS }] },
  users: {
    // Names and roles: whom one works with, and to whom a text can be handed.
    readWorking: [{ who: STAFF }],
    readPrivate: [{ who: { ...OWN, admin: 'any' } }],
    create: [{ who: { admin: 'any', operator: 'any' } }],
    edit: [{ who: { ...AUTHORS, editor: 'own', admin: 'any', operator: 'any' } }],
    changeRole: [{ who: { admin: 'any', operator: 'any' } }],
    deleteForEver: [{ who: ADMIN }],
  },
  // Where a withdrawn article was, and why: the site answers its address with that. No other room asks for the row.
  workflows: { readLive: [{ who: { site: 'any' }, visibilities: ['gone', 'moved', 'notice'] }] },
  'workflow-events': TOLD,
  // A guest on a review link has no account: the site stores what they say.
  comments: { ...TOLD, create: [{ who: { site: 'any' } }] },
  // The readers' side compares a token with the row that it names.
  'review-links': { ...TOLD, readLive: [{ who: { site: 'any' } }] },
  notices: { readWorking: [{ who: OWN }] },
  'missed-addresses': COUNTED,
  'missed-searches': COUNTED,
  // The site writes it; an account sees no more of others than an administrator shows it.
  'audit-events': { readWorking: [{ who: ADMIN }] },
  imports: { readWorking: [{ who: ORGANISERS }] },
  'site-settings': {
    ...READ,
    edit: [{ who: ORGANISERS }],
    changeRules: [{ who: { admin: 'any', operator: 'any' } }],
  },
  navigation: { ...READ, edit: [{ who: ORGANISERS }] },
} as const satisfies Record<string, Policy>

export type Collection = keyof typeof POLICY
export const COLLECTIONS = Object.keys(POLICY) as Collection[]

/** The grants that a role has for an operation, for turning into a query; none: it may never. */
export const grantsFor = (
  collection: Collection,
  operation: Operation,
  role: PolicyRole,
): readonly Grant[] => {
  const policy: Policy = POLICY[collection]
  return (policy[operation] ?? []).filter(({ who }) => who[role] !== undefined)
}

/** Whether the role may do it to this row. A disabled account has no role: ask for `anonymous`. */
export const allows = (
  collection: Collection,
  operation: Operation,
  role: PolicyRole,
  { state, visibility, own, trashed }: Situation,
): boolean =>
  grantsFor(collection, operation, role).some(
    (grant) =>
      (grant.who[role] === 'any' || own) &&
      (!grant.states || (state !== null && grant.states.includes(state))) &&
      (!grant.visibilities || grant.visibilities.includes(visibility)) &&
      (grant.trashed ?? false) === trashed,
  )
