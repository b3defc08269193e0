// Reads the one stylesheet, with a hash of it that makes its address change when it does.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Stylesheet {
  css: string
  /** 16 lower-case hexadecimal digits. */
  hash: string
}

function read(): Stylesheet {
  const css = readFileSync(path.join(process.cwd(), 'src/site/assets/styles/site.css'), 'utf8')
  return { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 16) }
}

let stylesheet: Stylesheet | undefined

/** Read at the first call and remembered: the file does not change while the site runs. */
export const siteStylesheet = (): Stylesheet => (stylesheet ??= read())
