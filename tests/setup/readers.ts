// A reader in this process: any address through the route handler that serves it, with what the answer says of itself.
import { GET as path } from '@/app/(site)/[...path]/route'
import { GET as about } from '@/app/(site)/about/route'
import { GET as atom } from '@/app/(site)/atom.xml/route'
import { GET as author } from '@/app/(site)/author/[slug]/route'
import { GET as categoryFeed } from '@/app/(site)/category/[slug]/[feed]/route'
import { GET as category } from '@/app/(site)/category/[slug]/route'
import { GET as feedJson } from '@/app/(site)/feed.json/route'
import { GET as feed } from '@/app/(site)/feed.xml/route'
import { GET as llms } from '@/app/(site)/llms.txt/route'
import { GET as openSearch } from '@/app/(site)/opensearch.xml/route'
import { GET as questionsJson } from '@/app/(site)/questions.json/route'
import { GET as question } from '@/app/(site)/questions/[anchor]/route'
import { GET as questions } from '@/app/(site)/questions/route'
import { GET as robots } from '@/app/(site)/robots.txt/route'
import { GET as home } from '@/app/(site)/route'
import { GET as sitemap } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import { GET as topic } from '@/app/(site)/topic/[slug]/route'

type Params = Record<string, string>
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

/** Addresses that are always there. */
export const FIXED: Record<string, Handler> = {
  '/': home,
  '/about': about,
  '/questions': questions,
  '/questions.json': questionsJson,
  '/feed.xml': feed,
  '/atom.xml': atom,
  '/feed.json': feedJson,
  '/sitemap.xml': sitemap,
  '/llms.txt': llms,
  '/robots.txt': robots,
  '/opensearch.xml': openSearch,
}

const PATTERNS: [RegExp, Handler][] = [
  [/^\/category\/(?<slug>[^/]+)$/, category],
  [/^\/category\/(?<slug>[^/]+)\/(?<feed>[^/]+)$/, categoryFeed],
  [/^\/topic\/(?<slug>[^/]+)$/, topic],
  [/^\/author\/(?<slug>[^/]+)$/, author],
  [/^\/questions\/(?<anchor>[^/]+)$/, question],
  [/^\/sitemaps\/(?<part>[^/]+)$/, sitemapPart],
]

function handlerOf(pathname: string): [Handler, Params] {
  for (const [pattern, handler] of PATTERNS) {
    const found = pattern.exec(pathname)
    if (found) return [handler, { ...found.groups }]
  }
  return [FIXED[pathname] ?? path, {}]
}

export interface Read {
  /** Everything that a reader can tell apart: status, where it leads, robots, text. */
  bytes: string
  status: number
  /** Null for an answer that may not be kept. */
  revision: number | null
  facts: string[]
}

/** @param address a path, with or without a query */
export async function readPage(address: string): Promise<Read> {
  const request = new Request(`http://localhost:3000${address}`)
  const [handler, params] = handlerOf(new URL(request.url).pathname)
  return readResponse(await handler(request, { params: Promise.resolve(params as never) }))
}

export async function readResponse(response: Response): Promise<Read> {
  const { headers, status } = response
  const revision = headers.get('Backstory-Revision')
  const shown = [
    status,
    headers.get('Location'),
    headers.get('X-Robots-Tag'),
    await response.text(),
  ]
  return {
    bytes: shown.join('\n'),
    status,
    revision: revision === null ? null : Number(revision),
    facts: headers.get('Backstory-Facts')?.split(',') ?? [],
  }
}
