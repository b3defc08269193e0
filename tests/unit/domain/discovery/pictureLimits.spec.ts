// The limits of an uploaded picture: the largest that passes, the next one that does not, and the files that are none.
import { describe, expect, it } from 'vitest'
import {
  formatIssue,
  MAX_PIXELS,
  pictureIssue,
  type PictureHead,
} from '@/domain/discovery/pictureLimits'

const aHead = (changes: Partial<PictureHead> = {}): PictureHead => ({
  format: 'jpeg',
  width: 1000,
  height: 1000,
  frames: 1,
  channels: 3,
  bytesPerSample: 1,
  scans: 1,
  profileBytes: 0,
  ...changes,
})

const MB = 2 ** 20

describe('a picture', () => {
  it.each<[limit: string, most: Partial<PictureHead>, over: Partial<PictureHead>]>([
    ['50 million pixels', { width: 10_000, height: 5000 }, { width: 10_000, height: 5001 }],
    [
      '25 million pixels as AVIF',
      { format: 'heif', width: 5000, height: 5000 },
      { format: 'heif', width: 5000, height: 5001 },
    ],
    ['25 million pixels in all frames together', { frames: 25 }, { frames: 26 }],
    ['300 frames', { width: 10, height: 10, frames: 300 }, { width: 10, height: 10, frames: 301 }],
    [
      '32,767 pixels on its longer side',
      { width: 10, height: 32_767 },
      { width: 32_768, height: 10 },
    ],
    [
      '200 MB in memory',
      { width: 5120, height: 5120, channels: 4, bytesPerSample: 2 },
      { width: 5120, height: 5121, channels: 4, bytesPerSample: 2 },
    ],
    ['64 scans as a progressive JPEG', { scans: 64 }, { scans: 65 }],
    ['4 MB of colour profile', { profileBytes: 4 * MB }, { profileBytes: 4 * MB + 1 }],
  ])('has at most %s', (limit, most, over) => {
    expect(pictureIssue(aHead(most))).toBeUndefined()
    const issue = pictureIssue(aHead(over))
    expect(issue).toContain(`An image has at most ${limit}; this one has `)
    expect(issue).toMatch(/Make it smaller and upload it again\.$/)
  })

  it('is never said to have exactly what it may have: its value is rounded up', () => {
    expect(pictureIssue(aHead({ width: MAX_PIXELS / 1000 + 1 }))).toContain('this one has 50.1.')
    expect(pictureIssue(aHead({ width: 123_456, height: 1 }))).toContain('this one has 123,456.')
  })

  it('is counted over all frames only where it moves', () => {
    expect(pictureIssue(aHead({ width: 6000, height: 5000 }))).toBeUndefined()
    expect(pictureIssue(aHead({ width: 6000, height: 5000, frames: 2 }))).toContain('60.')
  })
})

describe('a file', () => {
  it.each([
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['PNG', '\x89PNG\r\n\x1a\n\0'],
    ['WebP', 'RIFF\x10\n\0\0WEBPVP8 '],
    ['AVIF', '\0\0\0\x20ftypavif'],
    ['AVIF that moves', '\0\0\0\nftypavis'],
    ['AVIF of another brand', '\0\0\0\x20ftypmif1'],
  ])('is a picture in %s', (_, beginning) => {
    expect(formatIssue(beginning)).toBeUndefined()
  })

  it.each([
    ['empty', ''],
    ['GIF', 'GIF89a'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG behind a declaration', '<?xml version="1.0"?>\n<svg/>'],
    ['a sound in the container of WebP', 'RIFF\x10\0\0\0WAVEfmt '],
    ['a film in the container of AVIF', '\0\0\0\x20ftypmp42'],
    ['a photograph of a phone, which few browsers show', '\0\0\0\x20ftypheic'],
    ['a PNG whose line ends were changed', '\x89PNG\n\x1a\n'],
    ['a page with a JPEG behind it', '<script>\xff\xd8\xff'],
    ['a page, one line above a PNG', '<p>\n\x89PNG\r\n\x1a\n'],
  ])('is none that is taken: %s', (_, beginning) => {
    expect(formatIssue(beginning)).toBe(
      'An image is a JPEG, PNG, WebP, AVIF file; this one is something else, whatever its name says. Save it in one of these formats.',
    )
  })
})
