// A reader in this process: any address through the route handler that serves it, with what the answer says of itself.
import { GET as about } from '@/app/(site)/about/route'
import { GET as author } from '@/app/(site)/author/[slug]/route'
import { GET as category } from '@/app/(site)/category/[slug]/route'
import { GET as home } from '@/app/(site)/route'
import { GET as any } from '@/app/(site)/[...path]/route'
import { GET as topic } from '@/app/(site)/topic/[slug]/route'

const SHELVES = { category, topic, author } as const
const PAGES: Record<string, (request: Request) => Promise<Response>> = {
  '/': home,
  '/about': about,
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
  const { pathname } = new URL(request.url)
  const [, first = '', slug = ''] = pathname.split('/')
  const shelf = Object.hasOwn(SHELVES, first) && SHELVES[first as keyof typeof SHELVES]
  const response = shelf
    ? await shelf(request, { params: Promise.resolve({ slug }) })
    : await (PAGES[pathname] ?? any)(request)
  return readResponse(response)
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
    facts: headers.get('Cache-Tag')?.split(',') ?? [],
  }
}
