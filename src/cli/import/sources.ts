// Lists and reads the sources that an import was asked for: files, folders of files, standard input.
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'
import type { ImportIssue } from '../../domain/textImport/importedArticle'
import { decodeSource } from '../../domain/textImport/source/decode'
import { describeIssue } from '../../domain/textImport/messages'

/** A source that could be read, or why not, in sentences with the line. */
export type Source = { name: string; file?: string } & ({ text: string } | { errors: string[] })

/** What is in a folder and is not read; a folder's name ends with a slash. */
export interface Unread {
  file: string
  reason: UnreadReason
}

type UnreadReason = keyof typeof UNREAD

/** Why a file in a folder is not read, first match first; a text file that none of them names is read. */
const UNREAD = {
  hidden: ({ name }: Dirent) => name.startsWith('.'),
  link: (entry: Dirent) => entry.isSymbolicLink(),
  packages: ({ name }: Dirent) => name === 'node_modules',
  closed: () => false,
  'no file': (entry: Dirent) => !entry.isFile() && !entry.isDirectory(),
  readme: (entry: Dirent) => entry.isFile() && /^readme\./i.test(entry.name),
  'no text file': (entry: Dirent) => entry.isFile() && !/\.(?:txt|md|markdown)$/i.test(entry.name),
} as const satisfies Record<string, (entry: Dirent) => boolean>

const REASONS = Object.keys(UNREAD) as UnreadReason[]

interface Listed {
  files: string[]
  unread: Unread[]
}

/** Files in the order of the arguments, each once; a folder gives its text files by name, without its README. */
export function listSources(args: string[]): string[] {
  const names = args.flatMap((arg) => listArgument(arg).files)
  return [
    ...new Map(names.map((name) => [name === '-' ? name : path.resolve(name), name])).values(),
  ]
}

/** What a file is called within the folder that was asked for; undefined where it was asked for itself. */
export function nameInFolder(name: string, args: string[]): string | undefined {
  const folder = args.find((arg) => !path.relative(arg, name).startsWith('..') && arg !== name)
  return folder === undefined || name === '-' ? undefined : path.relative(folder, name)
}

/** What the folders among the arguments hold beside their text files. Nothing hidden and no link in them is followed. */
export const listUnread = (args: string[]): Unread[] =>
  args.flatMap((arg) => listArgument(arg).unread)

function listArgument(arg: string): Listed {
  const isFolder = arg !== '-' && statSync(arg, { throwIfNoEntry: false })?.isDirectory()
  if (!isFolder) return { files: [arg], unread: [] }
  const found: Listed = { files: [], unread: [] }
  addFolder(found, arg)
  found.files.sort()
  return found
}

function addFolder(found: Listed, folder: string): void {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    found.unread.push({ file: `${folder}/`, reason: 'closed' })
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    const reason = REASONS.find((reason) => UNREAD[reason](entry))
    if (reason) found.unread.push({ file: entry.isDirectory() ? `${file}/` : file, reason })
    else if (entry.isDirectory()) addFolder(found, file)
    else found.files.push(file)
  }
}

/** How many names are given of each kind. */
const MAX_NAMES = 3

/** One line for each kind: "5 .jpg (a.jpg, b.jpg, c.jpg, …)"; nothing without any. */
export function describeUnread(unread: readonly Unread[]): string[] {
  if (unread.length === 0) return []
  const kinds = new Map<string, string[]>()
  for (const { file, reason } of unread) {
    const ending = path.extname(file).toLowerCase() || 'without an ending'
    const kind = reason === 'no text file' ? ending : reason
    kinds.set(kind, [...(kinds.get(kind) ?? []), file])
  }
  const lines = [...kinds].map(([kind, files]) => {
    const names = files.slice(0, MAX_NAMES).join(', ')
    return `  ${files.length} ${kind} (${names}${files.length > MAX_NAMES ? ', …' : ''})`
  })
  return [`${unread.length} not read (texts are .txt, .md and .markdown):`, ...lines]
}

export function readSource(name: string): Source {
  const file = name === '-' ? undefined : path.resolve(name)
  const label = name === '-' ? 'standard input' : name
  try {
    const decoded = decodeSource(readFileSync(file ?? 0))
    if ('issue' in decoded)
      return { name: label, file, errors: describeIssues(label, [decoded.issue]) }
    return { name: label, file, text: decoded.text }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { name: label, file, errors: [`${label}: cannot be read: ${reason}`] }
  }
}

/** `file:line: what is wrong and what to do`. */
export const describeIssues = (name: string, issues: ImportIssue[]): string[] =>
  issues.map((issue) => `${name}:${issue.line}: ${describeIssue(issue)}`)

/** Sources that could not be read, as entries of the results in JSON. */
export const unreadResults = (unread: Unread[]) =>
  unread.map(({ file, reason }) => ({ file, status: 'notRead', reason, errors: [] }))
