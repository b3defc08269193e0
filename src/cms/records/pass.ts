// Marks an event's own writes, and the sweeping of blank documents, so that the gate lets them through. The mark is a symbol: nothing that comes over HTTP can be one.
import type { PayloadRequest, RequestContext } from 'payload'

const PASS = Symbol('written by an event of the workflow')

/** The context of a write by an event. */
const eventContext = (): RequestContext => ({ workflowPass: PASS })

export const isByEvent = (req: PayloadRequest): boolean => req.context.workflowPass === PASS

/** A request that shares the transaction of another one, and nothing else of it but the account. */
export const passing = ({ payload, transactionID, user }: PayloadRequest): PayloadRequest =>
  ({ payload, transactionID, user, context: eventContext() }) as PayloadRequest
