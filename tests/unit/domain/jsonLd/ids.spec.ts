// Node ids are made of addresses only.
import { expect, it } from 'vitest'
import { organizationId, pageNodeId, personId, questionUrl, webSiteId } from '@/domain/jsonLd/ids'
import { aFaqItem, anAuthor, aSite } from '../../../fixtures/makers'

const site = aSite()

it('are the site’s, the page’s, the person’s and the question’s address with a fragment', () => {
  expect([
    organizationId(site),
    webSiteId(site),
    pageNodeId(site, '/sore-knees', 'article'),
    pageNodeId(site, '/', 'webpage'),
    personId(site, anAuthor()),
    questionUrl(site, aFaqItem()),
  ]).toEqual([
    'https://backstory.example/#organization',
    'https://backstory.example/#website',
    'https://backstory.example/sore-knees#article',
    'https://backstory.example/#webpage',
    'https://backstory.example/author/mara-lind#person',
    'https://backstory.example/sore-knees#faq-how-often',
  ])
})

it('stay the same when names and questions are reworded', () => {
  expect(personId(site, anAuthor({ name: 'M. Lind' }))).toBe(personId(site, anAuthor()))
  expect(questionUrl(site, aFaqItem({ question: 'Reworded?' }))).toBe(questionUrl(site, aFaqItem()))
})
