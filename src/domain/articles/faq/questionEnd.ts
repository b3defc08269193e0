// Checks that a text ends as a question does, in whatever script it is written.

/** Unicode, "question mark": of Latin, Arabic, full width, Ethiopic, Vai, and the doubled and mixed ones; quotes and brackets may close behind it. */
const MARKED = /[?؟？፧꘏⸮⁇⁈⁉‽]["'”’»›」』)\]\s]*$/u

/** The Greek question mark, which normalisation makes a semicolon. */
const GREEK = /\p{Script=Greek}.*[;\u037E]["'”’»)\]\s]*$/su

/** The Armenian one stands on the word that asks. */
const ARMENIAN = /\u055E/

export const endsAsQuestion = (text: string): boolean =>
  [MARKED, GREEK, ARMENIAN].some((form) => form.test(text))
