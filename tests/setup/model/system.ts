// The same deeds in the real system: Payload's Local API with access enforced, the events, the clock, against Postgres.
import { createLocalReq, restoreVersionOperation, type Payload } from 'payload'
import { actorOf } from '@/cms/access/actor'
import { perform } from '@/cms/workflow/events/perform'
import { publishDue } from '@/cms/workflow/events/schedule'
import { OPERATOR, type Id, type Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { SAVES, type Deed } from './steps'
import { DATA_OF, TEXT_OF } from './texts'

export interface Outcome {
  /** The codes of the refusal; empty when it was accepted. */
  codes: string[]
  /** Of what was created. */
  id?: Id
  /** Of a bulk edit: what was written. */
  ids?: Id[]
  schedule?: Awaited<ReturnType<typeof publishDue>>
}

/** Who asks: an account, nobody, or a command on the machine. */
export type Caller = { user: User } | 'anonymous' | 'operator'

const accessOf = (caller: Caller) =>
  caller === 'operator'
    ? ({ overrideAccess: true } as const)
    : caller === 'anonymous'
      ? ({ overrideAccess: false } as const)
      : ({ overrideAccess: false, user: { ...caller.user, collection: 'users' } } as const)

/** @throws what is neither accepted nor refused */
export async function carryOut(
  payload: Payload,
  caller: Caller,
  deed: Deed,
  now: string,
): Promise<Outcome> {
  try {
    return { codes: [], ...(await run(payload, caller, deed, now)) }
  } catch (error) {
    const { issues, status } = error as { issues?: { code: string }[]; status?: number }
    if (issues) return { codes: issues.map(({ code }) => code) }
    // Payload's own refusals: access, "not found", its validation.
    if (status && status < 500) return { codes: [`${status}`] }
    throw error
  }
}

async function run(
  payload: Payload,
  caller: Caller,
  deed: Deed,
  now: string,
): Promise<Omit<Outcome, 'codes'>> {
  const access = accessOf(caller)
  switch (deed.do) {
    case 'create': {
      const data = DATA_OF[deed.kind](deed.text) as never
      const { id } = await payload.create({ collection: deed.kind, draft: true, data, ...access })
      return { id }
    }
    case 'save': {
      const { status, ...how } = { status: undefined, autosave: false, ...SAVES[deed.how] }
      const data = {
        ...DATA_OF[deed.doc.kind](deed.text),
        ...(status ? { _status: status } : {}),
        ...(deed.version === undefined ? {} : { workflowVersion: deed.version }),
      } as never
      await payload.update({ ...target(deed.doc), ...how, data, ...access })
      return {}
    }
    case 'restore': {
      const versions = await versionsOf(payload, deed.doc)
      const version = versions[deed.nth % versions.length]
      // The Local API cannot restore as a draft; this is what REST calls.
      await restoreVersionOperation({
        id: version?.id ?? 0,
        draft: deed.draft,
        overrideAccess: access.overrideAccess,
        collection: payload.collections[deed.doc.kind],
        req: await createLocalReq(access as never, payload),
      })
      return {}
    }
    case 'duplicate': {
      const { id } = await payload.duplicate({
        ...target(deed.doc),
        draft: true,
        ...access,
      } as never)
      return { id: Number(id) }
    }
    case 'trash':
      await payload.update({ ...target(deed.doc), data: { deletedAt: now }, ...access })
      return {}
    case 'untrash': {
      const data = { deletedAt: null, ...(deed.status ? { _status: deed.status } : {}) }
      await payload.update({ ...target(deed.doc), trash: true, data, ...access })
      return {}
    }
    case 'delete':
      await payload.delete({ ...target(deed.doc), trash: true, ...access })
      return {}
    case 'bulk': {
      const field = deed.kind === 'faq-items' ? 'question' : 'title'
      const { docs, errors } = await payload.update({
        collection: deed.kind,
        where: { id: { in: deed.docs.map(({ id }) => id) } },
        draft: true,
        data: { [field]: deed.title, ...(deed.status ? { _status: deed.status } : {}) } as never,
        ...access,
      })
      return { ids: docs.map(({ id }) => id), codes: errors.map(() => 'refused') } as never
    }
    case 'event': {
      const { kind, id } = deed.doc
      const req = await createLocalReq({ ...('user' in access ? access : {}) } as never, payload)
      if (caller === 'anonymous') req.payloadAPI = 'REST'
      const actor = caller === 'operator' ? OPERATOR : await actorOf(req)
      if (!actor) return { codes: ['notSignedIn'] } as never
      await perform(req, { kind, id, event: deed.event, actor, ...deed.sent }, now)
      return {}
    }
    case 'alt':
      await payload.update({
        collection: 'media',
        id: deed.image,
        data: { alt: deed.alt },
        ...access,
      })
      return {}
    case 'fourEyes':
      await payload.updateGlobal({
        slug: 'site-settings',
        data: { fourEyes: deed.on },
        ...access,
      })
      return {}
    case 'wait':
      return { schedule: await publishDue(payload, now) }
  }
}

const target = ({ kind, id }: { kind: Kind; id: Id }) => ({ collection: kind, id }) as const

/** The stored versions of a document, oldest first. */
export async function versionsOf(payload: Payload, { kind, id }: { kind: Kind; id: Id }) {
  const { docs } = await payload.db.findVersions<Record<string, unknown>>({
    collection: kind,
    where: { parent: { equals: id } },
    sort: 'id',
    pagination: false,
    limit: 0,
    req: { payload } as never,
  })
  return docs.map((row) => ({
    id: row.id,
    text: TEXT_OF[kind](row.version),
    status: String(row.version._status),
  }))
}
