// What may happen next: a step is plain numbers, so that a failing sequence can be made shorter, and becomes a deed in a world.
import fc from 'fast-check'
import type { Id, Kind, Request } from '@/domain/workflow/subject'
import { WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow/table'
import { EMPTY_TEXT, type Text } from './texts'
import type { Doc, Person, World } from './world'

const KINDS: readonly Kind[] = ['articles', 'faq-items', 'read-also-links']

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

const WEIGHTS: Record<Deed['do'], number> = {
  ...{ create: 8, save: 22, restore: 4, duplicate: 2, trash: 4, untrash: 4, delete: 3, bulk: 3 },
  ...{ event: 60, alt: 2, wait: 5, fourEyes: 1 },
}
const WHAT = (Object.keys(WEIGHTS) as Deed['do'][]).flatMap((what) =>
  Array<Deed['do']>(WEIGHTS[what]).fill(what),
)

export interface Step {
  what: Deed['do']
  who: number
  which: number
  how: number
}

const LARGE = 2 ** 20

export const steps = (max: number): fc.Arbitrary<Step[]> => {
  const number = fc.nat(LARGE)
  const step = fc.record({
    what: fc.constantFrom(...WHAT),
    who: number,
    which: number,
    how: number,
  })
  return fc.array(step, { maxLength: max, size: 'max' })
}

/** Small numbers, one after the other, out of a large one. */
function dice(seed: number): (sides: number) => number {
  let state = seed + 0x9e3779b9
  return (sides) => {
    state = Math.imul(state ^ (state >>> 15), state | 1)
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
    return ((state ^ (state >>> 14)) >>> 0) % sides
  }
}

type Throw = (sides: number) => number

const one = <Value>(throw_: Throw, values: readonly Value[]): Value | undefined =>
  values[throw_(values.length || 1)]

const some = <Value>(throw_: Throw, values: readonly Value[], max: number): Value[] =>
  [...new Set(Array.from({ length: throw_(max + 1) }, () => one(throw_, values)))].flatMap(
    (value) => (value === undefined ? [] : [value]),
  )

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

/** Mostly something that may happen, or a random history would hardly ever get anywhere. */
function eventFor(throw_: Throw, world: World, people: Person[], person: Person) {
  const doc = one(throw_, world.docs)
  if (!doc) return undefined
  const wishes = Array.from({ length: 12 }, () => {
    const event = one(throw_, WORKFLOW_EVENTS) ?? 'submit'
    return { event, by: one(throw_, people) ?? person, sent: sentFor(throw_, world, doc, event) }
  })
  const fits = ({ event, by, sent }: (typeof wishes)[number]) =>
    by.actor !== null &&
    world.refusalsOf(doc, event, by.actor, requestOf(world, event, sent)).length === 0
  const wish = (throw_(4) > 0 && wishes.find(fits)) || wishes[0]
  if (!wish) return undefined
  const { by, ...rest } = wish
  return { person: by, deed: { do: 'event' as const, doc, ...rest } }
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

/** Undefined where there is nothing to do it to. */
export function deedOf(
  step: Step,
  world: World,
  people: Person[],
  tag: string,
): { person: Person; deed: Deed } | undefined {
  const throw_ = dice(step.how)
  const person = people[step.who % people.length]
  const doc = world.docs[step.which % (world.docs.length || 1)]
  if (!person) return undefined
  // A world of a few documents at least, so that there is something to do.
  const what = world.docs.length < FEWEST ? 'create' : step.what
  if (what === 'event') return eventFor(throw_, world, people, person)
  const deed = ((): Deed | undefined => {
    switch (what) {
      case 'create': {
        const kind = one(throw_, KINDS) ?? 'articles'
        return { do: 'create', kind, text: textFor(kind, throw_, world, tag) }
      }
      case 'wait':
        return { do: 'wait', minutes: 1 + throw_(90) }
      case 'fourEyes':
        return { do: 'fourEyes', on: throw_(3) > 0 }
      case 'alt': {
        const image = one(throw_, [...world.images.keys()])
        return image === undefined ? undefined : { do: 'alt', image, alt: `Alt ${tag}` }
      }
      case 'bulk': {
        const kind = one(throw_, KINDS) ?? 'articles'
        const docs = some(
          throw_,
          world.docs.filter((other) => other.kind === kind),
          3,
        )
        const status = throw_(4) === 0 ? 'published' : undefined
        return docs.length > 0
          ? { do: 'bulk', kind, docs, title: `Title ${tag}`, status }
          : undefined
      }
    }
    if (!doc) return undefined
    switch (what) {
      case 'save': {
        const how = throw_(3) > 0 ? 'draft' : (one(throw_, Object.keys(SAVES) as Save[]) ?? 'draft')
        const version = one(throw_, [undefined, doc.version, doc.version, doc.version - 1])
        return {
          ...{ do: 'save', doc, how, version },
          text: textFor(doc.kind, throw_, world, tag, doc.working),
        }
      }
      case 'restore':
        return { do: 'restore', doc, nth: throw_(20), draft: throw_(3) > 0 }
      case 'untrash':
        return doc.trashed
          ? { do: 'untrash', doc, status: one(throw_, ['draft', undefined, 'published'] as const) }
          : undefined
      case 'duplicate':
      case 'trash':
        return doc.trashed ? undefined : { do: what, doc }
      case 'delete':
        return { do: 'delete', doc }
    }
    return undefined
  })()
  return deed && { person, deed }
}
