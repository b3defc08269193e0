// A receipt that lies is found out.
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import type { ParseResult, ReceiptEntry } from '@/domain/textImport/importedArticle'
import { parseArticle } from '@/domain/textImport/parse'

const SOURCE = 'Intro.\n\nRead Also: Sleep\n\n- one\n  and more'

function check(change: (result: ParseResult, receipt: ReceiptEntry[]) => void) {
  const result = parseArticle(SOURCE)
  change(result, result.receipt)
  return checkReceipt(SOURCE, result)
}

describe('checkReceipt', () => {
  it('has nothing to say about a true one', () => {
    expect(check(() => {})).toEqual([])
  })

  it('notices missing and overlapping spans', () => {
    expect(check((_, receipt) => receipt.shift())).toContainEqual({
      code: 'gapOrOverlap',
      at: 6,
      text: '\n\n',
    })
    expect(check((_, receipt) => receipt.pop())).toContainEqual({
      code: 'gapOrOverlap',
      at: 34,
      text: 'and more',
    })
    expect(check((_, [first]) => first && (first.end = 7))[0]).toMatchObject({
      code: 'gapOrOverlap',
      at: 6,
    })
  })

  it('notices lost text', () => {
    expect(
      check((_, receipt) => (receipt[0] = { start: 0, end: 6, line: 1, dropped: 'whiteSpace' })),
    ).toEqual([
      { code: 'lostText', at: 0, text: 'Intro.' },
      { code: 'notFromSource', into: 'blocks/0/text' },
    ])
    expect(
      check((_, receipt) => (receipt[2] = { start: 8, end: 19, line: 3, dropped: 'unaccounted' })),
    ).toEqual([{ code: 'lostText', at: 8, text: 'Read Also: ' }])
  })

  it('notices texts that are not the source’s', () => {
    const changed = check(({ article }) => {
      const [paragraph] = article.blocks
      if (paragraph?.type === 'paragraph') paragraph.text = 'Outro.'
    })
    expect(changed).toEqual([{ code: 'notVerbatim', into: 'blocks/0/text' }])
    expect(
      check(({ article }) => article.blocks.push({ type: 'paragraph', text: 'More.' })),
    ).toEqual([{ code: 'notFromSource', into: 'blocks/3/text' }])
  })

  it('notices places that do not exist', () => {
    expect(check(({ article }) => article.blocks.pop())).toEqual([
      { code: 'noSuchText', into: 'blocks/2/items/0' },
    ])
  })
})
