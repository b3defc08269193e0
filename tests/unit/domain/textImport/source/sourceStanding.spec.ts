// What a source says of its standing, in the words of the systems that texts come from.
import { describe, expect, it } from 'vitest'
import type { FrontMatter } from '@/domain/textImport/importedArticle'
import {
  draftWords,
  fileSays,
  isClosedToEngines,
  pathOfSlug,
} from '@/domain/textImport/source/sourceStanding'

describe('draftWords', () => {
  it.each<[FrontMatter, string]>([
    [{ draft: 'true' }, 'draft: true'],
    [{ draft: 'Yes' }, 'draft: Yes'],
    [{ draft: 'maybe' }, 'draft: maybe'],
    [{ published: 'false' }, 'published: false'],
    [{ published: 'soon' }, 'published: soon'],
    [{ status: 'draft' }, 'status: draft'],
    [{ status: 'pending' }, 'status: pending'],
    [{ status: 'in progress' }, 'status: in progress'],
    [{ visibility: 'members' }, 'visibility: members'],
    [{ hidden: 'true' }, 'hidden: true'],
    [{ draft: 'false', published: 'no' }, 'published: no'],
  ])('keeps %j from readers', (frontMatter, said) => {
    expect(draftWords(frontMatter)).toBe(said)
  })

  it.each<[FrontMatter]>([
    [{}],
    [{ draft: 'false', published: 'true', status: 'publish', visibility: 'public', hidden: 'no' }],
    [{ published: '2014-05-05' }],
    [{ status: 'Published' }],
  ])('lets %j go', (frontMatter) => {
    expect(draftWords(frontMatter)).toBeUndefined()
  })
})

it('fileSays knows the folder of drafts and the day in a name', () => {
  expect(fileSays('/blog/_posts/2014-05-05-knees.md')).toEqual({ draft: false, day: '2014-05-05' })
  expect(fileSays('/blog/_drafts/knees.md')).toEqual({ draft: true })
  expect(fileSays('C:\\blog\\_drafts\\knees.md')).toEqual({ draft: true })
  expect(fileSays('/2014-05-05-export/my_drafts/knees.md')).toEqual({ draft: false })
  expect(fileSays('')).toEqual({ draft: false })
})

it('isClosedToEngines reads both ways to say so', () => {
  const open: FrontMatter[] = [{}, { noindex: 'false' }, { robots: 'index, follow' }]
  const closed: FrontMatter[] = [
    { noindex: 'true' },
    { robots: 'noindex, follow' },
    { robots: 'none' },
  ]
  expect([...open, ...closed].map(isClosedToEngines)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ])
})

it('pathOfSlug makes a path of the parts of a slug', () => {
  expect(pathOfSlug('my-post')).toBe('/my-post')
  expect(pathOfSlug('/Blog/My Post!/')).toBe('/blog/my-post')
  expect(pathOfSlug('//')).toBe('')
})
