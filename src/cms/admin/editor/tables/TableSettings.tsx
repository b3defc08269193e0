// Offers, below the text, what a table has beside its cells while the cursor is in it: a caption, and where the words of a column stand.
'use client'
import type { PluginComponent } from '@payloadcms/richtext-lexical'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $getNodeByKey,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $setState,
  createState,
  type ElementFormatType,
  type ElementNode,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { $findMatchingParent } from '@payloadcms/richtext-lexical/lexical/utils'
import { useEffect, useId, useState } from 'react'
import { TABLE_WORDS } from '@/cms/wording/tables'
import { LIMITS } from '@/domain/access/limits'
import type { Alignment } from '@/domain/text/richText'
import './tables.css'

/** Stored with the table as `$.caption` (domain/text/tableShape.ts). */
const captionState = createState('caption', {
  parse: (value) => (typeof value === 'string' ? value : ''),
})

/** The table and the cell in which the cursor is. */
interface Place {
  table: string
  cell: string
  caption: string
  alignment: ElementFormatType
}

const $above = (node: LexicalNode, type: string): ElementNode | undefined => {
  const found = $findMatchingParent(node, (one) => one.getType() === type)
  return $isElementNode(found) ? found : undefined
}

function $readPlace(): Place | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const cell = $above(selection.anchor.getNode(), 'tablecell')
  const table = cell && $above(cell, 'table')
  if (!table) return undefined
  return {
    table: table.getKey(),
    cell: cell.getKey(),
    caption: $getState(table, captionState),
    alignment: cell.getFormatType(),
  }
}

/** The cells of the column that begin where this one does; merged cells are counted as one. */
function $columnOf(cell: LexicalNode): ElementNode[] {
  const at = cell.getIndexWithinParent()
  const rows = $above(cell, 'table')?.getChildren().filter($isElementNode) ?? []
  return rows.flatMap((row) => {
    const found = row.getChildAtIndex(at)
    return $isElementNode(found) ? [found] : []
  })
}

const ALIGNMENTS = Object.entries(TABLE_WORDS.alignments) as [Alignment, string][]

const TableSettings: PluginComponent = () => {
  const [editor] = useLexicalComposerContext()
  const [place, setPlace] = useState<Place>()
  const id = useId()

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        // While the caption is typed the text has no selection: the table stays the one that it was.
        if (editor.getRootElement()?.contains(document.activeElement))
          setPlace(editorState.read($readPlace))
      }),
    [editor],
  )

  if (!place) return null

  const writeCaption = (caption: string) => {
    setPlace({ ...place, caption })
    editor.update(() => {
      const table = $getNodeByKey(place.table)
      if (table) $setState(table, captionState, caption)
    })
  }
  const align = (alignment: Alignment) => {
    setPlace({ ...place, alignment })
    editor.update(() => {
      const cell = $getNodeByKey(place.cell)
      if (cell) $columnOf(cell).forEach((one) => one.setFormat(alignment))
    })
  }
  return (
    <div className="table-settings" role="group" aria-label={TABLE_WORDS.settings}>
      <label htmlFor={id}>{TABLE_WORDS.caption}</label>
      <input
        id={id}
        type="text"
        value={place.caption}
        maxLength={LIMITS.caption}
        onChange={(event) => writeCaption(event.target.value)}
      />
      <span className="table-settings__alignments" role="group" aria-label={TABLE_WORDS.column}>
        {ALIGNMENTS.map(([alignment, words]) => (
          <button
            key={alignment}
            type="button"
            aria-pressed={place.alignment === alignment}
            onClick={() => align(alignment)}
          >
            {words}
          </button>
        ))}
      </span>
    </div>
  )
}

export const TableSettingsFeatureClient = createClientFeature({
  plugins: [{ Component: TableSettings, position: 'belowContainer' }],
})
