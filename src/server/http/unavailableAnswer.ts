// Builds the answer to a request that cannot be answered now: a page for people, data for programs.
import type { IncomingMessage } from 'node:http'
import { isPanel } from './headers'
import { jsonError, type PlainAnswer } from './plainAnswers'

export type Audience = 'readers' | 'editors'

/** The pages that say "not now", whole and without need of the database. */
export type UnavailableHtml = Record<Audience, string>

const AWAY = 'The database is away. Nothing was saved; please try again in a few seconds.'
const BUSY = 'This cannot be answered just now; please try again in a few seconds.'
const RETRY_SECONDS = 5

/** The page has the site's stylesheet, and nothing else. */
const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Robots-Tag': 'noindex',
}

/** @param away whether the database is away, or there is only too much to do */
export function unavailableAnswer(
  { url = '', headers }: IncomingMessage,
  html: UnavailableHtml,
  away: boolean,
): PlainAnswer {
  const isForPeople = headers.accept?.includes('text/html') ?? false
  const answer = isForPeople
    ? unavailablePage(html, isPanel(url.replace(/\?.*/, '')) ? 'editors' : 'readers')
    : jsonError(away ? AWAY : BUSY)
  const retry = { 'Retry-After': String(RETRY_SECONDS) }
  return { status: 503, body: answer.body, headers: { ...answer.headers, ...retry } }
}

/** Editors' browsers ask again by themselves: the panel's own script is not there to do it. */
function unavailablePage(
  html: UnavailableHtml,
  audience: Audience,
): Pick<PlainAnswer, 'body' | 'headers'> {
  const refresh = audience === 'editors' && { Refresh: String(RETRY_SECONDS) }
  return { body: html[audience], headers: { ...PAGE_HEADERS, ...refresh } }
}
