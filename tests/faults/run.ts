// Runs faults one after the other on one stage, and says after each what readers and the editor had of it.
import { setTimeout as sleep } from 'node:timers/promises'
import { recovery } from './looks'
import { Skipped, type Complaint, type Fault } from './fault'
import type { World } from './world'

/** Of all instances, after the fault is mended, in milliseconds. */
const RECOVERED_MS = 5000
/** A reader who gets a stored page later than this noticed something. */
const NOTICED_MS = 4000

export interface Report {
  fault: string
  /** Why it could not be tried on this machine. */
  skipped?: string
  complaints: Complaint[]
  /** Readers' answers, and those that were no whole page. */
  answers: number
  failures: number
  /** Milliseconds. */
  slowest: number
  saves: number
  recovery: number
}

export async function runFault(world: World, fault: Fault): Promise<Report> {
  const { near, far, desks, editor, readers } = world
  readers.take()
  const savesBefore = editor.saves
  const { complaints, skipped } = await injected(world, fault)
  for (const [name, { died }] of Object.entries({ near, far }))
    if (died()) complaints.push(`the instance ${name} ended by itself`)
  // A fault that broke off in the middle leaves nothing broken for the next one.
  await Promise.all([near, far].map((each) => each.start()))
  const recovered = await recovery(world)
  // The load goes on for a moment after everything is well again.
  await sleep(500)
  const { answers, failures, slowest } = readers.take()
  const lost = await editor.lost(desks[0]).catch(String)
  complaints.push(...failures.slice(0, 3).map((failure) => `a reader: ${failure}`))
  if (slowest > NOTICED_MS * world.patience)
    complaints.push(`a reader waited ${Math.round(slowest)} ms`)
  if (lost) complaints.push(lost)
  if (recovered > RECOVERED_MS * world.patience)
    complaints.push(`it took ${recovered} ms to recover`)
  return {
    fault: fault.name,
    skipped,
    complaints,
    answers,
    failures: failures.length,
    slowest,
    saves: editor.saves - savesBefore,
    recovery: recovered,
  }
}

async function injected(
  world: World,
  fault: Fault,
): Promise<{ complaints: Complaint[]; skipped?: string }> {
  try {
    return { complaints: await fault.inject(world) }
  } catch (error) {
    if (error instanceof Skipped) return { complaints: [], skipped: error.message }
    return { complaints: [String(error)] }
  }
}
