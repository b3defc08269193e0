// What makes several of Payload's operations one transaction.
import type { PayloadRequest } from 'payload'

/** The part of a request that Payload's operations need to share a transaction. */
export type Transaction = Pick<PayloadRequest, 'payload' | 'transactionID' | 'context'>
