// Person.
import { expect, it } from 'vitest'
import { person, personInFull } from '@/domain/jsonLd/person'
import { anAuthor, anImage, aSite } from '../../../fixtures/makers'

const author = anAuthor({ jobTitle: 'Physiotherapist', description: 'Treats runners.' })

it('has in a byline a name and a page', () => {
  expect(person(aSite(), author)).toEqual({
    '@type': 'Person',
    '@id': 'https://backstory.example/author/mara-lind#person',
    name: 'Mara Lind',
    url: 'https://backstory.example/author/mara-lind',
  })
})

it('has on the own page also a face, and pages elsewhere', () => {
  const profiles = ['https://register.example/lind']
  expect(personInFull(aSite(), { ...author, photo: anImage(), profiles })).toMatchObject({
    image: 'https://backstory.example/media/track.jpg',
    sameAs: profiles,
  })
  expect(personInFull(aSite(), { ...author, profiles: [] }).sameAs).toBeUndefined()
})

it('has on the own page also work and credentials', () => {
  expect(personInFull(aSite(), author)).toMatchObject({
    jobTitle: 'Physiotherapist',
    description: 'Treats runners.',
    hasCredential: { name: 'Physiotherapist, MSc' },
  })
})
