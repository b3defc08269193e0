// ImageObject.
import { expect, it } from 'vitest'
import { imageObject } from '@/domain/jsonLd/imageObject'
import { anImage, aSite } from '../../../fixtures/makers'

it('has an absolute address and its size', () => {
  expect(imageObject(aSite(), 'x', anImage({ caption: 'Dawn.' }))).toEqual({
    '@type': 'ImageObject',
    '@id': 'x',
    url: 'https://backstory.example/media/track.jpg',
    contentUrl: 'https://backstory.example/media/track.jpg',
    width: '1600',
    height: '900',
    caption: 'Dawn.',
  })
})

it('keeps the address of an image that is stored elsewhere', () => {
  const image = anImage({ url: 'https://cdn.example/a.jpg' })
  expect(imageObject(aSite(), 'x', image).url).toBe('https://cdn.example/a.jpg')
})
