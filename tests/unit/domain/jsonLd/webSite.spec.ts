// WebSite.
import { expect, it } from 'vitest'
import { webSite } from '@/domain/jsonLd/webSite'
import { aSite } from '../../../fixtures/makers'

it('names the site and its publisher, and offers no search action', () => {
  const node = webSite(aSite())
  expect(node).toMatchObject({
    '@type': 'WebSite',
    name: 'Backstory',
    url: 'https://backstory.example/',
    inLanguage: 'en',
    publisher: { '@id': 'https://backstory.example/#organization' },
  })
  expect(node).not.toHaveProperty('potentialAction')
})
