// Read Also links: where they lead and what they say to search engines.
import { describe, expect, it } from 'vitest'
import { readAlsoHref, readAlsoRel, shownReadAlsoLinks } from '@/domain/articles/links/readAlso'
import { anArticle, anExternalReadAlsoLink, aReadAlsoLink } from '../../../../fixtures/makers'
import { readAlsoBlock, richText } from '../../../../fixtures/richText'

describe('rel', () => {
  it('is never said of links inside the site', () => {
    expect(readAlsoRel(aReadAlsoLink())).toBeUndefined()
  })

  it.each([
    ['editorial', undefined],
    ['paid', 'sponsored'],
    ['notVouchedFor', 'nofollow'],
  ] as const)('of a link that is %s is %s', (relation, rel) =>
    expect(readAlsoRel(anExternalReadAlsoLink({ relation }))).toBe(rel),
  )
})

describe('shownReadAlsoLinks', () => {
  it('are those of the body that may be shown and lead somewhere', () => {
    const unsafe = anExternalReadAlsoLink({ id: 3, url: 'javascript:alert(1)' })
    const article = anArticle({
      body: richText(readAlsoBlock(2), readAlsoBlock(3), readAlsoBlock(1), readAlsoBlock(9)),
      readAlsoLinks: [aReadAlsoLink({ id: 1 }), anExternalReadAlsoLink({ id: 2 }), unsafe],
    })
    expect(shownReadAlsoLinks(article).map(({ id }) => id)).toEqual([2, 1])
    expect(readAlsoHref(unsafe)).toBeNull()
    expect(readAlsoHref(aReadAlsoLink())).toBe('/warm-up')
  })
})
