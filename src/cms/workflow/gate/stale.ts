// Refuses a save over what another account has saved since it began, with both texts.
import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { asWhoAsks } from '@/cms/access/role'
import { namingOf } from '@/cms/access/namesOfRows'
import { documentReferences } from '@/domain/differences/documentDifferences'
import { visibleChange } from '@/domain/articles/visibleChange'
import type { Id } from '@/domain/workflow/subject'
import { authorOf } from '../../access/actor'
import { differences } from './differences'
import { editableFields } from '../../records/editableFields'
import type { Write } from './operations'
import { Refused } from '../../records/refusal'
import type { WorkflowRow } from '../../records/rows'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import { namesOf } from '../../records/people'
import type { Began } from '@/cms/records/requestContext'
import { LATEST, storedVersion } from '../../records/storedVersion'

type Data = Record<string, unknown>

const TAG = /^(?:W\/)?"?(\d{1,9})"?$/

/**
 * `workflowVersion` in the data, or the header `If-Match` with the version as its tag. Undefined when neither says it;
 * `If-Match: *` is met by every version, so it says nothing.
 * @throws Refused when what is said is no version
 */
export function beganFrom(data: Data | undefined, req: PayloadRequest): Began | undefined {
  const named = data?.workflowVersion ?? ''
  const tag = req.payloadAPI === 'REST' ? (req.headers.get('If-Match')?.trim() ?? '*') : '*'
  const [given, by] =
    named !== '' ? ([String(named), 'workflowVersion'] as const) : ([tag, 'If-Match'] as const)
  if (given === '*') return undefined
  const version = TAG.exec(given)?.[1]
  if (!version) throw new Refused(422, [{ code: 'requestInvalid', field: by }])
  return { version: Number(version), by }
}

interface StoredVersion extends Data {
  savedBy?: number | null
  updatedAt?: string
}

/** What these hold is a choice, not an editor's words: setting it for many documents at once overwrites nothing else. */
const CHOICES = ['relationship', 'upload', 'select', 'radio', 'checkbox', 'date', 'number']

export interface Save {
  asked: Write['asked']
  began: Began | undefined
  collection: SanitizedCollectionConfig
  /** The fields that were sent. */
  keys: readonly string[]
  /** What would be stored. */
  content: Data
  /** What it was merged with. */
  originalDoc: Data
  row: WorkflowRow
}

/**
 * A save that names no version counts as begun from the last one that its account wrote, so no other may have written
 * since. Two kinds name none and still pass: a restored version, since what it replaces stays a version of its own in the
 * history; and a bulk edit of choices (a category, a date), as long as nothing else changed between its reading and its writing.
 */
async function isNewest(save: Save, newest: StoredVersion, req: PayloadRequest): Promise<boolean> {
  const { asked, began, collection, keys, originalDoc, row } = save
  if (began) return began.version === row.version
  if (asked === 'restoreVersion') return true
  const fields = editableFields(collection.fields)
  const names = fields.map(({ name }) => name)
  if (asked === 'bulkUpdate' && visibleChange(newest, originalDoc, names)) return false
  if ((newest.savedBy ?? null) === authorOf(req)) return true
  const written = fields.filter(({ name }) => keys.includes(name))
  return asked === 'bulkUpdate' && written.every(({ type }) => CHOICES.includes(type))
}

/** @throws Refused (409, or 412 where the header said what it began from) */
export async function refuseStale(save: Save, req: PayloadRequest): Promise<void> {
  const { began, collection, content, keys, row } = save
  const newest = (await storedVersion<StoredVersion>(row, req, LATEST))?.version ?? {}
  if (await isNewest(save, newest, req)) return
  const issue = {
    code: 'stale' as const,
    field: 'workflowVersion' as const,
    given: began?.version ?? null,
    version: row.version,
    by: await personOf(newest.savedBy, req),
    at: newest.updatedAt ?? '',
  }
  const theirs = await readAsAsked(row, req)
  throw new Refused(
    began?.by === 'If-Match' ? 412 : 409,
    [issue],
    theirs && {
      differs: differences(
        collection,
        keys,
        { yours: content, theirs },
        await namingOf(
          [content, theirs].flatMap((text) => documentReferences(row.kind, text)),
          req,
        ),
      ),
    },
  )
}

async function personOf(id: Id | null | undefined, req: PayloadRequest) {
  return id == null ? null : (await namesOf([id], req))(id)
}

/** What is stored now, as far as the caller may read it; a command may read all. */
async function readAsAsked({ kind, id }: WorkflowRow, req: PayloadRequest) {
  const doc = await req.payload.findByID({
    collection: kind,
    id,
    draft: true,
    depth: 0,
    trash: true,
    disableErrors: true,
    ...asWhoAsks(req),
    ...WITHOUT_JOINS,
  })
  return (doc as unknown as Data | null) ?? undefined
}
