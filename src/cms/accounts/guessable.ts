// Decides whether a password is among the first that a guesser tries: common ones, rows of keys, repetitions, the names of the site
// and of the account (NIST SP 800-63B, 3.1.1.2).
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { settings } from '@/env'

/** Below this, a guesser who knows the habits of people needs fewer than 10⁸ tries (zxcvbn, "safely unguessable" begins there). */
const LEAST_SCORE = 3

/** Longer ones are judged by their beginning: the work grows with the length. */
const MAX_JUDGED = 100

let judge: Promise<ZxcvbnFactory> | undefined

/** The lists are large: read when the first password is set, by what serves pages never. */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({ dictionary, graphs: adjacencyGraphs })
}

const NOT_OF_WORDS = /[^\p{L}\p{N}]+/u

/** What the site and the account are called: whole, in parts, without what parts them, and without accents. */
function listOwnWords(own: readonly string[]): string[] {
  const names = ['backstory', new URL(settings().siteUrl).hostname, ...own]
  const forms = names
    .flatMap((name) => [name, ...name.split('@')])
    .flatMap((name) => [name, name.normalize('NFD').replace(/\p{M}/gu, '')])
    .flatMap((name) => [name, ...name.split(NOT_OF_WORDS), name.split(NOT_OF_WORDS).join('')])
  return [...new Set(forms.map((form) => form.toLowerCase()))].filter((form) => form.length > 2)
}

/** @param own the address and the name of the account */
export async function isGuessable(password: string, own: readonly string[]): Promise<boolean> {
  judge ??= loadJudge()
  const loaded = await judge
  const words = listOwnWords(own)
  const judged = password.slice(0, MAX_JUDGED)
  // A hyphen between two of them makes nothing harder.
  return [judged, judged.split(NOT_OF_WORDS).join('')].some(
    (form) => form !== '' && loaded.check(form, words).score < LEAST_SCORE,
  )
}
