// Defines what a saver works with, what it can do, and what it reports.
import type { Values } from '@/domain/workflow/reconcile'
import type { Difference, Doc, Newer, Outcome } from './contract'
import type { LocalDraft } from './localDraft'

/** What to do with a field that two people changed. */
export type Choice = 'mine' | 'theirs' | 'both'

export interface Conflict {
  newer: Newer
  differs: readonly Difference[]
  /** What is stored now. */
  fresh: Doc
}

export type SaveState =
  /** `slow`: sent, and no answer for longer than anybody should believe that it is stored. */
  | { is: 'idle' | 'saving' | 'slow' }
  /** `beside`: whose changes to other fields were taken into the form. */
  | { is: 'saved'; beside: Newer | null }
  | { is: 'failed'; signedOut: boolean }
  | (Outcome & { is: 'refused' })
  | { is: 'stale'; conflict: Conflict; asked: boolean }

/** What the saver does to the form around it. */
export interface FormAdapter {
  /** The value of every editable field in the form now. */
  values(): Values
  /** Puts plain values into the form at once. */
  put(values: Values): void
  /** Gets the form ready for a document; what it gives puts the named fields into it. */
  prepare(doc: Doc): Promise<(names: readonly string[]) => void>
  /** The form rests on what is stored now. */
  rest(doc: Doc): void
  /** Whether nothing is left to save. */
  settle(isSettled: boolean): void
  show(state: SaveState): void
}

export interface Saver {
  /** True when everything is stored. @param autosave goes on in the version that this person's last autosave made */
  save(autosave: boolean): Promise<boolean>
  /** What the server has not stored yet, to be stored in the browser; null when everything is. */
  unsaved(): LocalDraft | null
  /** False when the choices could not be put into the form; they may be made again. */
  resolve(choices: Readonly<Record<string, Choice>>): Promise<boolean>
  /** False when it could not be put into the form; then it stays stored in the browser. */
  bringBack(kept: LocalDraft): Promise<boolean>
  /** An event of the workflow, not the saver, has put this document into the form. */
  beginFrom(doc: Doc): void
  stop(): void
}
