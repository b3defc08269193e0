// Writes pixels to a file with as few bytes as it may have.
import type { Sharp } from 'sharp'

export interface PictureFile {
  data: Buffer
  width: number
  height: number
  mimeType: string
}

/** The first is as good as the eye asks for; the others are for what has lost more already, and would only grow. */
const QUALITIES = [80, 60, 40, 20, 5] as const

export async function written(picture: Sharp, mimeType: string): Promise<PictureFile> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.pageHeight ?? info.height, mimeType }
}

export const smallest = (files: PictureFile[]): PictureFile =>
  files.reduce((least, file) => (file.data.length < least.data.length ? file : least))

/** The first that has no more bytes than allowed; else the smallest. */
export async function small(
  most: number,
  makers: readonly (() => Promise<PictureFile>)[],
): Promise<PictureFile> {
  const made: PictureFile[] = []
  for (const makeOne of makers) {
    const file = await makeOne()
    if (file.data.length <= most) return file
    made.push(file)
  }
  return smallest(made)
}

export const lossless = (picture: Sharp): Promise<PictureFile> =>
  written(picture.webp({ lossless: true, effort: 3 }), 'image/webp')

export const lossy = (picture: () => Sharp, most: number): Promise<PictureFile> =>
  small(
    most,
    QUALITIES.map(
      (quality) => () => written(picture().webp({ quality, smartSubsample: true }), 'image/webp'),
    ),
  )
