// Whose name an article carries.
import { expect, it } from 'vitest'
import { bylineNames } from '@/domain/articles/byline'
import { anAuthor, aSite } from '../../../fixtures/makers'

it('names the authors in order, or the organisation', () => {
  const authors = [anAuthor(), anAuthor({ id: 2, name: 'Dr Osei Amoah' })]
  expect(bylineNames(aSite(), { authors })).toEqual(['Mara Lind', 'Dr Osei Amoah'])
  expect(bylineNames(aSite(), { authors: [] })).toEqual(['Backstory Press'])
})
