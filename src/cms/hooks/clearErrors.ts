// What a request got wrong and only the database or a parser noticed is answered as the request's fault, not as a broken server.
import type { AfterErrorHook } from 'payload'

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
function messageOf(error: Error, isForm: boolean): string | undefined {
  const stored = databaseError(error)
  const code = stored.code ?? ''
  if (code.startsWith('22') || code === '42883')
    return `A value of the request does not fit: ${stored.message}.`
  if (code === '23503' && stored.detail?.includes('is not present'))
    return `${columnOf(stored)}: names a row that is not there.`
  if (error instanceof SyntaxError && error.message.includes('JSON'))
    return `The JSON of the request cannot be read: ${error.message}.`
  // Payload wraps what the parser of forms says.
  if (isForm && (error.name === 'APIError' || FORM.test(error.message)))
    return `The form cannot be read (the name of a field or of a file, or what parts them): ${error.message}.`
  return undefined
}

/**
 * A connection that broke, was refused or stayed silent, by SQLSTATE (class 08; 57P01 to 57P03: the server is stopping or
 * starting; 53300: it has no connection left), by the network's own code, or by the words of pg and its pool, which give none.
 */
const AWAY =
  /^(08|57P0[1-3]|53300|ECONN|ETIMEDOUT|EPIPE)|read timeout|[Cc]onnection terminated|timeout exceeded when/

const isAway = (error: unknown): boolean => {
  const { code, message } = databaseError(error)
  return AWAY.test(code ?? '') || AWAY.test(message ?? '')
}

const NO_ANSWER = 'The database does not answer; please try again in a few seconds.'
/** Nobody can say whether a write was kept: the connection may have been lost in its last moment. */
const PERHAPS = 'The database does not answer. Look whether it was saved before you try again.'

export const clearErrors: AfterErrorHook = ({ error, req }) => {
  const status = (error as { status?: number }).status ?? 500
  if (status !== 500) return
  if (isAway(error)) {
    const message = req.method === 'GET' ? NO_ANSWER : PERHAPS
    return { status: 503, response: { errors: [{ message }] } }
  }
  const isForm = req.headers?.get('Content-Type')?.includes('multipart/') ?? false
  const message = messageOf(error, isForm && req.data === undefined)
  return message ? { status: 400, response: { errors: [{ message }] } } : undefined
}
