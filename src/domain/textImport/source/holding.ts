// Lists the reasons to hold a source back though it was to be published: it is saved all the same, and the importer
// reports them.

/** What is known of a source and of the article that it becomes. */
export interface Holding {
  /** The title is the importer's own, and no editor has accepted it. */
  titleProposed: boolean
  /** An article with most of the same lines is there, and nothing says whether this is the same source. */
  maybeSame: boolean
  /** Hardly a line is left of what was imported from this file before. */
  anotherText: boolean
  /** The source says so of itself. */
  draft: boolean
  /** Its date of publication has not come. */
  future: boolean
  /** Its readers were not to get it any longer. */
  expired: boolean
  /** The article waits for a date that an editor has set. */
  scheduled: boolean
}

export type Holder = keyof Holding

/** In the order of the table above; empty when nothing is in the way. */
export const holdersOf = (holding: Holding): Holder[] =>
  (Object.keys(holding) as Holder[]).filter((holder) => holding[holder])
