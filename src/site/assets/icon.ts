// Draws the site's own icon, for sites without a logo that can be one: one drawing, and the files made from it.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { iconPath } from '@/domain/addresses/paths'

/** A coloured dot that is seen on light and dark. */
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><circle cx="48" cy="48" r="43" fill="#0a5c57"/></svg>\n'

const hash = createHash('sha256').update(DRAWING).digest('hex').slice(0, 16)

/** A multiple of 48, as search engines want it. */
export const ICON_SIZE = 96
/** Of `/favicon.ico`. */
const FAVICON_SIZE = 48

export const iconPaths = { svg: iconPath(hash, 'svg'), png: iconPath(hash, 'png') }

/** The same for a page that is shared: large enough to be shown there. */
export const SHARE_ICON = {
  url: iconPath(`${hash}-share`, 'png'),
  type: 'image/png',
  width: 512,
  height: 512,
} as const

export const iconSvg = (): string => DRAWING

export const renderIcon = (size = ICON_SIZE): Promise<Buffer> =>
  sharp(Buffer.from(DRAWING)).resize(size, size).png({ compressionLevel: 9 }).toBuffer()

/** On white: programs put black behind transparent pixels. */
export const renderShareIcon = (): Promise<Buffer> =>
  sharp(Buffer.from(DRAWING), { density: 400 })
    .resize(SHARE_ICON.width, SHARE_ICON.height)
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 9 })
    .toBuffer()

/** The header of an `.ico` file with one picture, which may be a PNG. All numbers are little-endian. */
function icoHeader(size: number, bytes: number): Buffer {
  const [reserved, type, pictures, colours, planes, bits] = [0, 1, 1, 0, 1, 32]
  const buffer = Buffer.alloc(22)
  ;[reserved, type, pictures].forEach((value, at) => buffer.writeUInt16LE(value, at * 2))
  ;[size, size, colours, reserved].forEach((value, at) => buffer.writeUInt8(value, 6 + at))
  buffer.writeUInt16LE(planes, 10)
  buffer.writeUInt16LE(bits, 12)
  buffer.writeUInt32LE(bytes, 14)
  buffer.writeUInt32LE(buffer.length, 18)
  return buffer
}

/** For clients that ask for `/favicon.ico` without having read a page: the same drawing as `.ico`. */
export async function renderFavicon(): Promise<Buffer> {
  const png = await renderIcon(FAVICON_SIZE)
  return Buffer.concat([icoHeader(FAVICON_SIZE, png.length), png])
}
