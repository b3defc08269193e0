// What a save that came too late is told.
import { expect, it } from 'vitest'
import { differences } from '@/cms/workflow/differences'

it('names the fields that were sent and differ, with both values', () => {
  const yours = { title: 'A', summary: 'Mine', body: { root: 1 } }
  const theirs = { title: 'A', summary: null, body: { root: 2 }, path: '/x' }
  expect(differences(['title', 'summary', 'body'], yours, theirs)).toEqual([
    { field: 'summary', yours: 'Mine', theirs: null },
    { field: 'body', yours: { root: 1 }, theirs: { root: 2 } },
  ])
})
