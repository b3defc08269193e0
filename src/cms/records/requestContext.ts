// Declares all that the hooks of one request note in Payload's context of it: for one another, and for nothing else.
import type { Instant } from '@/domain/time/instant'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { SourceDates } from './sourceDates'

/** The version that a write began from, and whether HTTP's own way said so. */
export interface Began {
  version: number
  by: 'workflowVersion' | 'If-Match'
}

/** What only the arguments of a write tell. */
export interface WriteArguments {
  asked: 'create' | 'duplicate' | 'update' | 'bulkUpdate' | 'restoreVersion'
  draft: boolean
  /** The fields that were sent. */
  keys: string[]
  began: Began | undefined
}

declare module 'payload' {
  interface RequestContext {
    /** Marks the writes of an event, which the gate lets through (records/pass.ts). */
    workflowPass?: symbol
    /** The moment of the event that writes: what it writes is dated with it. */
    eventTime?: Instant
    /** The dates at its source of an imported article that goes live, for what goes live with it. */
    sourceDates?: SourceDates
    /** By `kind/id`: the version of a document that is being read, noted before its text is. */
    readVersions?: Record<string, number | undefined>
    /** The arguments of the write that is under way; its presence tells that the gate looks at it. */
    writeArguments?: Partial<Record<Kind, WriteArguments>>
    /** The version that the write has made. */
    writtenVersions?: Partial<Record<Kind, number>>
    /** The collection whose trash is being read. */
    readsTrashOf?: string
    /** The one document or version that is asked for by its id. */
    asksForOne?: string
    /** By collection: whether the operation that is under way restores an older version. */
    restores?: Record<string, boolean>
    /** The id of the older version of an article or a page that is being restored. */
    restoredVersion?: Id
    /** By `collection/id`: the address that a document has just left. */
    leftAddresses?: Record<string, string | undefined>
    /** FAQ items whose home is the article that is being deleted. */
    homelessItems?: Id[]
    /** Why the account of the caller could not be looked up. */
    unknownAccount?: unknown
    /** Whether the save of an account sets a password. */
    changesPassword?: boolean
  }
}
