// Reads front matter in TOML, one statement at a time, because the library gives values without their places.
import { parse, TomlError, type TomlTable, type TomlValue } from 'smol-toml'
import {
  phraseAt,
  refusedLine,
  type FrontMatterField,
  type FrontMatterText,
  type FrontMatterTree,
  type FrontMatterValue,
} from './frontMatterValues'

const TABLE_NAME = /^\[{1,2}\s*([^\]]+?)\s*\]{1,2}/

/**
 * A comment, or a text in any of TOML's quotes, or a bare word: a number, a date with or without time, `true`; with the
 * sign behind it that makes it a key, or part of a dotted one.
 */
const TOKEN =
  /#.*|(?:"{3}[^]*?(?<!\\)"{3}|'{3}[^]*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\w+-]+(?:\.[\w+-]+)*(?: \d\d:[\w:.+-]+|:[\w:.+-]+)?)(?:\s*[.=])?/g

const NO_VALUE = /^#|[.=]$/

/** Keys below `[table]` are the table's. */
export function readToml(front: FrontMatterText): FrontMatterTree {
  const { lines, text, start } = front
  const refused = (error: unknown) => {
    if (!(error instanceof TomlError)) throw error
    const number = (lines[0]?.number ?? 1) + error.line - 1
    return refusedLine(
      lines.find((line) => line.number >= number) ?? lines.at(-1),
      'frontMatterToml',
    )
  }
  try {
    parse(text)
  } catch (error) {
    return refused(error)
  }
  const fields: FrontMatterField[] = []
  let table = fields
  let from: number | null = null
  for (const line of lines) {
    from ??= line.start
    const statement = text.slice(from - start, line.end - start)
    const read = parsed(statement)
    if (!read) continue
    const number = lines.find((line) => line.start === from)?.number ?? line.number
    const name = TABLE_NAME.exec(statement)?.[1]
    const [key] = Object.keys(read)
    if (name !== undefined) {
      table = []
      fields.push({ key: name, line: number, value: { fields: table } })
    } else if (key !== undefined) {
      const tokens = tokensOf(statement, from)
      table.push({ key, line: number, value: valueOf(read[key] as TomlValue, tokens, front) })
    }
    from = null
  }
  return { fields }
}

/** Null while the statement goes on. */
function parsed(statement: string): TomlTable | null {
  try {
    return parse(statement, { maxDepth: 100 })
  } catch {
    return null
  }
}

interface Token {
  text: string
  start: number
}

/** The values, without keys and comments, at their offsets in the source. */
const tokensOf = (statement: string, start: number): Token[] =>
  [...statement.matchAll(TOKEN)]
    .filter(([text]) => !NO_VALUE.test(text))
    .map(({ 0: text, index }) => ({ text, start: start + index }))

/** Takes from `tokens` those that the value is made of. */
function valueOf(value: TomlValue, tokens: Token[], front: FrontMatterText): FrontMatterValue {
  if (Array.isArray(value)) return { items: value.map((item) => valueOf(item, tokens, front)) }
  if (typeof value === 'object' && !(value instanceof Date)) {
    const fields = Object.entries(value as TomlTable).map(([key, below]): FrontMatterField => {
      const line = front.lines.find(({ end }) => (tokens[0]?.start ?? 0) < end)?.number ?? 1
      return { key, line, value: valueOf(below, tokens, front) }
    })
    return { fields }
  }
  const token = tokens.shift()
  if (!token) return null
  const { text, start } = token
  const quotes = /^(?:"""|'''|"|'|)/.exec(text)?.[0].length ?? 0
  const meant = typeof value === 'string' ? value : text
  return phraseAt(front, start + quotes, start + text.length - quotes, meant)
}
