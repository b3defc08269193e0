// Imports texts as structured articles: npm run import -- FILE… [OPTION…].
import path from 'node:path'
import { importArticle, type ImportOutcome } from '../cms/import/importArticle'
import type { ImportSource } from '../cms/import/source'
import { newRun } from '../cms/import/knownSources'
import type {
  ImportedArticle,
  ReceiptEntry,
  UnreadMark,
} from '../domain/textImport/importedArticle'
import { describeMarks } from '../domain/textImport/messages'
import { parseArticle } from '../domain/textImport/parse'
import type { Payload } from 'payload'
import { settings } from '../env'
import { openDatabase } from './database/openDatabase'
import { dryRun } from './import/dryRun'
import { migrate } from './database/migrate'
import { openPayload } from '../database/openPayload'
import {
  describeUnread,
  listSources,
  listUnread,
  describeIssues,
  nameInFolder,
  readSource,
  unreadResults,
  type Source,
  type Unread,
} from './import/sources'
import { readArguments, UsageError } from './usage'

const USAGE = `Usage: npm run import -- FILE… [--title T] [--author A] [--category C] [--site S] [--publish]
  [--accept-proposals] [--version-of ARTICLE] [--overwrite | --keep-edits] [--dry-run] [--json]
FILE is a text file, a folder of text files, or - for standard input.`

type Options = Pick<
  ImportSource,
  'author' | 'category' | 'site' | 'publish' | 'acceptProposals' | 'versionOf' | 'edits' | 'run'
> & { title?: string }

