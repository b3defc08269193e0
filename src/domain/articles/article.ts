// Describes the values that a reader's page shows: complete, already reshaped from the rows that hold them.
import type { Day } from '../time/day'
import type { RichText } from '../text/richText'

/** The publication itself. `url` is the public origin without a closing slash, e.g. `https://example.org`. */
export interface Site {
  url: string
  name: string
  description: string
  /** BCP 47, e.g. `en`. */
  language: string
  /** IANA, e.g. `Europe/Berlin`: in which days of publication are given. */
  timeZone: string
  organization: {
    name: string
    description: string
    /** The page that says who is behind the site, e.g. `/about`. */
    aboutPath: string
    logo?: Image
  }
  /** For pages without a picture of their own, where they are shared. */
  shareImage?: Image
  /** Footer and header links, in order. */
  navigation: { header: NavigationLink[]; footer: NavigationLink[] }
}

export interface NavigationLink {
  label: string
  /** A path on this site or an absolute http(s) URL. */
  url: string
}

export interface Image {
  /** Path or absolute URL of the file. */
  url: string
  alt: string
  width: number
  height: number
  caption?: string
  /** Smaller copies of the same picture, made at upload. */
  sizes?: ImageFile[]
  /** The copy for those who share the page: of the form that Open Graph asks for. */
  share?: ImageFile
}

export interface ImageFile {
  /** Path or absolute URL. */
  url: string
  width: number
  height: number
}

export interface Author {
  id: number
  name: string
  slug: string
  /** E.g. `Physiotherapist, MSc`. */
  credentials?: string
  jobTitle?: string
  description?: string
}

/** As far as a person's own page shows them. */
export interface Profile extends Author {
  photo?: Image
  /** Absolute http(s) addresses of pages elsewhere that are about this person. */
  profiles?: readonly string[]
}

/** A category or a topic: a name with an address. */
export interface Term {
  id: number
  name: string
  slug: string
  description?: string
}

export interface Source {
  title: string
  publisher?: string
  year?: number
  url?: string
  /** When the source was read. */
  accessed?: Day
}

/** Why readers do not get the target of a Read Also link. */
export type Away = 'notLive' | 'inTrash'

/**
 * A Read Also link that may be shown: its target is live. Links that may not be shown are absent, except in a preview,
 * which says why a link to an article has no target.
 */
export type ReadAlsoLink =
  | { id: number; kind: 'internal'; title: string; path: string; away?: Away }
  | {
      id: number
      kind: 'external'
      title: string
      url: string
      publisher?: string
      /** Decides `rel`: none for editorial, `sponsored` for paid, `nofollow` for not vouched for. */
      relation: 'editorial' | 'paid' | 'notVouchedFor'
    }

/** A complete, published FAQ item: question and answer are never empty. */
export interface FaqItem {
  id: number
  question: string
  answer: RichText
  /** The permanent anchor slug; the element's id on a page is `faq-` + anchor. */
  anchor: string
  /** The one article that carries this item's markup. */
  home: { path: string; title: string } | null
  reviewer?: Author
  lastReviewed?: Day
}

/** One article as readers get it. Dates are ISO 8601 with zone. */
export interface Article {
  id: number
  path: string
  title: string
  summary: string
  seoTitle?: string
  seoDescription?: string
  /** False excludes the page from search engines. */
  index: boolean
  /** Empty: the byline is the site's organisation. */
  authors: Author[]
  reviewer?: Author
  lastReviewed?: Day
  nextReview?: Day
  category?: Term
  topics: Term[]
  publishedAt: string
  /** When the visible text last changed; never before `publishedAt`. */
  modifiedAt: string
  heroImage?: Image
  body: RichText
  /** What the body's blocks and links point at, by id; an id that is absent may not be shown. */
  faqItems: FaqItem[]
  readAlsoLinks: ReadAlsoLink[]
  linkedArticles: { id: number; path: string }[]
  images: (Image & { id: number })[]
  sources: Source[]
  /** What was wrong and has been put right, newest first. */
  corrections: Correction[]
}

export interface Correction {
  date: Day
  text: string
}

/** What a link to an article needs: exactly what `article:<id>:link` stands for (cacheTags.ts). */
export interface ArticleTitle {
  id: number
  path: string
  title: string
}

/** One entry in a list of articles: exactly what `article:<id>:card` stands for, with the names of others. */
export interface ArticleSummary extends ArticleTitle {
  summary: string
  publishedAt: string
  authors: Pick<Author, 'id' | 'name' | 'slug'>[]
  category?: Pick<Term, 'id' | 'name' | 'slug'>
  image?: Image
}
