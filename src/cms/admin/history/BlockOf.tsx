// Renders one block of a text with what changed in it: words taken out are struck through, words put in underlined.
'use client'
import type { BlockDifference } from '@/domain/differences/blockDifferences'
import type { Piece } from '@/domain/differences/words'
import { MARK_ELEMENTS, MARKS } from '@/domain/text/richText'
import type { ReactNode } from 'react'
import { blockWords, pieceWords } from '../../wording/history'

interface Showing {
  as: string
  timeZone: string
}

const Tag = { added: 'ins', removed: 'del', same: 'span' } as const
const HEARD = { added: 'Added: ', removed: 'Removed: ', same: '' }

/** @param isWhole the label of the block says already what happened to all of it */
function PieceOf({ as, isWhole, piece, timeZone }: Showing & { piece: Piece; isWhole: boolean }) {
  const Element = Tag[piece.change]
  const words = pieceWords(piece, as, timeZone)
  const shown = MARKS.filter((mark) => piece[mark]).reduce<ReactNode>((inner, mark) => {
    const Mark = MARK_ELEMENTS[mark]
    return <Mark>{inner}</Mark>
  }, words)
  return (
    <Element>
      {!isWhole && <span className="difference__heard">{HEARD[piece.change]}</span>}
      {piece.link === undefined ? shown : <u className="difference__link">{shown}</u>}
      {piece.link !== undefined && piece.change !== 'same' && <small> ({piece.link})</small>}
    </Element>
  )
}

export function BlockOf({ block, ...showing }: Showing & { block: BlockDifference }) {
  const isWhole = block.change === 'added' || block.change === 'removed'
  return (
    <li className={`difference difference--${block.change} difference--${block.type}`}>
      <p className="difference__label">{blockWords(block)}</p>
      <p className="difference__text">
        {block.pieces.map((piece, index) => (
          <PieceOf key={index} {...showing} isWhole={isWhole} piece={piece} />
        ))}
      </p>
    </li>
  )
}
