// The model: the documents in memory, and the domain's own rules on top of them. It knows no database and no Payload.
import { slugify } from '@/domain/addresses/slug'
import { titleKey } from '@/domain/addresses/titleKey'
import {
  bundledLive,
  bundledRecord,
  created,
  next,
  saved,
  type WorkflowRecord,
} from '@/domain/workflow/events/apply'
import { check } from '@/domain/workflow/events/check'
import type { AddressHolder } from '@/domain/workflow/checklist/contentIssues'
import { allows, type Operation, type Situation } from '@/domain/workflow/policy'
import { isOwn, SCHEDULER, visibilityOf } from '@/domain/workflow/subject'
import type { Actor, Id, Kind, Request } from '@/domain/workflow/subject'
import { ruleFor, type WorkflowEvent } from '@/domain/workflow/table'
import { freePath, holderOf } from './addresses'
import type { Doc } from './doc'
import type { Person } from './person'
import { PAST_REVIEW } from './pastReview'
import { isFilled, sameText, type Text } from './texts'
import { subjectOf } from './subjectOf'

export type Recorded = WorkflowRecord & { kind: Kind; document: Id }
/** Empty: accepted. */
export type Codes = string[]

export class World {
  /** In the order in which they were made. */
  docs: Doc[] = []
  images = new Map<Id, string>()
  categories: Id[] = []
  expertCategories = new Set<Id>()
  accounts = new Map<Id, { active: boolean }>()
  fourEyes = true

  constructor(public now: number) {}

  get instant(): string {
    return new Date(this.now).toISOString()
  }

  find = (kind: Kind, id: Id | null): Doc | undefined =>
    this.docs.find((doc) => doc.kind === kind && doc.id === id)

  /** Not in the trash. */
  there = (kind: Kind, id: Id): Doc[] =>
    [this.find(kind, id)].flatMap((doc) => (doc && !doc.trashed ? [doc] : []))

  /** The workflow's view of a document, and what goes live with it. */
  subject = (doc: Doc) => subjectOf(this, doc)

  private situation({ fields, trashed, createdBy }: Doc, person: Person): Situation {
    const own = isOwn({ createdBy, assignee: fields.assignee }, person.actor?.id ?? null)
    return { state: fields.state, visibility: visibilityOf(fields), own, trashed }
  }

  /** The codes of what the policy refuses; `staff` alone pass Payload's own access. */
  refusals(doc: Doc, person: Person, operations: Operation[]): Codes {
    const situation = this.situation(doc, person)
    return operations
      .filter(
        (operation) =>
          PAST_REVIEW.includes(operation) || !allows(doc.kind, operation, person.role, situation),
      )
      .map(() => 'operationNotAllowed')
  }

  /** What one may not see in the trash is for them not there; a command sees everything. */
  sees = (doc: Doc, person: Person): boolean =>
    !doc.trashed ||
    person.role === 'operator' ||
    allows(doc.kind, 'readTrash', person.role, this.situation(doc, person))

  /** A copy has an address of its own, made from its title. */
  copy({ kind, working }: Doc, id: Id, person: Person): void {
    const path = kind === 'articles' ? freePath(working.title, this.docs) : working.path
    this.create(kind, id, person, { ...working, path })
    const copy = this.find(kind, id)
    if (copy) copy.follows = kind === 'articles'
  }

  /** What other documents name, or named in an older version. */
  isNamed = (doc: Doc): boolean =>
    this.docs.some((other) => other !== doc && other.named.has(`${doc.kind}/${doc.id}`))

  private note({ kind, named, working }: Doc): void {
    for (const id of working.items) named.add(`faq-items/${id}`)
    for (const id of working.links) named.add(`read-also-links/${id}`)
    if (kind === 'read-also-links' && working.target !== null)
      named.add(`articles/${working.target}`)
  }

  create(kind: Kind, id: Id, person: Person, text: Text): void {
    const author = person.actor?.id ?? null
    const doc: Doc = {
      kind,
      id,
      fields: created(author),
      version: 1,
      createdBy: author,
      savedBy: author,
      working: this.settled(text),
      shown: null,
      trashed: false,
      failure: null,
      withdrawnPath: null,
      named: new Set<string>(),
      follows: false,
    }
    this.docs.push(doc)
    this.note(doc)
  }

  /** Whether it could be saved as more than a draft: filled in, and pointing at nothing in the trash. */
  isWhole(kind: Kind, text: Text): boolean {
    const isThere = (of: Kind) => (id: Id) => this.there(of, id).length > 0
    return (
      isFilled[kind](text) &&
      text.items.every(isThere('faq-items')) &&
      text.links.every(isThere('read-also-links'))
    )
  }

