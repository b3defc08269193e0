// What the model says of a deed: the codes of its refusal, or what it does to the world.
import { expect } from 'vitest'
import { allows, type Operation } from '@/domain/workflow/policy'
import { visibilityOf } from '@/domain/workflow/subject'
import type { Outcome } from './system'
import { requestOf, SAVES, type Deed } from './steps'
import type { Text } from './texts'
import type { Person } from './person'
import type { Codes, Recorded, World } from './world'
import type { Doc } from './doc'

export interface Verdict {
  /** Empty: it is accepted. Of what the workflow refuses, these codes; of what Payload refuses, its status. */
  codes: Codes
  /** What the record gets. */
  apply(outcome: Outcome): Recorded[]
}

const refused = (...codes: Codes): Verdict => ({ codes, apply: () => [] })
const accepted = (apply: (outcome: Outcome) => void): Verdict => ({
  codes: [],
  apply: (outcome) => {
    apply(outcome)
    return []
  },
})

const FORBIDDEN = '403'
const NOT_FOUND = '404'
const NOT_VALID = '400'

const isStaff = ({ role }: Person): boolean => role !== 'anonymous' && role !== 'site'

/** What a write that is no draft does to the row that readers get, or got: never allowed. */
const pastTheDraft = (doc: Doc, status?: 'draft' | 'published'): Operation[] => [
  ...(status === 'published' ? (['publishByStatus'] as const) : []),
  ...(visibilityOf(doc.fields) === 'never' ? [] : (['editLive'] as const)),
]

/** A save that names no version begins from the last one of its own account. */
const wroteIt = (doc: Doc, { actor }: Person): boolean => doc.savedBy === (actor?.id ?? null)

/** A link to an article that lies in the trash of somebody else: for the writer of the link, that article is not there. */
function namesWhatIsHidden(world: World, person: Person, text: Text, before?: Text): boolean {
  if (person.role === 'operator' || text.target === (before?.target ?? null)) return false
  const target = world.find('articles', text.target)
  return target !== undefined && !world.sees(target, person)
}

function judgeSave(world: World, person: Person, deed: Deed & { do: 'save' }): Verdict {
  const { doc, how, text, version } = deed
  const { draft, status } = { status: undefined, ...SAVES[how] }
  if (doc.trashed) return refused(NOT_FOUND)
  const past = draft && status !== 'published' ? [] : pastTheDraft(doc, status)
  const codes = world.refusals(doc, person, ['edit', ...past])
  if (codes.length > 0) return refused(...codes)
  if (version === undefined ? !wroteIt(doc, person) : version < doc.version) return refused('stale')
  if (namesWhatIsHidden(world, person, text, doc.working)) return refused(NOT_VALID)
  if (!draft && !world.isWhole(doc.kind, text)) return refused(NOT_VALID)
  return accepted(() => world.save(doc, person, text))
}

/** @param versions the texts of the document's stored versions, oldest first */
function judgeRestore(
  world: World,
  person: Person,
  { doc, nth, draft }: Deed & { do: 'restore' },
  versions: { text: Text; status: string }[],
): Verdict {
  if (doc.trashed) return refused(world.sees(doc, person) ? FORBIDDEN : NOT_FOUND)
  const version = versions[nth % versions.length]
  if (!version) return refused(NOT_FOUND)
  const status = version.status === 'published' ? 'published' : 'draft'
  const codes = world.refusals(doc, person, [
    'restoreVersion',
    ...(draft ? [] : pastTheDraft(doc, status)),
  ])
  if (codes.length > 0) return refused(...codes)
  if (!draft && !world.isWhole(doc.kind, version.text)) return refused(NOT_VALID)
  return accepted(() => world.save(doc, person, version.text, true))
}

function judgeEvent(world: World, person: Person, deed: Deed & { do: 'event' }): Verdict {
  const { doc, event, sent } = deed
  if (!person.actor) return refused('notSignedIn')
  if (doc.trashed) return refused('notFound')
  const { actor } = person
  const request = requestOf(world, event, sent)
  const codes = world.refusalsOf(doc, event, actor, request)
  if (codes.length > 0) return refused(...codes)
  return { codes: [], apply: () => world.happen(doc, event, actor, request) }
}

