// What a fault is: what it does to the stage, and what must have been so at its end beside what holds for all of them.
import type { World } from './world'

/** What a fault found wrong, in words. */
export type Complaint = string

export interface Fault {
  name: string
  /** Few seconds, and worth running with every `npm test`. */
  quick?: true
  /**
   * Breaks something, looks, and mends it. Afterwards both instances run and reach the database.
   * @returns what was not as promised; what could not be tried here is thrown as Skipped
   */
  inject(world: World): Promise<Complaint[]>
}

/** This machine does not let the fault be made. */
export class Skipped extends Error {
  override name = 'Skipped'
}
