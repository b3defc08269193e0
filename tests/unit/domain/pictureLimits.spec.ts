// How much work a picture may be, and which files are taken for one.
import { expect, it } from 'vitest'
import { formatIssue, pictureIssue, type PictureHead } from '@/domain/pictureLimits'

const HEAD: PictureHead = {
  format: 'png',
  width: 5000,
  height: 4000,
  frames: 1,
  channels: 4,
  bytesPerSample: 1,
  scans: 1,
  profileBytes: 0,
}

it('takes a picture within every limit', () => {
  expect(pictureIssue(HEAD)).toBeUndefined()
})

it.each<[string, Partial<PictureHead>, RegExp]>([
  ['pixels', { width: 10_001, height: 5000 }, /at most 50 million pixels; this one has 50\.1\./],
  ['pixels of AVIF', { format: 'heif', width: 6500 }, /25 million pixels as AVIF; this one has 26/],
  ['pixels of frames', { frames: 2 }, /25 million pixels in all frames together; .* 40/],
  ['frames', { width: 10, height: 10, frames: 301 }, /at most 300 frames; this one has 301/],
  ['length', { width: 32_768, height: 10 }, /32,767 pixels on its longer side/],
  ['memory', { width: 6000, height: 6000, bytesPerSample: 2 }, /200 MB in memory/],
  ['scans', { format: 'jpeg', scans: 65 }, /64 scans as a progressive JPEG/],
  ['profile', { profileBytes: 5 * 2 ** 20 }, /4 MB of colour profile; this one has 5/],
])('refuses too much of %s, with the limit and the value', (_, head, message) => {
  expect(pictureIssue({ ...HEAD, ...head })).toMatch(message)
})

it('tells a picture by how its file begins', () => {
  expect(formatIssue('\x89PNG\r\n\x1a\n')).toBeUndefined()
  expect(formatIssue('\xff\xd8\xff\xe0')).toBeUndefined()
  expect(formatIssue('\0\0\0\x1cftypavif')).toBeUndefined()
  expect(formatIssue('<svg xmlns=')).toMatch(/JPEG, PNG, WebP, AVIF/)
})
