// Trims a text, and empties it when it says nothing: invisible signs are no text.

/**
 * White space, controls, what Unicode tells programs to show nothing for (Default_Ignorable_Code_Point: zero-width
 * signs, soft hyphens, fillers, variation selectors) and the empty Braille cell, which is drawn as a space.
 */
const SEEN = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/** The text without white space around it; `''` when there is nothing to see in it. */
export const visibleText = (text: string | null | undefined): string =>
  text != null && SEEN.test(text) ? text.trim() : ''
