// Makes up prose: a vocabulary in which, as in a language, a few words are frequent and most are rare. Always the same.
import { randomFrom } from '@/domain/values/random'

const SYLLABLES = 'ba ce di fo gu ka le mi no pu ra se ti vo wu za'.split(' ')
export const VOCABULARY = 20_000
/** Makes the frequency of a word fall with its rank about as in English: the first is in nearly every text. */
const SKEW = 4

/** Any number of words, each different. @param rank from 0, the most frequent */
export function makeWord(rank: number): string {
  let made = ''
  for (let rest = rank; rest > 0 || made.length < 4; rest = Math.floor(rest / SYLLABLES.length))
    made += SYLLABLES[rest % SYLLABLES.length]
  return made
}

/** One of `count`, the first ones more often. */
export const pickSkewed = (random: () => number, count: number, skew: number): number =>
  Math.floor(count * random() ** skew)

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `*` is a word. */
const fillFrame = (frame: string, random: () => number): string =>
  capitalize(frame.replace(/\*/g, () => makeWord(pickSkewed(random, VOCABULARY, SKEW))))

const pickFrame = (frames: readonly string[], random: () => number): string =>
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
export function createWriter(number: number) {
  const random = randomFrom(number)
  let own = 0
  /** A word that no other number has, as most titles have one. */
  const ownWord = () => makeWord(VOCABULARY + number * 8 + own++)
  return {
    random,
    sentences: (count: number): string =>
      Array.from({ length: count }, () => fillFrame(pickFrame(SENTENCES, random), random)).join(
        ' ',
      ),
    title: (): string => fillFrame(pickFrame(TITLES, random), random) + ownWord(),
    question: (): string => `${fillFrame(pickFrame(QUESTIONS, random), random)}${ownWord()}?`,
    heading: (): string => fillFrame('the * of *', random),
  }
}

export type Writer = ReturnType<typeof createWriter>
