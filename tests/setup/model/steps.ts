// What may happen next: a step is plain numbers, so that a failing sequence can be made shorter, and becomes a deed in a world.
import fc from 'fast-check'
import { visibilityOf, type Id, type Kind, type Request } from '@/domain/workflow/subject'
import { WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow/table'
import { dice, one, some, type Throw } from './dice'
import { EMPTY_TEXT, type Text } from './texts'
import type { Person } from './person'
import type { World } from './world'
import type { Doc } from './doc'

/** Most of what may happen happens to articles. */
const KINDS: readonly Kind[] = ['articles', 'articles', 'faq-items', 'read-also-links']

/** Ways of saving: with or without `draft`, and with a status that nobody may set. */
export const SAVES = {
  draft: { draft: true },
  autosave: { draft: true, autosave: true },
  live: { draft: false },
  asDraft: { draft: false, status: 'draft' },
  asPublished: { draft: false, status: 'published' },
  draftAsPublished: { draft: true, status: 'published' },
} as const satisfies Record<
  string,
  { draft: boolean; autosave?: true; status?: 'draft' | 'published' }
>
export type Save = keyof typeof SAVES

export interface Sent {
  version?: number
  note?: string
  at?: string
  reason?: string
  target?: Id | null
}

export type Deed =
  | { do: 'create'; kind: Kind; text: Text }
  | { do: 'save'; doc: Doc; how: Save; text: Text; version?: number }
  | { do: 'restore'; doc: Doc; nth: number; draft: boolean }
  | { do: 'duplicate'; doc: Doc }
  | { do: 'trash' | 'delete'; doc: Doc }
  | { do: 'untrash'; doc: Doc; status?: 'draft' | 'published' }
  | { do: 'bulk'; kind: Kind; docs: Doc[]; title: string; status?: 'published' }
  | { do: 'event'; doc: Doc; event: WorkflowEvent; sent: Sent }
  | { do: 'alt'; image: Id; alt: string }
  | { do: 'wait'; minutes: number }
  | { do: 'fourEyes'; on: boolean }

/** Of its own, for a save by chance hardly ever meets all of it: past the draft, of what readers get, in time, by an editor. */
type What = Deed['do'] | 'overwrite'

const WEIGHTS: Record<What, number> = {
  create: 8,
  save: 20,
  restore: 4,
  duplicate: 2,
  trash: 6,
  untrash: 3,
  delete: 4,
  bulk: 3,
  event: 60,
  alt: 4,
  wait: 5,
  fourEyes: 1,
  overwrite: 8,
}
const WHAT = (Object.keys(WEIGHTS) as What[]).flatMap((what) =>
  Array<What>(WEIGHTS[what]).fill(what),
)
const PAST_THE_DRAFT = ['live', 'live', 'asDraft', 'asPublished', 'draftAsPublished'] as const

/** What seldom fits is tried more often. */
const OFTEN: Partial<Record<WorkflowEvent, number>> = {
  approve: 8,
  publish: 8,
  schedule: 24,
  unschedule: 8,
  unpublish: 4,
  submit: 3,
  approveAfterwards: 3,
  requestChanges: 2,
  discard: 6,
}
const EVENTS = WORKFLOW_EVENTS.flatMap((event) =>
  Array<WorkflowEvent>(OFTEN[event] ?? 1).fill(event),
)

export interface Step {
  what: What
  /** Who, to which document, and the rest. */
  how: number
}

export const steps = (max: number): fc.Arbitrary<Step[]> => {
  const step = fc.record({ what: fc.constantFrom(...WHAT), how: fc.nat() })
  return fc.array(step, { maxLength: max, size: 'max' })
}

/** A text that nobody has written before; now and then something is missing, or is what another one has. */
function textFor(kind: Kind, throw_: Throw, world: World, tag: string, before?: Text): Text {
  const ids = (of: Kind) => world.docs.filter((doc) => doc.kind === of).map(({ id }) => id)
  const rarely = <Value>(value: Value, usual: Value): Value => (throw_(9) === 0 ? value : usual)
  if (kind === 'articles') {
    const taken = one(throw_, world.docs)?.working.path
    return {
      ...EMPTY_TEXT,
      title: throw_(4) === 0 ? `Topic ${throw_(2)}` : `Title ${tag}`,
      words: rarely('', `Summary ${tag}`),
      path: rarely(taken ?? null, null) ?? before?.path ?? `/model/${tag}`,
      category: one(throw_, [null, ...world.categories]) ?? null,
      items: some(throw_, ids('faq-items'), 2),
      links: some(throw_, ids('read-also-links'), 2),
      images: some(throw_, [...world.images.keys()], 1),
    }
  }
  if (kind === 'faq-items')
    return { ...EMPTY_TEXT, title: `Does ${tag} hold?`, words: rarely('', `Yes, ${tag}.`) }
  const linkKind = one(throw_, ['external', 'internal', 'internal', 'unresolved'] as const) ?? null
  return {
    ...EMPTY_TEXT,
    linkKind,
    title: linkKind === 'unresolved' ? `Topic ${throw_(2)}` : `Link ${tag}`,
    words: linkKind === 'external' ? rarely('', `https://example.org/${tag}`) : '',
    target: linkKind === 'internal' ? (one(throw_, ids('articles')) ?? null) : null,
  }
}

const MINUTE = 60_000

function sentFor(throw_: Throw, world: World, doc: Doc, event: WorkflowEvent): Sent {
  const minutes = throw_(12) === 0 ? -throw_(30) : 1 + throw_(120)
  const accounts = [...world.accounts.keys()]
  const articles = world.docs.filter(({ kind }) => kind === 'articles').map(({ id }) => id)
  const target = one(throw_, [...(event === 'assign' ? [null, ...accounts] : articles), 999_999])
  return {
    version: throw_(15) === 0 ? doc.version - 1 : doc.version,
    note: throw_(5) === 0 ? undefined : 'Because.',
    at: throw_(10) === 0 ? undefined : new Date(world.now + minutes * MINUTE).toISOString(),
    reason: one(throw_, ['gone', 'gone', 'moved', 'notice', 'bored']),
    target: throw_(10) === 0 ? undefined : target,
  }
}

/** What the wiring makes of what was sent: whether the target may be used. */
export function requestOf(world: World, event: WorkflowEvent, sent: Sent): Request {
  const { target, ...rest } = sent
  const usable = (id: Id): boolean =>
    event === 'assign'
      ? (world.accounts.get(id)?.active ?? false)
      : (world.find('articles', id)?.fields.live ?? false)
  return {
    ...rest,
    now: world.instant,
    target: target == null ? target : { id: target, usable: usable(target) },
  }
}

const FEWEST = 4
const WISHES = 30

/** One thing that somebody could try; undefined where there is nothing to do it to. */
function wishFor(what: What, throw_: Throw, world: World, tag: string): Deed | undefined {
  const kind = one(throw_, KINDS) ?? 'articles'
  switch (what) {
    case 'create':
      return { do: what, kind, text: textFor(kind, throw_, world, tag) }
    case 'wait':
      return { do: what, minutes: 1 + throw_(90) }
    case 'fourEyes':
      return { do: what, on: throw_(3) > 0 }
    case 'alt': {
      const image = one(throw_, [...world.images.keys()])
      return image === undefined ? undefined : { do: what, image, alt: `Alt ${tag}` }
    }
    case 'bulk': {
      const docs = some(
        throw_,
        world.docs.filter((doc) => doc.kind === kind),
        3,
      )
      const status = throw_(4) === 0 ? 'published' : undefined
      return docs.length > 0 ? { do: what, kind, docs, title: `Title ${tag}`, status } : undefined
    }
  }
  const isOnSite = ({ fields }: Doc): boolean => visibilityOf(fields) !== 'never'
  const doc = one(throw_, what === 'overwrite' ? world.docs.filter(isOnSite) : world.docs)
  if (!doc) return undefined
  switch (what) {
    case 'event': {
      const event = one(throw_, EVENTS) ?? 'submit'
      return { do: what, doc, event, sent: sentFor(throw_, world, doc, event) }
    }
    case 'save': {
      const how = throw_(2) > 0 ? 'draft' : (one(throw_, Object.keys(SAVES) as Save[]) ?? 'draft')
      const version = one(throw_, [undefined, doc.version, doc.version, doc.version - 1])
      const text = textFor(doc.kind, throw_, world, tag, doc.working)
      return { do: what, doc, how, text, version }
    }
    case 'overwrite': {
      const how = one(throw_, PAST_THE_DRAFT) ?? 'live'
      const text = textFor(doc.kind, throw_, world, tag, doc.working)
      return { do: 'save', doc, how, text, version: doc.version }
    }
    case 'restore':
      return { do: what, doc, nth: throw_(20), draft: throw_(3) > 0 }
    case 'untrash': {
      const status = one(throw_, ['draft', undefined, 'published'] as const)
      return doc.trashed ? { do: what, doc, status } : undefined
    }
    case 'duplicate':
    case 'trash':
      return doc.trashed ? undefined : { do: what, doc }
    case 'delete':
      return { do: what, doc }
  }
}

/**
 * Mostly something that may happen, or a random history would hardly ever get anywhere.
 * @param mayHappen what the model says of it
 */
export function deedOf<Somebody extends Person>(
  { what, how }: Step,
  world: World,
  people: Somebody[],
  tag: string,
  mayHappen: (person: Person, deed: Deed) => boolean,
): { person: Somebody; deed: Deed } | undefined {
  const throw_ = dice(how)
  // A world of a few documents at least, so that there is something to do.
  const thing = world.docs.length < FEWEST ? 'create' : what
  const wishes = Array.from({ length: WISHES }, () => {
    const deed = wishFor(thing, throw_, world, tag)
    const person = one(throw_, people)
    return deed && person ? [{ person, deed }] : []
  }).flat()
  const likely = wishes.find(({ person, deed }) => mayHappen(person, deed))
  const hopeful = thing === 'event' ? throw_(4) > 0 : throw_(2) > 0
  return hopeful ? (likely ?? wishes[0]) : wishes[0]
}
