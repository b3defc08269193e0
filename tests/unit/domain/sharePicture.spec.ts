// Which picture stands for a page where somebody shares it.
import { expect, it } from 'vitest'
import { mainImage, sharePicture } from '@/domain/sharePicture'
import { anArticle, anImage } from '../../fixtures/makers'
import { richText, upload } from '../../fixtures/richText'

const file = (url: string, width = 1200, height = 630) => ({ url, width, height })

it('of an article is the one above the text, else the first in it', () => {
  const hero = anImage({ alt: 'Above' })
  const inText = { ...anImage({ alt: 'Within' }), id: 2 }
  const body = richText(upload(2))
  expect(mainImage(anArticle({ heroImage: hero, images: [inText], body }))?.alt).toBe('Above')
  expect(mainImage(anArticle({ heroImage: undefined, images: [inText], body }))?.alt).toBe('Within')
})

it('is the first that can be shared, from its copy for sharing', () => {
  const clear = anImage({ ...file('/a.webp'), share: undefined })
  const tiny = anImage({ share: file('/b.jpg', 199, 400) })
  const good = anImage({ share: file('/c.png') })
  expect(sharePicture(undefined, clear, tiny, good)).toMatchObject({
    url: '/c.png',
    type: 'image/png',
    isLarge: true,
  })
  expect(sharePicture(clear, tiny)).toBeUndefined()
})

it('is large from the width of a column on', () => {
  const shared = (width: number) => sharePicture(anImage({ share: file('/a.jpg', width, 400) }))
  expect(shared(599)?.isLarge).toBe(false)
  expect(shared(600)?.isLarge).toBe(true)
})
