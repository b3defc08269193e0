// The stylesheet: small, quiet, and readable in light and dark.
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { normalizePath, stylesheetPath } from '@/domain/addresses/paths'
import { siteStylesheet } from '@/site/assets/stylesheet'

const { css, hash } = siteStylesheet()

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const coloursOf = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--(\w+): (#[0-9a-f]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

const [light = '', dark = '', print = ''] = css
  .split(':root {')
  .slice(1)
  .map((block) => block.slice(0, block.indexOf('}')))
  .filter((block) => block.includes('--paper'))

describe.each([
  ['light', light],
  ['dark', dark],
  ['print', print],
])('in %s', (_scheme, block) => {
  const colours = coloursOf(block)

  it.each(['ink', 'quiet', 'teal'])('%s is readable on its grounds', (text) => {
    for (const ground of ['paper', 'tint', ...(text === 'quiet' ? [] : ['mark'])])
      expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(
        4.5,
      )
  })
})

describe('the stylesheet', () => {
  it('holds every file of its folder', () => {
    const folder = 'src/site/assets/styles'
    const missing = readdirSync(folder).filter(
      (file) => !css.includes(readFileSync(`${folder}/${file}`, 'utf8')),
    )
    expect(missing).toEqual([])
  })

  it('uses the named colours only', () => {
    expect(css.replace(/--\w+: #[0-9a-f]+;/g, '')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/)
  })

  it('is small, fetches nothing and moves nothing', () => {
    expect(brotliCompressSync(css).length).toBeLessThan(5_000)
    expect(css).not.toMatch(/url\(|@import|@font-face|animation|transition|!important/)
  })

  it('has an address that changes with it and is its own normal form', () => {
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    expect(normalizePath(stylesheetPath(hash))).toBe(stylesheetPath(hash))
    expect(siteStylesheet()).toBe(siteStylesheet())
  })
})
