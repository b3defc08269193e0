// The icon of a site: its logo where that is a square, in the smallest copy that will do.
import { expect, it } from 'vitest'
import { iconOf } from '@/domain/discovery/icon'

const file = (width: number, height = width) => ({ url: `/media/${width}.png`, width, height })
const logo = { ...file(800), alt: 'Backstory' }

it.each([
  ['no logo', undefined, undefined],
  ['a square', logo, file(800)],
  ['one with copies', { ...logo, sizes: [file(320), file(640)] }, file(320)],
  ['one with a copy that is too small', { ...logo, sizes: [file(32)] }, file(800)],
  ['a wide one', { ...file(800, 200), alt: '' }, undefined],
  ['a small one', { ...file(47), alt: '' }, undefined],
])('of %s', (_what, given, icon) => expect(iconOf(given)).toEqual(icon))
