// Makes the copy of a picture for services that show cards of a page.
import type { Sharp } from 'sharp'
import { from, within, type Area, type Pixels } from './readPicture'
import { small, smallest, written, type PictureFile } from './writePicture'

/** The form of a large card (ogp.me has none; Facebook, LinkedIn and X cut to 1.91 : 1), and from which width it is one. */
const SIZE_OF_CARD = { width: 1200, height: 630 }
const LEAST_WIDTH_OF_CARD = 600

const SHARE_QUALITIES = [82, 70, 55] as const

/** Part of a picture as wide as a card, round what is to stay in sight; all of one that is too small for that. */
function shareArea({ width, height }: Pixels, focal: { x: number; y: number }): Area | undefined {
  const wide = Math.min(width, Math.floor((height * SIZE_OF_CARD.width) / SIZE_OF_CARD.height))
  if (wide < LEAST_WIDTH_OF_CARD) return undefined
  const high = Math.min(height, Math.round((wide * SIZE_OF_CARD.height) / SIZE_OF_CARD.width))
  return within(
    {
      left: Math.min(Math.max((focal.x / 100) * width - wide / 2, 0), width - wide),
      top: Math.min(Math.max((focal.y / 100) * height - high / 2, 0), height - high),
      width: wide,
      height: high,
    },
    width,
    height,
  )
}

const PAPER = { light: '#ffffff', dark: '#1b1f1e' }

/** How light what can be seen of it is, from 0 to 255. */
async function lightness(pixels: Pixels): Promise<number> {
  const { data } = await from(pixels)
    .resize({ width: 32, height: 32, fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let light = 0
  let seen = 0
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    light +=
      alpha *
      (0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0))
    seen += alpha
  }
  return seen === 0 ? 0 : light / seen
}

/**
 * JPEG or PNG, as not all who show cards take WebP. JPEG knows nothing clear, and black is what programs put in its place:
 * here it is paper, or a dark ground for a picture that is nearly white.
 */
export async function makeShare(
  pixels: Pixels,
  focal = { x: 50, y: 50 },
  isExact: boolean,
  most: number,
): Promise<PictureFile> {
  const area = shareArea(pixels, focal)
  const background = pixels.isClear && (await lightness(pixels)) > 200 ? PAPER.dark : PAPER.light
  const flat = await from(pixels)
    .flatten({ background })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const opaque = (): Sharp => {
    const { width, height, channels } = flat.info
    const picture = from({ data: flat.data, width, height, channels })
    if (!area) return picture.resize({ ...SIZE_OF_CARD, fit: 'inside', withoutEnlargement: true })
    const wide = Math.min(area.width, SIZE_OF_CARD.width)
    const high = Math.min(
      area.height,
      Math.round((wide * SIZE_OF_CARD.height) / SIZE_OF_CARD.width),
    )
    return picture.extract(area).resize({ width: wide, height: high, fit: 'fill' })
  }
  const jpeg = await small(
    most,
    SHARE_QUALITIES.map((quality) => () => written(opaque().jpeg({ quality }), 'image/jpeg')),
  )
  return isExact ? smallest([await written(opaque().png(), 'image/png'), jpeg]) : jpeg
}