/** What became of one source. */
type Result = { file: string } & (
  (ImportOutcome & { marks: UnreadMark[] }) | { status: 'failed'; errors: string[] }
)

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(USAGE, {
    args,
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      author: { type: 'string' },
      category: { type: 'string' },
      site: { type: 'string' },
      'accept-proposals': { type: 'boolean', default: false },
      'version-of': { type: 'string' },
      overwrite: { type: 'boolean', default: false },
      'keep-edits': { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const names = listSources(positionals)
  if (positionals.length === 0) throw new UsageError(USAGE)
  const unread = listUnread(positionals)
  if (names.length === 0) {
    const none = `There are no text files in ${positionals.join(', ')}.`
    throw new UsageError([none, ...describeUnread(unread)].join('\n'))
  }
  if (values.title && names.length > 1)
    throw new UsageError('--title goes with one file; several cannot share a title.')
  if (values['version-of'] && names.length > 1)
    throw new UsageError('--version-of goes with one file; two files are never one article.')
  if (values.overwrite && values['keep-edits'])
    throw new UsageError('--overwrite and --keep-edits exclude each other.')
  const { title, author, category, site, publish, overwrite } = values
  const options: Options = {
    title,
    author,
    category,
    site,
    publish,
    acceptProposals: values['accept-proposals'],
    versionOf: values['version-of'],
    edits: overwrite ? 'overwrite' : values['keep-edits'] ? 'keep' : undefined,
  }
  const sources = names.map((name) => ({ name, inFolder: nameInFolder(name, positionals) }))
  const failed = values['dry-run']
    ? dryRun(names, unread, values, values.json)
    : printReport(await importAll(sources, options), unread, values.json)
  process.exitCode = failed > 0 ? 2 : 0
}

/** Imports each source on its own: one that fails does not stop the others. */
async function importAll(
  sources: { name: string; inFolder?: string }[],
  options: Options,
): Promise<Result[]> {
  const database = await openDatabase()
  try {
    await migrate()
    const payload = await openPayload()
    const run = newRun(sources.flatMap(({ name }) => (name === '-' ? [] : [path.resolve(name)])))
    const results: Result[] = []
    for (const { name, inFolder } of sources) {
      results.push(await importOne(payload, { ...readSource(name), inFolder }, { ...options, run }))
      showProgress(results.length, sources.length)
    }
    return results
  } finally {
    await database.close()
  }
}

export async function importOne(
  payload: Payload,
  source: Source & { inFolder?: string },
  { title, ...options }: Options,
): Promise<Result> {
  const { name: file } = source
  if ('errors' in source) return { file, status: 'failed', errors: source.errors }
  const parsed = parseArticle(source.text, { title })
  const { article, issues, address, imageLine, notTaken, marks, receipt } = parsed
  if (issues.length > 0) return { file, status: 'failed', errors: describeIssues(file, issues) }
  try {
    const { text, file: fullName, inFolder } = source
    const outcome = await importArticle(payload, {
      ...options,
      text,
      article,
      address,
      imageLine,
      notTaken,
      file: fullName,
      name: inFolder ?? (fullName && path.basename(fullName)),
      publish: options.publish && marks.length === 0,
    })
    const isDraft = outcome.status !== 'unchanged' || (options.publish && !outcome.live)
    const draft = isDraft ? describeMarks(marks) : []
    if (outcome.status === 'unchanged')
      return { file, ...outcome, marks, notices: [...draft, ...outcome.notices] }
    return {
      file,
      ...outcome,
      marks,
      notices: [
        ...draft,
        ...describeProposals(article),
        ...describeLeftOut(source.text, receipt),
        ...outcome.notices,
      ],
    }
  } catch (error) {
    return { file, status: 'failed', errors: [`${file}: ${describeError(error)}`] }
  }
}

function describeProposals({ title, summary, frontMatter }: ImportedArticle): string[] {
  const notices: string[] = []
  if (title?.proposed)
    notices.push(
      `The source has no title; "${title.text}" was proposed. Choose another with --title.`,
    )
  const stated = frontMatter.summary ?? frontMatter.description
  if (summary?.proposed && stated)
    notices.push(
      `The summary in the source has ${stated.length} characters; its first sentences were taken.`,
    )
  return notices
}

/** Words of the source for which an article has no place. */
const describeLeftOut = (text: string, receipt: readonly ReceiptEntry[]): string[] =>
  receipt.flatMap((entry) =>
    'dropped' in entry && entry.dropped === 'faqGroup'
      ? [
          `Line ${entry.line}, "${text.slice(entry.start, entry.end)}", is left out: its questions stand with the others in one section.`,
        ]
      : [],
  )

/** Payload's validation errors keep their reasons, field by field, in `data`. */
function describeError(error: unknown): string {
  const fields = (error as { data?: { errors?: { path: string; message: string }[] } }).data?.errors
  if (fields) return fields.map(({ path, message }) => `${path}: ${message}`).join(' ')
  return error instanceof Error ? error.message : String(error)
}

function printReport(results: Result[], unread: Unread[], json: boolean): number {
  const count = (status: Result['status']) => results.filter((r) => r.status === status).length
  const kept = count('kept')
  if (json) console.log(JSON.stringify([...results, ...unreadResults(unread)], null, 2))
  else
    for (const result of results) {
      if (result.status === 'failed') result.errors.forEach((line) => console.error(line))
      else {
        const at = result.live ? settings().siteUrl + result.path : 'not published'
        console.log(`${result.status}: ${result.title} (${at})`)
        for (const notice of result.notices) console.log(`  ${notice}`)
      }
    }
  const failed = count('failed')
  if (!json)
    console.log(
      [
        `${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged, ` +
          `${kept > 0 ? `${kept} kept, ` : ''}${failed} failed`,
        ...describeUnread(unread),
      ].join('\n'),
    )
  return failed
}

const BAR = 30

/** One line that fills up, on a terminal that can rewrite it; nothing for a single source. */
export function showProgress(done: number, total: number): void {
  if (total < 2 || !process.stderr.isTTY) return
  const filled = Math.round((done / total) * BAR)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
  process.stderr.write(`\r${bar} ${done}/${total}${done === total ? '\n' : ''}`)
}
