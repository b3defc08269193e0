// The workflow for integration tests: accounts, a publish by the operator of the machine, an event as somebody.
import type { Payload, Where } from 'payload'
import { perform, performAs, type EventRequest } from '@/cms/workflow/events/perform'
import { ROLES, type Role } from '@/domain/access/roles'
import { OPERATOR, type Actor, type Id, type Kind } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'
import type { User, Workflow } from '@/payload-types'

/** Puts the working version live, as an import does. */
export const publishByForce = (payload: Payload, id: number, kind: Kind = 'articles') =>
  performAs(payload, {
    kind,
    id,
    event: 'forcePublish',
    actor: OPERATOR,
    version: 'latest',
    note: 'test',
  })

export const withdrawByForce = async (payload: Payload, id: number, kind: Kind = 'articles') => {
  const editor = await account(payload, 'editor')
  return performAs(payload, {
    kind,
    id,
    event: 'unpublish',
    version: 'latest',
    reason: 'gone',
    actor: { id: editor.id, role: 'editor', active: true },
  })
}

let made = 0

/** An account of its own for each call. */
export const account = (payload: Payload, role: Role): Promise<User> => {
  const name = `${role} ${++made}`
  const email = `${role}-${made}@workflow.example.org`
  return payload.create({
    collection: 'users',
    data: { email, password: 'twelve-letters', name, role },
  })
}

export async function accounts(payload: Payload): Promise<Record<Role, User>> {
  const made = {} as Record<Role, User>
  for (const role of ROLES) made[role] = await account(payload, role)
  return made
}

/** Options of the Local API for acting as an account, with access enforced. */
export const as = (user: User) =>
  ({ overrideAccess: false, user: { ...user, collection: 'users' as const } }) as const

type Asked = Omit<EventRequest, 'kind' | 'id' | 'event' | 'actor'>

/** An event by an account, on the version that is there. */
export const act = (
  payload: Payload,
  user: User,
  event: WorkflowEvent,
  id: number,
  asked: Asked = {},
  kind: Kind = 'articles',
) =>
  perform(
    { payload },
    {
      kind,
      id,
      event,
      version: 'latest',
      ...asked,
      actor: { id: user.id, role: user.role, active: user.active !== false },
    },
  )

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** Puts an approved document on the schedule, as if two hours ago: for a time that may have come already. */
export const scheduleForNow = (
  payload: Payload,
  { id, role, active }: User,
  document: Id,
  due = hoursAgo(1),
) => {
  const [now, at] = [hoursAgo(2).toISOString(), due.toISOString()]
  const actor: Actor = { id, role, active: active !== false }
  return perform(
    { payload },
    { kind: 'articles', id: document, event: 'schedule', actor, version: 'latest', at },
    now,
  )
}

/** The codes of a refusal; none when it was none. */
export const codes = async (doing: Promise<unknown>): Promise<string[]> => {
  try {
    await doing
  } catch (error) {
    return (error as { issues: { code: string }[] }).issues.map(({ code }) => code)
  }
  return []
}

const of = (kind: Kind, id: Id): Where => ({
  and: [{ kind: { equals: kind } }, { document: { equals: id } }],
})

/** The stored workflow of a document. */
export async function rowOf(payload: Payload, id: Id, kind: Kind = 'articles'): Promise<Workflow> {
  const { docs } = await payload.find({ collection: 'workflows', where: of(kind, id) })
  if (!docs[0]) throw new Error(`There is no workflow of ${kind} ${id}.`)
  return docs[0]
}

/** Oldest first. */
export async function recordOf(payload: Payload, id: Id, kind: Kind = 'articles') {
  const where = of(kind, id)
  const { docs } = await payload.find({
    collection: 'workflow-events',
    where,
    sort: 'id',
    pagination: false,
  })
  return docs
}

/** Saves a new working version as an account that has seen the newest one. */
export async function save(
  payload: Payload,
  user: User,
  id: Id,
  data: object,
  kind: Kind = 'articles',
) {
  const { version } = await rowOf(payload, id, kind)
  return payload.update({
    collection: kind,
    id,
    draft: true,
    data: { ...data, workflowVersion: version } as never,
    ...as(user),
  })
}
