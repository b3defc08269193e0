// Payload's REST interface as a program meets it, in this process: a request with an account's token, or with none.
import config from '@payload-config'
import { handleEndpoints, type Payload } from 'payload'
import type { User } from '@/payload-types'

export interface Answer {
  status: number
  body: Record<string, unknown> & { doc?: { id: number }; issues?: { code: string }[] }
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>

/** @param user null for whoever has not signed in */
export async function callerFor(payload: Payload, user: User | null): Promise<Call> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (user) {
    const data = { email: user.email, password: 'twelve-letters' }
    const { token } = await payload.login({ collection: 'users', data })
    headers.Authorization = `JWT ${token}`
  }
  return async (method, path, body) => {
    const request = new Request(`http://localhost:3000/api${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const response = await handleEndpoints({ config, request })
    return { status: response.status, body: await response.json() }
  }
}
