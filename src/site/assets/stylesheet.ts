// Joins the files of styles/ into the one stylesheet, with a hash of it that makes its address change when it does.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Stylesheet {
  css: string
  /** 16 lower-case hexadecimal digits. */
  hash: string
}

/** In the order of the cascade: of two rules of the same weight the later one counts. */
const PARTS = [
  'tokens',
  'base',
  'frame',
  'headings',
  'article',
  'text',
  'blocks',
  'readAlso',
  'questions',
  'afterText',
  'lists',
  'person',
  'forms',
  'notices',
  'print',
]

const FOLDER = 'src/site/assets/styles'

function readStylesheet(): Stylesheet {
  const css = PARTS.map((part) =>
    readFileSync(path.join(process.cwd(), FOLDER, `${part}.css`), 'utf8'),
  ).join('\n')
  return { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 16) }
}

let stylesheet: Stylesheet | undefined

/** Read at the first call and remembered: the files do not change while the site runs. */
export const siteStylesheet = (): Stylesheet => (stylesheet ??= readStylesheet())
