// Which article carries the markup of an FAQ item.
import { describe, expect, it } from 'vitest'
import { chooseHome } from '@/domain/articles/faq/home'

describe('the home of an FAQ item', () => {
  it.each<[string, number | null, number[], number | null]>([
    ['is the earliest article that shows it', null, [3, 5], 3],
    ['stays while that article shows it', 5, [3, 5], 5],
    ['moves on when that article no longer does', 7, [3, 5], 3],
    ['is nowhere when no live article shows it', 7, [], null],
  ])('%s', (_what, current, candidates, home) => {
    expect(chooseHome(current, candidates)).toBe(home)
  })
})
