// A Read Also link on a page.
import { describe, expect, it } from 'vitest'
import type { ReadAlsoLink } from '@/domain/articles/article'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import {
  findAll,
  findOne,
  readHtml,
  readElementText,
  type HtmlElement,
} from '../../../../tools/siteChecker/page/html'
import { anArticle, anExternalReadAlsoLink, aReadAlsoLink, aSite } from '../../../fixtures/makers'
import { paragraph, readAlsoBlock, richText } from '../../../fixtures/richText'

const asides = async (...readAlsoLinks: ReadAlsoLink[]): Promise<HtmlElement[]> => {
  const body = richText(paragraph('a'), readAlsoBlock(1), paragraph('b'), readAlsoBlock(2))
  const article = anArticle({ body, readAlsoLinks })
  return findAll(
    readHtml(await renderArticlePage({ site: aSite(), stylesheet: '/s', article })),
    'aside',
  )
}

describe('ReadAlso', () => {
  it('is a plain link with the label outside', async () => {
    const [aside, ...others] = await asides(aReadAlsoLink({ id: 1 }))
    expect(others).toEqual([])
    expect(aside && readElementText(aside)).toBe('Read also: How to warm up in ten minutes')
    expect(aside && findOne(aside, 'a')).toEqual({
      tag: 'a',
      attributes: { href: '/warm-up' },
      children: ['How to warm up in ten minutes'],
    })
  })

  it('names the publisher of a page elsewhere, in the same tab', async () => {
    const [aside] = await asides(anExternalReadAlsoLink({ id: 2 }))
    expect(aside && readElementText(aside)).toBe('Read also: Knee pain explained, The Clinic')
    expect(aside && findOne(aside, 'a').attributes).toEqual({
      href: 'https://clinic.example/knees',
    })
  })

  it.each([
    ['paid', 'sponsored', 'Read also (sponsored):'],
    ['notVouchedFor', 'nofollow', 'Read also:'],
  ] as const)('says of a link that is %s: %s', async (relation, rel, label) => {
    const [aside] = await asides(anExternalReadAlsoLink({ relation }))
    expect(aside && findOne(aside, 'a').attributes.rel).toBe(rel)
    expect(aside && readElementText(aside)).toContain(label)
  })

  it.each([
    ['notLive', 'it is not live'],
    ['inTrash', 'it lies in the trash'],
  ] as const)('says in a preview why it leads nowhere: %s', async (away, why) => {
    const [aside] = await asides(aReadAlsoLink({ id: 1, away }))
    expect(aside && readElementText(aside)).toContain(
      `Read also: How to warm up in ten minutes (${why}`,
    )
    expect(aside && findAll(aside, 'a')).toEqual([])
  })

  it('is not there when its link may not be shown or followed', async () => {
    expect(await asides()).toEqual([])
    expect(await asides(anExternalReadAlsoLink({ id: 1, url: 'javascript:alert(1)' }))).toEqual([])
  })
})
