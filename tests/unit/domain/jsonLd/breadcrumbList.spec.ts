// BreadcrumbList.
import { expect, it } from 'vitest'
import { pageTrail } from '@/domain/articles/breadcrumbs'
import { breadcrumbList } from '@/domain/jsonLd/breadcrumbList'
import { aSite } from '../../../fixtures/makers'

it('counts from one and gives absolute addresses', () => {
  expect(breadcrumbList(aSite(), '/about', pageTrail('About', '/about')).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://backstory.example/' },
    { '@type': 'ListItem', position: 2, name: 'About', item: 'https://backstory.example/about' },
  ])
})
