// The trail to a page.
import { describe, expect, it } from 'vitest'
import { articleTrail, pageTrail } from '@/domain/articles/breadcrumbs'
import { anArticle, aTerm } from '../../../fixtures/makers'

describe('trails', () => {
  it('lead from home over the category to the article', () => {
    expect(articleTrail(anArticle({ category: aTerm() }))).toEqual([
      { name: 'Home', path: '/' },
      { name: 'Running', path: '/category/running' },
      { name: 'Sore knees', path: '/sore-knees' },
    ])
  })

  it('have at least two crumbs, also without a category', () => {
    expect(articleTrail(anArticle())).toHaveLength(2)
    expect(pageTrail('About', '/about')).toHaveLength(2)
  })
})
