// Makes up prose: a vocabulary in which, as in a language, a few words are frequent and most are rare. Always the same.
import { randomFrom } from '@/domain/values/random'

const SYLLABLES = 'ba ce di fo gu ka le mi no pu ra se ti vo wu za'.split(' ')
export const VOCABULARY = 20_000
/** Makes the frequency of a word fall with its rank about as in English: the first is in nearly every text. */
const SKEW = 4

/** Any number of words, each different. @param rank from 0, the most frequent */
export function word(rank: number): string {
  let made = ''
  for (let rest = rank; rest > 0 || made.length < 4; rest = Math.floor(rest / SYLLABLES.length))
    made += SYLLABLES[rest % SYLLABLES.length]
  return made
}

/** One of `count`, the first ones more often. */
export const skewed = (random: () => number, count: number, skew: number): number =>
  Math.floor(count * random() ** skew)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `*` is a word. */
const fill = (frame: string, random: () => number): string =>
  capital(frame.replace(/\*/g, () => word(skewed(random, VOCABULARY, SKEW))))

const pick = (frames: readonly string[], random: () => number): string =>
  frames[Math.floor(random() * frames.length)] ?? ''

const SENTENCES = [
  'the * of a * is not the * that most people know, and no * will change it.',
  'begin with a * and a *, then add * when the * has become easy.',
  'who has a * without * should ask for a * before the next *.',
  'a * in the * is worth more than every * of the *.',
  'there is no * for *, but * and * come close to it.',
]
const TITLES = ['* and the * of ', 'how a * helps with * and ', 'what * does to your ']
const QUESTIONS = ['does * need a * after ', 'is a * better than * for ', 'why do * and * follow ']

/** Prose for one number: each call gives other words than the one before. */
export function writer(number: number) {
  const random = randomFrom(number)
  let own = 0
  /** A word that no other number has, as most titles have one. */
  const ownWord = () => word(VOCABULARY + number * 8 + own++)
  return {
    random,
    sentences: (count: number): string =>
      Array.from({ length: count }, () => fill(pick(SENTENCES, random), random)).join(' '),
    title: (): string => fill(pick(TITLES, random), random) + ownWord(),
    question: (): string => `${fill(pick(QUESTIONS, random), random)}${ownWord()}?`,
    heading: (): string => fill('the * of *', random),
  }
}

export type Writer = ReturnType<typeof writer>
