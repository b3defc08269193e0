// Builds the Person node: an author or a reviewer.
import type { PersonLeaf } from 'schema-dts'
import type { Author, Profile, Site } from '../articles/article'
import { absoluteUrl } from '../addresses/paths'
import { personId, personUrl } from './ids'

/** As far as a byline shows a person. */
export const person = (site: Site, author: Author): PersonLeaf => ({
  '@type': 'Person',
  '@id': personId(site, author),
  name: author.name,
  url: personUrl(site, author),
})

/** As far as the person's own page does. */
export const personInFull = (site: Site, author: Profile): PersonLeaf => ({
  ...person(site, author),
  jobTitle: author.jobTitle || undefined,
  description: author.description || undefined,
  hasCredential: author.credentials
    ? { '@type': 'EducationalOccupationalCredential', name: author.credentials }
    : undefined,
  image: author.photo && absoluteUrl(site.url, author.photo.url),
  sameAs: author.profiles?.length ? author.profiles : undefined,
})
