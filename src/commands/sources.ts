// The sources that an import was asked for: files, folders of files, standard input.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ImportIssue } from '../domain/textImport/importedArticle'
import { decodeSource } from '../domain/textImport/decode'
import { describeIssue } from '../domain/textImport/messages'

/** A source that could be read, or why not, in sentences with the line. */
export type Source = { name: string; file?: string } & ({ text: string } | { errors: string[] })

const TEXT_FILE = /\.(txt|md|markdown)$/i

/** Files in the order of the arguments, each once; a folder gives its text files by name, without its README. */
export function listSources(args: string[]): string[] {
  const names = args.flatMap((arg) => {
    if (arg === '-' || !statSync(arg, { throwIfNoEntry: false })?.isDirectory()) return [arg]
    return readdirSync(arg, { recursive: true, encoding: 'utf8' })
      .filter((name) => TEXT_FILE.test(name) && !/^readme\./i.test(path.basename(name)))
      .sort()
      .map((name) => path.join(arg, name))
  })
  return [
    ...new Map(names.map((name) => [name === '-' ? name : path.resolve(name), name])).values(),
  ]
}

/** What a file is called within the folder that was asked for; undefined where it was asked for itself. */
export function nameInFolder(name: string, args: string[]): string | undefined {
  const folder = args.find((arg) => !path.relative(arg, name).startsWith('..') && arg !== name)
  return folder === undefined || name === '-' ? undefined : path.relative(folder, name)
}

export function readSource(name: string): Source {
  const file = name === '-' ? undefined : path.resolve(name)
  const label = name === '-' ? 'standard input' : name
  try {
    const decoded = decodeSource(readFileSync(file ?? 0))
    if ('issue' in decoded) return { name: label, file, errors: messages(label, [decoded.issue]) }
    return { name: label, file, text: decoded.text }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { name: label, file, errors: [`${label}: cannot be read: ${reason}`] }
  }
}

/** `file:line: what is wrong and what to do`. */
export const messages = (name: string, issues: ImportIssue[]): string[] =>
  issues.map((issue) => `${name}:${issue.line}: ${describeIssue(issue)}`)
