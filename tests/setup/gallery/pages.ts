// The kinds of pages that readers, and guests, may meet; each with its address on the filled site, and what is photographed of it.

/** Where the private pages of a filled site are. */
export interface Filled {
  preview: string
  review: string
}

export interface Kind {
  address: string | ((filled: Filled) => string)
  /** 200 when left out. */
  status?: number
  /** What is scrolled to before the picture is taken; else it is the top. */
  at?: string
  print?: boolean
}

const ARTICLE = '/how-to-lift-a-heavy-box-with-less-strain'

/** Answered by the camera, not by the site: the page for when there is no database. */
export const UNAVAILABLE = '/unavailable'

export const KINDS: Record<string, Kind> = {
  home: { address: '/' },
  'home-newest': { address: '/', at: '#newest' },
  'home-categories': { address: '/', at: '.shelves' },
  category: { address: '/category/movement' },
  'category-page-2': { address: '/category/movement?page=2', at: '.page-links' },
  topic: { address: '/topic/strength' },
  author: { address: '/author/mara-lindqvist' },
  article: { address: ARTICLE },
  'article-middle': { address: ARTICLE, at: '.read-also' },
  'article-questions': { address: ARTICLE, at: '.faq' },
  'article-end': { address: ARTICLE, at: '.sources' },
  'every-block': { address: '/ten-minutes-a-day' },
  questions: { address: '/questions' },
  'question-page': { address: '/questions/can-i-exercise-with-a-cold' },
  'search-empty': { address: '/search' },
  'search-answer': { address: '/search?q=exercise+with+a+cold' },
  'search-results': { address: '/search?q=neck' },
  'search-none': { address: '/search?q=xylophone+repair' },
  about: { address: '/about' },
  policy: { address: '/editorial-policy' },
  withdrawn: { address: '/hips-that-click' },
  'not-found': { address: '/nothing-is-here', status: 404 },
  gone: { address: '/hills-slowly', status: 410 },
  unavailable: { address: UNAVAILABLE },
  preview: { address: ({ preview }) => preview },
  review: { address: ({ review }) => review },
  'review-form': { address: ({ review }) => review, at: '.remark' },
  print: { address: ARTICLE, print: true },
}

/** One page of each kind. */
export interface PageKind {
  name: string
  /** On the site; absolute where the site itself cannot give the page. */
  path: string
  status: number
}

/**
 * Each kind once: what else is photographed of it is the same page.
 * @param unavailable where the page for when there is no database is served
 */
export const pageKinds = (filled: Filled, unavailable: string): PageKind[] => [
  ...Object.entries(KINDS)
    .filter(([, { address, at, print }]) => !at && !print && address !== UNAVAILABLE)
    .map(([name, { address, status = 200 }]) => ({
      name,
      status,
      path: typeof address === 'string' ? address : address(filled),
    })),
  { name: 'closed-review', path: `/review/7-${'0'.repeat(64)}`, status: 404 },
  { name: 'unavailable', path: unavailable, status: 503 },
]
