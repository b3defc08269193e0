// The picture of a page: the main one of an article, and the one on the card of a shared address.
import { describe, expect, it } from 'vitest'
import type { Image } from '@/domain/articles/article'
import { LEAST_LARGE, LEAST_SHARED, mainImage, sharePicture } from '@/domain/discovery/sharePicture'
import { anArticle, anImage } from '../../../fixtures/makers'
import { paragraph, richText, upload } from '../../../fixtures/richText'

describe('the main picture', () => {
  const four = { ...anImage({ url: '/media/four.jpg' }), id: 4 }
  const five = { ...anImage({ url: '/media/five.jpg' }), id: 5 }
  const body = richText(paragraph('Text.'), upload(4), upload(5))
  const images = [five, four]

  it('stands above the text', () => {
    const heroImage = anImage({ url: '/media/hero.jpg' })
    expect(mainImage(anArticle({ heroImage, body, images }))).toBe(heroImage)
  })

  it('is else the first one in the text, in whatever order the files came', () => {
    expect(mainImage(anArticle({ body, images }))).toBe(four)
  })

  it('is none without pictures, or where the first one is gone', () => {
    expect(mainImage(anArticle())).toBeUndefined()
    expect(mainImage(anArticle({ body, images: [five] }))).toBeUndefined()
  })
})

describe('a shared picture', () => {
  it.each([
    ['/media/a.jpg', 'image/jpeg'],
    ['/media/a.jpeg?v=2', 'image/jpeg'],
    ['https://cdn.example/a.png', 'image/png'],
    ['/media/a.webp', undefined],
    ['/media/a.avif', undefined],
    ['/media/a.jpg.webp', undefined],
    ['/media/png', undefined],
  ])('has the type of its file: %s is %s', (url, type) => {
    expect(sharePicture(anImage({ url }))?.type).toBe(type)
  })

  it.each([
    ['too small on one side', LEAST_SHARED - 1, 2000, undefined],
    ['as small as may be', LEAST_SHARED, LEAST_SHARED, false],
    ['too narrow for a wide card', LEAST_LARGE.width - 1, 2000, false],
    ['too low for a wide card', 2000, LEAST_LARGE.height - 1, false],
    ['as small as a wide card may be', LEAST_LARGE.width, LEAST_LARGE.height, true],
  ])('%s: %d × %d is large: %s', (_, width, height, isLarge) => {
    expect(sharePicture(anImage({ width, height }))?.isLarge).toBe(isLarge)
  })

  it('is the copy that was made for it, with the words of the picture', () => {
    const share = { url: '/media/a-1200x630.jpg', width: 1200, height: 630 }
    const image = anImage({ url: '/media/a.webp', alt: 'A track', share })
    expect(sharePicture(image)).toEqual({
      url: '/media/a-1200x630.jpg',
      width: 1200,
      height: 630,
      alt: 'A track',
      type: 'image/jpeg',
      isLarge: true,
    })
  })

  it('is the first of several that can be shared', () => {
    const tiny = anImage({ url: '/media/tiny.png', width: 64, height: 64 })
    const site = anImage({ url: '/media/site.png' })
    const urlOf = (...images: (Image | undefined)[]) => sharePicture(...images)?.url
    expect(urlOf(anImage(), site)).toBe('/media/track.jpg')
    expect(urlOf(undefined, tiny, site)).toBe('/media/site.png')
    expect(urlOf(tiny, undefined)).toBeUndefined()
    expect(urlOf()).toBeUndefined()
  })
})
