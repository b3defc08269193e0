// Writes the record of accounts and settings: one row for each sign-in, failed one, and change of an account or a rule, written with it.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterLoginHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { accountChanges, type AuditEvent } from '@/domain/access/audit'
import { CLIENT_HEADER } from '@/domain/http/clientAddress'
import type { Category, User } from '@/payload-types'
import { sign } from '@/signature'
import { changesPassword } from './passwords'
import { mailAboutAccount } from './accountMail'

type Asking = Pick<PayloadRequest, 'payload'> &
  Partial<Pick<PayloadRequest, 'headers' | 'transactionID' | 'user'>>

/** An address as the record and the log hold it: the same each time, and unreadable. */
export const hashedClient = (headers: PayloadRequest['headers'] | undefined): string | null => {
  const client = headers?.get(CLIENT_HEADER)
  return client ? sign(`client ${client}`).slice(0, 12) : null
}

/** @param account whom it is about; null for a rule of the site, and for an address that no account has */
export async function audit(
  asking: Asking,
  { what, account, note }: { what: AuditEvent; account: number | null; note?: string },
): Promise<void> {
  const { payload, headers, transactionID, user } = asking
  await payload.db.create({
    collection: 'audit-events',
    data: {
      what,
      account,
      note: note ?? null,
      who: user ? Number(user.id) : null,
      client: hashedClient(headers),
      when: new Date().toISOString(),
    },
    req: { payload, transactionID } as PayloadRequest,
  })
}

export const auditSignIn: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  await audit(req, { what: 'signedIn', account: user.id })
}

export const auditAccount: CollectionAfterChangeHook<User> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'update' ? previousDoc : undefined
  const changes = accountChanges(before, doc, changesPassword(req))
  for (const change of changes) await audit(req, { ...change, account: doc.id })
  if (before) await mailAboutAccount(before, changes, req)
  return doc
}

export const auditDeletion: CollectionAfterDeleteHook<User> = async ({ doc, id, req }) => {
  await audit(req, {
    what: 'accountDeleted',
    account: Number(id),
    note: `${doc.name}, ${doc.role}`,
  })
}

const KEPT_BY_PAYLOAD = ['id', 'createdAt', 'updatedAt', 'globalType']

export const auditSettings: GlobalAfterChangeHook = async ({ doc, global, previousDoc, req }) => {
  const before = (previousDoc ?? {}) as Record<string, unknown>
  const changed = Object.entries(doc as Record<string, unknown>)
    .filter(([name]) => !KEPT_BY_PAYLOAD.includes(name))
    .filter(([name, value]) => isOther(before[name], value))
    .map(([name]) => name)
  if (changed.length > 0)
    await audit(req, {
      what: 'settingsChanged',
      account: null,
      note: `${global.slug}: ${changed.join(', ')}`,
    })
  return doc as unknown
}

/** A field that was never set and one that holds nothing are the same. */
const filled = (value: unknown): string => {
  const text = JSON.stringify(value, (_, inner: unknown) => inner ?? undefined) ?? ''
  return ['{}', '[]'].includes(text) ? '' : text
}

const isOther = (before: unknown, after: unknown): boolean => filled(before) !== filled(after)

/** The workflow obeys it, as it does the settings. */
export const auditCategory: CollectionAfterChangeHook<Category> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'update' ? Boolean(previousDoc?.expertReview) : false
  if (before !== Boolean(doc.expertReview))
    await audit(req, {
      what: 'settingsChanged',
      account: null,
      note: `category ${doc.id}: expertReview ${doc.expertReview ? 'on' : 'off'}`,
    })
  return doc
}
