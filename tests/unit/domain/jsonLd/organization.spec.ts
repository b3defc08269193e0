// Organization.
import { expect, it } from 'vitest'
import { organization } from '@/domain/jsonLd/organization'
import { anImage, aSite } from '../../../fixtures/makers'

it('has the name, the home page and the page that is about it', () => {
  expect(organization(aSite())).toMatchObject({
    '@type': 'Organization',
    name: 'Backstory Press',
    url: 'https://backstory.example/',
    mainEntityOfPage: 'https://backstory.example/about',
  })
})

it('has a logo if and only if the site has', () => {
  const site = aSite()
  const logo = anImage({ url: '/media/logo.png' })
  expect(organization(site).logo).toBeUndefined()
  expect(
    organization({ ...site, organization: { ...site.organization, logo } }).logo,
  ).toMatchObject({ '@id': 'https://backstory.example/#logo', '@type': 'ImageObject' })
})
