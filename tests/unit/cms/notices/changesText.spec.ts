// What changed between two texts, in words.
import { describe, expect, it } from 'vitest'
import { changesText } from '@/cms/notices/changesText'

const text = (...lines: string[]) => lines.join('\n')

describe('changes in words', () => {
  it('are none between equal texts', () => expect(changesText('A\nB', 'A\nB')).toBe(''))

  it('name what is new and what is gone', () => {
    expect(changesText(text('A', 'B', 'C'), text('A', 'C', 'D'))).toBe('Gone: B\n\nNew: D')
  })

  it('show a changed line before and after', () => {
    expect(changesText(text('A', 'Rest for ten minutes.'), text('A', 'Rest for an hour.'))).toBe(
      'Was: Rest for ten minutes.\nNow: Rest for an hour.',
    )
  })

  it('show of a long line only what changed, with whole words around it', () => {
    const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ')
    const line = (middle: string) => `${words(60)} ${middle} ${words(60)}`
    const changes = changesText(line('calm'), line('loud'))
    expect(changes).toMatch(/^Was: …word\d+ .*word59 calm word0 .*word\d+…$/m)
    expect(changes).toMatch(/^Now: …word\d+ .*word59 loud word0 .*word\d+…$/m)
    expect(changes.length).toBeLessThan(400)
  })

  it('do not tear a sign apart', () => {
    const changes = changesText('😀'.repeat(1000), '😁'.repeat(1000))
    expect(changes.isWellFormed()).toBe(true)
  })

  it('say how many are left out of a very long list', () => {
    const lines = (sign: string) => Array.from({ length: 100 }, () => sign.repeat(300)).join('\n')
    expect(changesText(lines('a'), lines('b'))).toMatch(/\n\n… and \d+ more\.$/)
  })

  it('of a text that has nothing left of the old one are not counted', () => {
    const lines = (sign: string) => Array.from({ length: 5000 }, (_, n) => sign + n).join('\n')
    expect(changesText(lines('a'), lines('b'))).toBe('Nearly everything changed.')
  })
})
