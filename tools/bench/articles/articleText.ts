// Writes articles for the importer's benchmark: as long and as rich as real ones, every one different, always the same.

const SENTENCES = [
  'A short walk after a meal asks little of anybody and is easy to repeat the next day.',
  'Most people notice the difference after a week or two, and not before.',
  'It helps to begin with less than seems right, and to add a little when it has become easy.',
  'Nothing about it has to hurt, and what does hurt is a reason to stop and to look again.',
  'The chair, the shoes and the hour of the day matter less than doing it at all.',
  'Write down what you did, because memory is kind and paper is not.',
  'Those who sleep badly should change that first, as everything else becomes harder without it.',
  'Two minutes in the morning and two in the evening are worth more than an hour on Sunday.',
  'A friend who comes along is better than any reminder on a telephone.',
  'If one week was missed, the next one starts where the last one ended.',
]

/** A paragraph of `length` sentences that no other seed has. */
const paragraph = (seed: number, length: number): string =>
  [
    `This is note ${seed} of the series.`,
    ...Array.from({ length }, (_, at) => SENTENCES[(seed + at * 3) % SENTENCES.length]),
  ].join(' ')

const title = (number: number): string => `A Small Habit for Week ${number}`

const section = (number: number, at: number): string[] => [
  `What Week ${number} Is About, Part ${at}`,
  ...[1, 2, 3].flatMap((part) => [
    `Step ${part} of Part ${at} in Week ${number}`,
    paragraph(number * 100 + at * 10 + part, 6),
  ]),
]

const question = (number: number, at: number): string[] => [
  `How long does exercise ${at} of week ${number} take?`,
  paragraph(number * 1000 + at, 3),
]

/** The text of an article in the importer's plain form; each links to the one before it. */
export const articleText = (number: number): string =>
  [
    `---\ntitle: ${title(number)}\nauthor: Author ${number % 5}\ncategory: Habits\ntopics: walking, rest\n---`,
    paragraph(number, 5),
    ...section(number, 1),
    ...(number > 1 ? [`Read Also: ${title(number - 1)}`] : []),
    ...section(number, 2),
    'People Also Ask',
    ...[1, 2, 3, 4, 5].flatMap((at) => question(number, at)),
    'Final Words',
    paragraph(number + 7, 4),
  ].join('\n\n')
