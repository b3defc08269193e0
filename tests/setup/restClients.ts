// What the tests of the doors need: somebody of each role at the door, a document as it is stored, and whether an answer is a refusal.
import type { Payload } from 'payload'
import { ROLES, type Role } from '@/domain/access/roles'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { callerFor, type Call } from './http'
import { openTestPayload } from './payload'
import { account, accounts } from './workflow'

/** Each role, a stranger who has not signed in, and an administrator who was disabled after signing in. */
export const WHO = [...ROLES, 'anonymous', 'disabled'] as const
export type Who = (typeof WHO)[number]

export interface RestClients {
  payload: Payload
  users: Record<Role, User>
  /** A second editor, for what the first one may not do alone. */
  editor: User
  calls: Record<Who, Call>
}

export async function openRestClients(): Promise<RestClients> {
  const payload = await openTestPayload()
  const users = await accounts(payload)
  const calls = {} as Record<Who, Call>
  for (const role of ROLES) calls[role] = await callerFor(payload, users[role])
  calls.anonymous = await callerFor(payload, null)
  const left = await account(payload, 'admin')
  calls.disabled = await callerFor(payload, left)
  await payload.update({ collection: 'users', id: left.id, data: { active: false } })
  return { payload, users, editor: await account(payload, 'editor'), calls }
}

/** In the eyes of the policy a disabled account is nobody. */
export const policyRoleOf = (who: Who): Role | 'anonymous' =>
  who === 'disabled' ? 'anonymous' : who

/** What nobody may change by the way: what readers get, and the state. */
export async function stored(payload: Payload, kind: Kind, id: Id) {
  const { docs } = await payload.find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
  })
  const live = await payload.find({
    collection: kind,
    where: { id: { equals: id } },
    trash: true,
    depth: 0,
  })
  const { title, question, _status } = live.docs[0] as unknown as Record<string, unknown>
  const { state, live: isLive, version } = docs[0]!
  return { shown: title ?? question, _status, state, isLive, version }
}

/** The id of the newest version. */
export const latestVersion = async (payload: Payload, kind: Kind, id: Id) => {
  const { docs } = await payload.findVersions({
    collection: kind,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
  })
  return docs[0]?.id
}

/** Bulk answers are 200 or 400 with the errors of each document. */
export const isRefused = ({ status, body }: { status: number; body: object }): boolean =>
  status >= 400 || ('errors' in body && (body.errors as unknown[]).length > 0)
