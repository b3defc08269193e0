// Takes every kind of page at three widths, light and dark, and puts the six of one kind onto one sheet.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import sharp from 'sharp'
import { unavailablePage } from '../unavailable'
import { KINDS, UNAVAILABLE, type Filled, type Kind } from './pages'

const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 1000 },
  { width: 768, height: 1000 },
  { width: 360, height: 800 },
] as const

interface Gallery {
  browser: Browser
  origin: string
  filled: Filled
  /** Where each picture goes, at its full size. */
  pictures: string
  /** Where the sheets go. */
  sheets: string
}

/** @param only the kinds that are taken; all of them when left out */
export async function takeEveryPage(gallery: Gallery, only = Object.keys(KINDS)): Promise<void> {
  for (const folder of [gallery.pictures, gallery.sheets]) mkdirSync(folder, { recursive: true })
  const taken = new Map(only.map((name) => [name, [] as Taken[]]))
  for (const colorScheme of SCHEMES)
    for (const viewport of SIZES) {
      const context = await gallery.browser.newContext({
        baseURL: gallery.origin,
        colorScheme,
        viewport,
        reducedMotion: 'reduce',
      })
      await answerUnavailable(context)
      const page = await context.newPage()
      for (const [name, pictures] of taken) {
        const kind = KINDS[name]
        if (!kind) throw new Error(`There is no page named ${name}.`)
        const data = await photograph(page, kind, gallery.filled)
        pictures.push({ data, ...viewport })
        const file = `${name}-${viewport.width}-${colorScheme}.png`
        await sharp(data).toFile(path.join(gallery.pictures, file))
      }
      await context.close()
    }
  for (const [name, pictures] of taken) await makeSheet(pictures, `${gallery.sheets}/${name}.webp`)
}

/** The page that needs no database, without taking the database away. */
async function answerUnavailable(context: BrowserContext): Promise<void> {
  const body = await unavailablePage()
  await context.route(`**${UNAVAILABLE}`, (route) =>
    route.fulfill({ status: 503, contentType: 'text/html; charset=utf-8', body }),
  )
}

async function photograph(page: Page, kind: Kind, filled: Filled): Promise<Buffer> {
  const { address, at, print } = kind
  await page.emulateMedia({ media: print ? 'print' : 'screen' })
  await page.goto(typeof address === 'string' ? address : address(filled))
  await page.evaluate(async (selector) => {
    if (selector) document.querySelector(selector)?.scrollIntoView({ block: 'start' })
    const inView = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    await Promise.all(inView.map((image) => image.decode().catch(() => undefined)))
  }, at)
  return page.screenshot()
}

interface Taken {
  data: Buffer
  width: number
  height: number
}

const SCALE = 0.5
const GAP = 12

/** Light above dark, wide before narrow. */
async function makeSheet(pictures: Taken[], file: string): Promise<void> {
  const small = await Promise.all(
    pictures.map(({ data, width }) =>
      sharp(data)
        .resize(Math.round(width * SCALE))
        .toBuffer(),
    ),
  )
  const [rowHeight, columns] = [Math.max(...SIZES.map(({ height }) => height)), SIZES.length]
  const lefts = SIZES.map((_, index) =>
    SIZES.slice(0, index).reduce((left, { width }) => left + width * SCALE + GAP, GAP),
  )
  const width = SIZES.reduce((sum, size) => sum + size.width * SCALE + GAP, GAP)
  await sharp({
    create: {
      width,
      height: 2 * (rowHeight * SCALE + GAP) + GAP,
      channels: 3,
      background: '#8b9290',
    },
  })
    .composite(
      small.map((input, index) => ({
        input,
        left: lefts[index % columns] ?? 0,
        top: GAP + Math.floor(index / columns) * (rowHeight * SCALE + GAP),
      })),
    )
    .webp({ quality: 62, effort: 6 })
    .toFile(file)
}