  /** A new working version. */
  save(doc: Doc, person: Person, text: Text, restores = false): void {
    doc.savedBy = person.actor?.id ?? null
    doc.fields = saved(doc.fields, doc.savedBy)
    doc.version += 1
    const isRetitled = slugify(text.title) !== slugify(doc.working.title)
    const isTyped = text.path !== doc.working.path
    const isMade = doc.follows && !isTyped && !restores && (isRetitled || text.path === null)
    const path = isMade ? freePath(text.title, this.docs, doc) : text.path
    doc.follows &&= !isTyped || restores
    doc.working = this.settled({ ...text, path })
    this.note(doc)
  }

  move(doc: Doc, person: Person, trashed: boolean): void {
    doc.trashed = trashed
    doc.savedBy = person.actor?.id ?? null
    doc.version += 1
    doc.working = this.settled(doc.working)
  }

  remove(doc: Doc): void {
    this.docs = this.docs.filter((other) => other !== doc)
    if (doc.kind !== 'articles') return
    for (const { working, shown } of this.docs)
      for (const text of [working, shown]) if (text?.target === doc.id) text.target = null
  }

  /** An internal link is kept under the name of its article. */
  private settled(text: Text): Text {
    const target = text.linkKind === 'internal' ? this.find('articles', text.target) : undefined
    return { ...sameText(text), ...(target ? { title: target.working.title } : {}) }
  }

  /** What stops an event; `request.version` counts. */
  refusalsOf(doc: Doc, event: WorkflowEvent, actor: Actor, request: Request): Codes {
    const { subject } = this.subject(doc)
    const issues = check(event, subject, actor, request)
    return issues.map(({ code }) => code)
  }

  holder = (doc: Doc): AddressHolder | undefined => holderOf(doc, this.docs)

  /** An event that nothing stops; gives the rows of the record, those of its parts first. */
  happen(doc: Doc, event: WorkflowEvent, actor: Actor, request: Request): Recorded[] {
    const { subject, carried } = this.subject(doc)
    const does = ruleFor(event, subject.state, actor.role)?.does ?? []
    const { fields, record } = next(subject, event, actor, request)
    const parts: Recorded[] = []
    if (does.includes('leave') && doc.fields.live) doc.withdrawnPath = doc.shown?.path ?? null
    doc.fields = fields
    doc.failure = null
    if (does.includes('drop') && doc.shown) {
      doc.working = sameText(doc.shown)
      doc.savedBy = actor.id
      doc.version += 1
    }
    if (does.includes('goLive')) {
      for (const part of carried) {
        const { id, kind, fields, version } = part
        parts.push({ ...bundledRecord({ ...fields, version }, record), kind, document: id })
        part.fields = bundledLive(part.fields)
        this.show(part)
      }
      this.show(doc)
      if (doc.kind === 'articles') this.resolve(doc)
    }
    return [...parts, { ...record, kind: doc.kind, document: doc.id }]
  }

  private show(doc: Doc): void {
    doc.working = this.settled(doc.working)
    doc.shown = sameText(doc.working)
    doc.withdrawnPath = null
    doc.follows = false
  }

  /** Links that were waiting for an article of this title lead to it now. */
  private resolve(article: Doc): void {
    const key = titleKey(article.working.title)
    for (const doc of this.docs) {
      const { linkKind, title } = doc.working
      if (linkKind !== 'unresolved' || titleKey(title) !== key || doc.trashed) continue
      if (doc.fields.state === 'scheduled') continue
      doc.working = this.settled({ ...doc.working, linkKind: 'internal', target: article.id })
      this.note(doc)
      doc.version += 1
      if (doc.fields.live && doc.fields.state === 'published') doc.shown = sameText(doc.working)
    }
  }

  /** The clock: what is due is published, or says why not. */
  publishDue(): {
    published: Doc[]
    recorded: Recorded[]
    failed: { doc: Doc; codes: Codes }[]
  } {
    const published: Doc[] = []
    const recorded: Recorded[] = []
    const failed: { doc: Doc; codes: Codes }[] = []
    const due = this.docs
      .filter(({ fields }) => fields.scheduledAt !== null && fields.scheduledAt <= this.instant)
      .sort((a, b) => ((a.fields.scheduledAt ?? '') < (b.fields.scheduledAt ?? '') ? -1 : 1))
    for (const doc of due) {
      const request = { now: this.instant, version: doc.version }
      const codes = this.refusalsOf(doc, 'publish', SCHEDULER, request)
      if (codes.length === 0) {
        recorded.push(...this.happen(doc, 'publish', SCHEDULER, request))
        published.push(doc)
      } else {
        doc.failure = codes
        failed.push({ doc, codes })
      }
    }
    return { published, recorded, failed }
  }
}
