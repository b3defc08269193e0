// What is the picture itself is no address of it.
import { expect, it } from 'vitest'
import { pictureAddress } from '@/domain/text/pictureAddress'

it('gives the address as it was written, and none for bytes and for what ends with the tab', () => {
  expect(pictureAddress('https://example.org/a.png')).toBe('https://example.org/a.png')
  expect(pictureAddress(' DATA:image/png;base64,AA==')).toBe('')
  expect(pictureAddress('blob:https://example.org/1')).toBe('')
})