function judgeBulk(world: World, person: Person, deed: Deed & { do: 'bulk' }): Verdict {
  const { docs, title, status } = deed
  const operations: Operation[] = [
    'edit',
    'bulkEdit',
    ...(status ? ['publishByStatus' as const] : []),
  ]
  const there = docs.filter(({ trashed }) => !trashed)
  const written = there.filter(
    (doc) => world.refusals(doc, person, operations).length === 0 && wroteIt(doc, person),
  )
  return {
    codes: there.filter((doc) => !written.includes(doc)).map(() => 'refused'),
    apply: () => {
      for (const doc of written) world.save(doc, person, { ...doc.working, title })
      return []
    },
  }
}

function judgeAlt(world: World, person: Person, { image, alt }: Deed & { do: 'alt' }): Verdict {
  const isShown = world.docs.some(
    ({ fields, shown }) => fields.live && shown?.images.includes(image),
  )
  const situation = { state: null, own: true, trashed: false } as const
  if (
    !allows('media', 'edit', person.role, { ...situation, visibility: isShown ? 'live' : 'never' })
  )
    return refused('operationNotAllowed')
  return accepted(() => world.images.set(image, alt))
}

/** @param versions of the document that the deed is about; asked only for a restore */
export function judge(
  world: World,
  person: Person,
  deed: Deed,
  versions: { text: Text; status: string }[],
): Verdict {
  if (deed.do === 'event') return judgeEvent(world, person, deed)
  if (deed.do === 'wait') {
    return {
      codes: [],
      apply: ({ schedule }) => {
        const { published, recorded, failed } = world.publishDue()
        expect(schedule?.published).toEqual(published.map(({ kind, id }) => ({ kind, id })))
        expect(
          schedule?.failed.map(({ kind, id, issues }) => ({
            kind,
            id,
            codes: issues.map(({ code }) => code),
          })),
        ).toEqual(failed.map(({ doc, codes }) => ({ kind: doc.kind, id: doc.id, codes })))
        return recorded
      },
    }
  }
  if (!isStaff(person)) return refused(FORBIDDEN)
  switch (deed.do) {
    case 'create':
      if (namesWhatIsHidden(world, person, deed.text)) return refused(NOT_VALID)
      return accepted(({ id = 0 }) => world.create(deed.kind, id, person, deed.text))
    case 'save':
      return judgeSave(world, person, deed)
    case 'restore':
      return judgeRestore(world, person, deed, versions)
    case 'duplicate': {
      const codes = world.refusals(deed.doc, person, ['duplicate'])
      if (codes.length > 0) return refused(...codes)
      return accepted(({ id = 0 }) => world.copy(deed.doc, id, person))
    }
    case 'trash':
    case 'untrash': {
      const trashes = deed.do === 'trash'
      if (!world.sees(deed.doc, person)) return refused(NOT_FOUND)
      const operation = trashes ? 'trash' : 'restoreFromTrash'
      const published = deed.do === 'untrash' && deed.status === 'published'
      const codes = world.refusals(deed.doc, person, [
        operation,
        ...(published ? (['publishByStatus'] as const) : []),
      ])
      if (codes.length > 0) return refused(...codes)
      return accepted(() => world.move(deed.doc, person, trashes))
    }
    case 'delete': {
      if (!world.sees(deed.doc, person)) return refused(NOT_FOUND)
      const codes = world.refusals(deed.doc, person, ['deleteForEver'])
      if (codes.length > 0) return refused(...codes)
      if (world.isNamed(deed.doc)) return refused('stillNamed')
      return accepted(() => world.remove(deed.doc))
    }
    case 'bulk':
      return judgeBulk(world, person, deed)
    case 'alt':
      return judgeAlt(world, person, deed)
    case 'fourEyes': {
      const situation = { state: null, visibility: 'live', own: true, trashed: false } as const
      const may = (operation: Operation) =>
        allows('site-settings', operation, person.role, situation)
      if (!may('edit')) return refused(FORBIDDEN)
      return accepted(() => {
        // Payload leaves out a field that one may not set.
        if (may('changeRules')) world.fourEyes = deed.on
      })
    }
  }
}

/** Whether the model accepts it, as far as that can be said beforehand. */
export const mayHappen =
  (world: World) =>
  (person: Person, deed: Deed): boolean => {
    const versions = 'doc' in deed ? [{ text: deed.doc.working, status: 'draft' }] : []
    return judge(world, person, deed, versions).codes.length === 0
  }
