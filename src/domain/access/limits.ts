// Sets a hard limit on the length of each text, for drafts too.

/** Characters (UTF-16 code units) by field. */
export const LIMITS = {
  title: 200,
  path: 200,
  /** A letter that is not ASCII takes up to nine characters. */
  encodedPath: 1800,
  summary: 300,
  seoTitle: 120,
  seoDescription: 300,
  heading: 200,
  name: 120,
  slug: 120,
  /** As of a path. */
  encodedSlug: 1080,
  question: 300,
  answer: 5000,
  body: 200_000,
  url: 2048,
  credentials: 200,
  description: 2000,
  alt: 300,
  caption: 500,
  label: 120,
  sourceTitle: 300,
  publisher: 200,
  note: 2000,
  correction: 1000,
  search: 200,
  email: 254,
} as const
