// Serves the blocks of an article's form over HTTP: what their ids stand for, what may be chosen, and what is made by choosing.
import type { Endpoint, PayloadRequest } from 'payload'
import { policyRole } from '@/cms/access/actor'
import { answerSignedIn, readJsonBody } from '@/cms/access/requests/answerJson'
import { inTransaction } from '@/cms/database/transaction'
import { saveFaqItems } from '@/cms/import/saveFaqItems'
import { Refused } from '@/cms/records/refusal'
import { LIMITS } from '@/domain/access/limits'
import { questionKey } from '@/domain/addresses/titleKey'
import { searchWords } from '@/domain/discovery/search'
import { textIssues, tidy } from '@/domain/text/typedText'
import { readPastedQuestions } from '@/domain/textImport/pastedQuestions'
import { isRowId } from '@/domain/values/rowId'
import { allows, type Operation } from '@/domain/workflow/policy'
import type { Id, Kind } from '@/domain/workflow/subject'
import { findQuestions, showFaqItems, type ShownFaqItem } from './faqItems'
import {
  chooseLink,
  findExternalLinks,
  readTarget,
  showLinks,
  type ShownLink,
} from './readAlsoLinks'
import { findTargets, suggestFor, type ShownTarget, type SuggestedTarget } from './targets'

/** The answer to `GET /api/articles/targets`. */
export interface FoundTargets {
  targets: ShownTarget[]
  links: ShownLink[]
}

/** The answer to `POST /api/faq-items/from-text`. */
export interface FromText {
  ids: Id[]
  /** What belongs to no question, and was therefore not taken. */
  rest: string[]
}

/** One section holds a few; more ids than this in one request are cut off. */
const MAX_IDS = 200

/** More questions than this are an import. */
const MAX_PASTED = 50

type Answered<Answer> = Promise<Answer>

const NEW = { state: null, visibility: 'never', own: false, trashed: false } as const

/** @throws Refused for an account whose role never does this to documents of the kind */
function requireRole(kind: Kind, operation: Operation, req: PayloadRequest): void {
  if (!allows(kind, operation, policyRole(req), NEW))
    throw new Refused(403, [{ code: 'operationNotAllowed', operation, state: null }])
}

const idsIn = (req: PayloadRequest, name: string): Id[] => {
  const given = req.searchParams.get(name)?.split(',') ?? []
  return [...new Set(given.filter(isRowId).map(Number))].slice(0, MAX_IDS)
}

const articleIn = (req: PayloadRequest): Id | null => idsIn(req, 'article')[0] ?? null

const wordsIn = (req: PayloadRequest): string => searchWords(req.searchParams.get('words'))

type Get<Answer> = (req: PayloadRequest) => Answered<Answer>

const get = <Answer>(kind: Kind, path: string, find: Get<Answer>): Omit<Endpoint, 'root'> => ({
  path,
  method: 'get',
  handler: answerSignedIn((req) => {
    requireRole(kind, 'readWorking', req)
    return find(req)
  }),
})

const post = <Answer>(kind: Kind, path: string, make: Get<Answer>): Omit<Endpoint, 'root'> => ({
  path,
  method: 'post',
  handler: answerSignedIn((req) => {
    requireRole(kind, 'create', req)
    return make(req)
  }),
})

async function makeFromText(req: PayloadRequest): Promise<FromText> {
  const { text: given } = await readJsonBody(req)
  const text = typeof given === 'string' ? tidy(given) : ''
  const issues = textIssues('text', text, LIMITS.body)
  if (issues.length > 0) throw new Refused(422, issues)
  const { article, rest, section } = readPastedQuestions(text)
  if (section.items.length > MAX_PASTED)
    throw new Refused(422, [{ code: 'questionsTooMany', max: MAX_PASTED }])
  const long = section.items.find(({ question }) => question.length > LIMITS.question)
  if (long)
    throw new Refused(422, [
      { code: 'textTooLong', field: 'text', length: long.question.length, max: LIMITS.question },
    ])
  const saved = await inTransaction(req, () => saveFaqItems(article, undefined, undefined, [], req))
  const ids = section.items.flatMap(
    ({ question }) => saved.get(questionKey(question) || question) ?? [],
  )
  return { ids: [...new Set(ids)], rest }
}

export const faqItemEndpoints = [
  get('faq-items', '/shown', (req): Answered<ShownFaqItem[]> =>
    showFaqItems(idsIn(req, 'ids'), articleIn(req), req),
  ),
  get('faq-items', '/alike', (req): Answered<ShownFaqItem[]> =>
    findQuestions(wordsIn(req), idsIn(req, 'except'), articleIn(req), req),
  ),
  post('faq-items', '/from-text', makeFromText),
]

export const readAlsoLinkEndpoints = [
  get('read-also-links', '/shown', (req): Answered<ShownLink[]> =>
    showLinks(idsIn(req, 'ids'), req),
  ),
  post('read-also-links', '/choose', async (req): Answered<ShownLink> =>
    chooseLink(readTarget(await readJsonBody(req)), req),
  ),
]

export const targetEndpoints = [
  get('articles', '/targets', async (req): Answered<FoundTargets> => ({
    targets: await findTargets(wordsIn(req), articleIn(req), req),
    links: await findExternalLinks(wordsIn(req), req),
  })),
  get('articles', '/suggestions', async (req): Answered<SuggestedTarget[]> => {
    const own = articleIn(req)
    return own === null ? [] : suggestFor(own, req)
  }),
]
