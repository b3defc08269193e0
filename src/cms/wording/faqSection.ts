// Words the FAQ section of an article's form: its actions, who else uses an item, and what became of what was typed or pasted.

export const FAQ_WORDS = {
  list: 'Questions and answers',
  question: 'Question',
  answer: 'Answer',
  write: 'Write',
  done: 'Done',
  up: 'Up',
  down: 'Down',
  drag: 'Drag to another place',
  copy: 'Make my own copy',
  copyExplains: 'A new question with the same text, for this article alone.',
  replace: 'Use another',
  replaceLabel: 'Find another question',
  remove: 'Remove from here',
  open: 'Open by itself',
  cancel: 'Cancel',
  use: 'Use this one',
  add: 'Add a question',
  addExplains:
    'Enter makes the question, and you write its answer. Questions with answers can be pasted, several at once.',
  noAnswer: 'No answer yet.',
  locked:
    'You can read it, not edit it: it is neither yours nor assigned to you, or waits for others. Make your own copy to write on.',
  missing: 'This question is not there any more, or lies in the trash.',
  failed: 'The site did not answer. Nothing was changed; try again.',
  searching: 'Searching …',
  nothingFound: 'No question has these words.',
  putBack: 'Put it back',
  pasting: 'Reading what was pasted …',
  nothingPasted: 'No question was found in what was pasted: nothing was added.',
  exists:
    'This question exists already. Use it, or press Enter again to write it anew with an answer of its own.',
} as const

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** Such as `also in 3 articles`. */
export const usedInWords = (total: number): string => `also in ${counted(total, 'article')}`

/** Above the fields of an item that others show. */
export const sharedWords = (total: number): string =>
  `What you write here changes ${counted(total, 'other article')}, too.`

export const moreWords = (count: number): string => `and ${count} more`

/** Announced while a question is typed. */
export const alikeWords = (count: number): string =>
  count === 0 ? '' : `${counted(count, 'question')} like this ${count === 1 ? 'exists' : 'exist'}:`

export const movedWords = (question: string, place: number, of: number): string =>
  `“${question}” is number ${place} of ${of} now.`

export const addedWords = (count: number): string =>
  `${counted(count, 'question')} ${count === 1 ? 'was' : 'were'} added.`

export const copiedWords = (question: string): string =>
  `“${question}” is a question of its own now, with the same text.`

/** @param trashed it was in no other article, and lies in the trash */
export const removedWords = (question: string, trashed: boolean): string =>
  trashed
    ? `“${question}” was removed. It was begun here and is in no other article, so it lies in the trash.`
    : `“${question}” was removed from here.`

/** Texts that belong to no question. */
export const restWords = (texts: readonly string[]): string =>
  `Not taken, since it belongs to no question: ${texts.map((text) => `“${text}”`).join(' ')}`

/** An action, told apart from the same one on other questions. */
export const actionName = (action: string, question: string): string => `${action}: ${question}`
