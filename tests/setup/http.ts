// Payload's REST interface as a program meets it, through the route itself: a request with an account's token, or with none.
import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import * as route from '@/app/(payload)/api/[...slug]/route'

export const ORIGIN = 'http://localhost:3000'

export interface Answer {
  status: number
  body: Record<string, unknown> & {
    doc?: { id: number }
    docs?: ({ id: number } & Record<string, unknown>)[]
    issues?: { code: string }[]
    errors?: { message: string }[]
  }
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>

/** @param path after /api */
export async function send(
  method: string,
  path: string,
  { body, headers = {} }: { body?: BodyInit; headers?: Record<string, string> } = {},
): Promise<Response> {
  const url = new URL(`${ORIGIN}/api${path}`)
  const slug = url.pathname.split('/').slice(2).map(decodeURIComponent)
  const request = new Request(url, { method, headers, body })
  // As every client over a wire does.
  if (body) {
    const { size } = await request.clone().blob()
    request.headers.set('Content-Length', String(size))
  }
  const handle = route[method as keyof typeof route]
  return handle(request, { params: Promise.resolve({ slug }) })
}

/** @param user null for a caller who has not signed in */
export async function callerFor(payload: Payload, user: User | null): Promise<Call> {
  const headers: Record<string, string> = {}
  if (user) {
    const data = { email: user.email, password: 'twelve-letters' }
    const { token } = await payload.login({ collection: 'users', data })
    headers.Authorization = `JWT ${token}`
  }
  return async (method, path, body) => {
    const isForm = body instanceof FormData
    const response = await send(method, path, {
      headers: isForm ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
}
