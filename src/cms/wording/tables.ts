// Names what a table has beside its cells.

export const TABLE_WORDS = {
  settings: 'Table',
  caption: 'Caption',
  column: 'Words of this column',
  /** By what a cell stores as its `format`. */
  alignments: { '': 'At the start', center: 'Centred', end: 'At the end' },
} as const
