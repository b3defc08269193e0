// Lists the reasons why a span of the source is in no text of the article.

/** The reasons with their wording. */
export const DROP_REASONS = {
  byteOrderMark: 'byte order mark',
  whiteSpace: 'white space',
  joinedLine: 'line break inside a text, now a space',
  fence: 'fence around the text',
  separator: 'separating line',
  headingMark: 'marks a heading',
  listMark: 'marks a list item',
  readAlsoMark: 'marks a Read Also link',
  questionMark: 'marks a question',
  answerMark: 'marks an answer',
  faqGroup: 'name of a group of questions, for which a FAQ section has no place',
  sourceMark: 'marks a source',
  sourcesHeading: 'heading of the sources, which have a place of their own',
  titleStatedElsewhere: 'title line; the title is stated elsewhere',
  frontMatterMark: 'front matter notation',
  frontMatterComment: 'front matter comment',
  unknownKey: 'front matter: no such field here',
  emptyValue: 'front matter: no value',
  repeatedKey: 'front matter: given twice, the first one counts',
  secondValue: 'front matter: one value expected, the first one counts',
  notRead: 'not read, the source has too many lines',
  unaccounted: 'not accounted for',
} as const

export type DropReason = keyof typeof DROP_REASONS
