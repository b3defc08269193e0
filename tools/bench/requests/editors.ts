// Signs in two editors who work on the site over HTTP, as the panel does: one writes, the other approves and publishes.
import type { Payload } from 'payload'
import { requestAddress } from './reader'

const PASSWORD = 'of the benchmark alone'

type Kind = 'articles' | 'faq-items'

export interface Editors {
  /** Writes, submits and approves: what is left is to publish. */
  prepare(kind: Kind, id: number, data: object): Promise<void>
  /** The last step. @returns how long it took, in milliseconds */
  publish(kind: Kind, id: number): Promise<number>
  withdraw(kind: Kind, id: number): Promise<number>
}

/** @param url of the instance at which they sign in and work */
export async function signIn(payload: Payload, url: string): Promise<Editors> {
  const tokens = {
    author: await tokenFor(payload, url, 'author'),
    editor: await tokenFor(payload, url, 'editor'),
  }
  const send = async (who: keyof typeof tokens, method: string, path: string, body?: object) => {
    const headers = {
      Authorization: `JWT ${tokens[who]}`,
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
    }
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const answer = await requestAddress(`${url}/api${path}`, sent)
    const said = answer.body.toString()
    if (answer.status !== 200)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${said}`)
    return { ...answer, json: JSON.parse(said) as { version: number } }
  }
  const workflow = async (kind: Kind, id: number): Promise<number> =>
    (await send('editor', 'GET', `/${kind}/${id}/workflow`)).json.version
  const event = async (who: keyof typeof tokens, kind: Kind, id: number, body: object) => {
    const version = await workflow(kind, id)
    return (await send(who, 'POST', `/${kind}/${id}/events`, { version, ...body })).ms
  }
  return {
    async prepare(kind, id, data) {
      const workflowVersion = await workflow(kind, id)
      await send('author', 'PATCH', `/${kind}/${id}?draft=true&depth=0`, {
        ...data,
        workflowVersion,
      })
      await event('author', kind, id, { event: 'submit' })
      await event('editor', kind, id, { event: 'approve' })
    },
    publish: (kind, id) => event('editor', kind, id, { event: 'publish' }),
    withdraw: (kind, id) => event('editor', kind, id, { event: 'unpublish', reason: 'gone' }),
  }
}

async function tokenFor(payload: Payload, url: string, name: 'author' | 'editor'): Promise<string> {
  const email = `${name}@bench.example.org`
  const where = { email: { equals: email } }
  const { totalDocs } = await payload.count({ collection: 'users', where })
  if (totalDocs === 0)
    await payload.create({
      collection: 'users',
      data: { email, password: PASSWORD, name, role: 'editor' },
    })
  const { body } = await requestAddress(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Encoding': 'identity' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  const { token } = JSON.parse(body.toString()) as { token?: string }
  if (!token) throw new Error(`The ${name} could not sign in: ${body.toString()}`)
  return token
}
