// The text of a JSON value that cannot be stored is found, however deep it stands.
import { expect, it } from 'vitest'
import { unstorablePath } from '@/domain/text/unstorable'

it.each<[unknown, string | undefined]>([
  ['a\0', ''],
  [{ title: 'a\0' }, 'title'],
  [{ sources: [{ title: 'x' }, { title: '\ud800' }] }, 'sources.1.title'],
  [{ seo: { 'a\0': 1 } }, 'seo'],
  [{ title: 'fine 😀', n: 1, none: null, list: [true, undefined] }, undefined],
])('%j: %s', (value, path) => expect(unstorablePath(value)).toBe(path))
