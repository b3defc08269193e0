// Answers what a request got wrong and only the database or a parser noticed as the request's fault, not as a broken server.
import type { AfterErrorHook } from 'payload'
import { NotCommitted } from '@/cms/database/transaction'

interface DatabaseError {
  code?: string
  detail?: string
  message?: string
}

const databaseError = (error: unknown): DatabaseError =>
  ((error as { cause?: unknown }).cause ?? error) as DatabaseError

/** What busboy, which reads forms, says of a broken one. */
const FORM = /part header|end of form|boundary|multipart/i

/** Of a foreign key, such as `Key (category_id)=(9) is not present in table "categories".` */
const columnOf = ({ detail }: DatabaseError): string =>
  (/^Key \((?:version_)?(\w+?)(?:_id)?\)/.exec(detail ?? '')?.[1] ?? 'a field').replace(
    /_(\w)/g,
    (_, letter: string) => letter.toUpperCase(),
  )

/** By SQLSTATE (PostgreSQL 17, appendix A): classes 22 and 42883 are values that do not fit what they are compared with. */
function messageOf(error: Error): string | undefined {
  const stored = databaseError(error)
  const code = stored.code ?? ''
  if (code.startsWith('22') || code === '42883')
    return `A value of the request does not fit: ${stored.message}.`
  if (code === '23503' && stored.detail?.includes('is not present'))
    return `${columnOf(stored)}: names a row that is not there.`
  if (error instanceof SyntaxError && error.message.includes('JSON'))
    return `The JSON of the request cannot be read: ${error.message}.`
  if (error instanceof RangeError && error.message.includes('call stack'))
    return 'The data is nested too deeply.'
  if (FORM.test(error.message))
    return `The form cannot be read (the name of a field or of a file, or what parts them): ${error.message}.`
  return undefined
}

/**
 * A connection that broke, was refused or stayed silent, by SQLSTATE (class 08; 57P01 to 57P03: the server is stopping or
 * starting; 53300: it has no connection left; 25P03: it waited too long for the next word of a transaction), by the
 * network's own code, or by the words of pg and its pool, which give none.
 */
const AWAY =
  /^(08|57P0[1-5]|25P03|53300|ECONN|ETIMEDOUT|EPIPE)|read timeout|[Cc]onnection terminated|timeout exceeded when|not queryable/

const isAway = (error: unknown): boolean => {
  const { code, message } = databaseError(error)
  return AWAY.test(code ?? '') || AWAY.test(message ?? '') || AWAY.test((error as Error).message)
}

const NO_ANSWER = 'The database does not answer; please try again in a few seconds.'
/** It is unknown whether a write was kept: the connection may have been lost in its last moment. */
const PERHAPS = 'The database does not answer. Look whether it was saved before you try again.'

/** As the page server says it. */
const RETRY_SECONDS = '5'

interface Fault {
  status: 400 | 503
  message: string
}

/** What an error says that is no fault of the site's; undefined for one that is, and for what has a status of its own. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof NotCommitted) return { status: 503, message: error.message }
  if (isAway(error)) return { status: 503, message: NO_ANSWER }
  const message = messageOf(error as Error)
  return message === undefined ? undefined : { status: 400, message }
}

export const clearErrors: AfterErrorHook = ({ error, req }) => {
  const status = (error as { status?: number }).status ?? 500
  const fault = status === 500 ? faultOf(error) : undefined
  if (!fault) return undefined
  const isUncertain = fault.message === NO_ANSWER && req.method !== 'GET'
  if (fault.status === 503)
    req.responseHeaders = new Headers({ 'Retry-After': RETRY_SECONDS, 'Cache-Control': 'no-store' })
  const message = isUncertain ? PERHAPS : fault.message
  return { status: fault.status, response: { errors: [{ message }] } }
}
