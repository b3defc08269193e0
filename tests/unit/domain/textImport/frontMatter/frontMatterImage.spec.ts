// The picture that front matter names, and what it shows.
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import {
  chooseImage,
  imageFieldNamed,
  openImage,
} from '@/domain/textImport/frontMatter/frontMatterImage'
import { parseArticle } from '@/domain/textImport/parse'

function read(...lines: string[]) {
  const source = `---\n${lines.join('\n')}\n---\n\nText.`
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  expect(result.issues).toEqual([])
  const { image, imageAlt } = result.article.frontMatter
  return { image, imageAlt, line: result.imageLine, notTaken: result.notTaken }
}

const taken = { image: 'a.png', imageAlt: 'A dog', notTaken: [] }

describe('the picture of front matter', () => {
  it.each([
    [['image: a.png', 'image_alt: A dog'], 2],
    [['imageAlt: A dog', 'image: a.png'], 3],
    [['featured_image: a.png', 'featured_image_alt: A dog'], 2],
    [['featuredImage: a.png', 'image_alt: A dog'], 2],
    [['cover: a.png', 'coverAlt: A dog'], 2],
    [['thumbnail: "a.png"', 'thumbnail-alt: "A dog"'], 2],
    [['cover:', '  image: a.png', '  alt: A dog'], 3],
    [['title: T', 'image: { path: a.png, alt: A dog }'], 3],
    [['image:', '  alt: A dog', '  src: a.png'], 4],
    [['params:', '  cover:', '    image: a.png', '    alt: A dog'], 4],
  ])('is read from %j', (lines, line) => {
    expect(read(...lines)).toEqual({ ...taken, line })
  })

  it('is read from TOML and JSON', () => {
    const toml = '+++\ntitle = "T"\n[cover]\nimage = "a.png"\nalt = "A dog"\n+++\n\nText.'
    const json = '{\n"cover": {"image": "a.png",\n"alt": "A dog"}\n}\n\nText.'
    for (const source of [toml, json]) {
      const { article, issues } = parseArticle(source)
      expect(issues).toEqual([])
      expect(article.frontMatter).toMatchObject({ image: 'a.png', imageAlt: 'A dog' })
    }
  })

  it('is the first one that is named, and another one lends it no words', () => {
    expect(read('image: a.png', 'thumbnail: b.png', 'thumbnail_alt: B')).toEqual({
      image: 'a.png',
      imageAlt: undefined,
      line: 2,
      notTaken: ['thumbnail', 'thumbnail_alt'],
    })
    expect(read('cover_alt: A dog', 'image_alt: B', 'cover: a.png')).toEqual({
      ...taken,
      line: 4,
      notTaken: ['image_alt'],
    })
  })

  it('is named where nothing understands it', () => {
    const none = { image: undefined, imageAlt: undefined, line: undefined }
    expect(read('image:', '  caption: A dog', '  hidden: true')).toEqual({
      ...none,
      notTaken: ['image.caption', 'image.hidden'],
    })
    expect(read('image_alt: A dog')).toEqual({ ...none, notTaken: ['image_alt'] })
    expect(read('image: [{ deep: { er: a.png } }]')).toEqual({ ...none, notTaken: ['image'] })
    expect(read('cover:', '  image:', '    deep: a.png').notTaken).toEqual(['cover.image'])
  })

  it('is known by the names of its keys alone', () => {
    expect(['cover', 'cover.image', 'imagealt', 'cover.alt'].map(imageFieldNamed)).toEqual([
      'image',
      'image',
      'imageAlt',
      'imageAlt',
    ])
    expect(['images', 'cover.hidden', 'alt', 'imagealtitude'].map(imageFieldNamed)).toEqual(
      Array(4).fill(undefined),
    )
    expect(openImage({ key: 'title', line: 1, value: { fields: [] } })).toBeUndefined()
    expect(chooseImage([{ key: 'image', line: 1, value: null }])).toEqual([])
  })
})
