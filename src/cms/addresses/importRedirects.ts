// Imports redirects from a file of comma-separated values: every line, or none and what is wrong with which line.
import { parse } from 'csv-parse/sync'
import { ValidationError, type Endpoint, type PayloadRequest } from 'payload'
import { inTransaction } from '@/cms/database/transaction'
import { policyRole } from '@/cms/access/actor'
import { redirectFrom } from '@/domain/addresses/redirectFrom'
import { grantsFor } from '@/domain/workflow/policy'
import {
  redirectLine,
  type RedirectLine,
  type RedirectLineIssue,
} from '@/domain/addresses/redirects'

/** Enough for the old addresses of a large site, and done within a minute. */
const MAX_LINES = 5000

interface Line {
  /** In the file, counted from 1. */
  line: number
  cells: Record<string, string | undefined>
}

export interface LineProblem {
  line: number
  message: string
}

const ISSUE_WORDS: Record<RedirectLineIssue['code'], string> = {
  fromMissing: 'from: is empty; write the old address, such as /old-name.',
  statusUnknown: 'status: must be 301, 308 or 410.',
  targetMissing: 'to: is empty; write where the address leads, or give status 410.',
  targetOfGone: 'to: must be empty where the status is 410.',
}

const HEADER = 'The first line names the columns: from, to and, if you like, status.'

class Unreadable extends Error {
  constructor(readonly problems: LineProblem[]) {
    super('The file was not imported.')
  }
}

/** @throws Unreadable naming the line */
function linesOf(csv: string): Line[] {
  let columns: string[] = []
  try {
    const rows = parse(csv, {
      bom: true,
      columns: (names: string[]) => (columns = names.map((name) => name.trim().toLowerCase())),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: Line['cells']; info: { lines: number } }[]
    if (!columns.includes('from')) throw new Unreadable([{ line: 1, message: HEADER }])
    if (rows.length > MAX_LINES)
      throw new Unreadable([
        { line: MAX_LINES + 2, message: `A file has at most ${MAX_LINES} redirects.` },
      ])
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const { message, lines } = error as Error & { lines?: number }
    throw new Unreadable([{ line: lines ?? 1, message }])
  }
}

function redirectsOf(csv: string): (RedirectLine & { line: number })[] {
  const read = linesOf(csv).map(({ line, cells }) => ({ line, ...redirectLine(cells) }))
  const seen = new Map<string, number>()
  const problems = read.flatMap(({ line, redirect, issues }): LineProblem[] => {
    const from = redirectFrom(redirect.from)
    const first = seen.get(from)
    seen.set(from, first ?? line)
    return [
      ...issues.map(({ code }) => ({ line, message: ISSUE_WORDS[code] })),
      ...(first === undefined
        ? []
        : [{ line, message: `from: ${from} stands in line ${first} already.` }]),
    ]
  })
  if (problems.length > 0) throw new Unreadable(problems)
  return read.map(({ line, redirect }) => ({
    line,
    ...redirect,
    from: redirectFrom(redirect.from),
  }))
}

async function save({ from, to, status }: RedirectLine, req: PayloadRequest): Promise<void> {
  const data = { from, to: to || null, status, article: null, automatic: false }
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    depth: 0,
    limit: 1,
    req,
  })
  if (docs[0])
    await req.payload.update({ collection: 'redirects', id: docs[0].id, data, depth: 0, req })
  else await req.payload.create({ collection: 'redirects', data, depth: 0, req })
}

/** @returns how many there were; @throws Unreadable, and then nothing was stored */
async function importRedirects(csv: string, req: PayloadRequest): Promise<number> {
  const redirects = redirectsOf(csv)
  let at = 1
  try {
    await inTransaction(req, async () => {
      for (const { line, ...redirect } of redirects) {
        at = line
        await save(redirect, req)
      }
    })
  } catch (error) {
    // Payload gives up the whole transaction at the first refusal, so there is one line to name.
    if (!(error instanceof ValidationError)) throw error
    throw new Unreadable(
      error.data.errors.map(({ path, message }) => ({ line: at, message: `${path}: ${message}` })),
    )
  }
  return redirects.length
}

/** `POST /api/redirects/import` with `{csv}`: 200 `{imported}`, or 422 `{problems: [{line, message}]}` and nothing changed. */
export const importEndpoint: Omit<Endpoint, 'root'> = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (grantsFor('redirects', 'create', policyRole(req)).length === 0)
      return Response.json({ message: 'This is not allowed.' }, { status: 403 })
    const body: unknown = await req.json?.().catch(() => undefined)
    const csv = typeof body === 'object' && body !== null && 'csv' in body ? body.csv : undefined
    try {
      if (typeof csv !== 'string') throw new Unreadable([{ line: 1, message: HEADER }])
      return Response.json({ imported: await importRedirects(csv, req) })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      return Response.json({ problems: error.problems }, { status: 422 })
    }
  },
}
