// The stage of a fault run: a Postgres, two instances of the built site (one over a wire that can be cut), readers, an editor.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openProxy, type DatabaseProxy } from '../setup/databaseProxy'
import { environment, freshDataFolder } from '../setup/keep'
import { Desk, Editor, type Account } from './desk'
import { makeInstance, type Instance } from './instance'
import { Readers, type Page } from './readers'
import { startServer, type Server } from './server'

export interface World {
  server: Server
  /** Between `far` and the server. */
  wire: DatabaseProxy
  near: Instance
  far: Instance
  /** One for each instance, `near` first. */
  desks: [Desk, Desk]
  readers: Readers
  editor: Editor
  /** Whose parts say which revision they are of; readers ask for it. */
  article: { id: number; path: string; revision: number }
  dataDir: string
  random: () => number
  /** What every limit of time is multiplied by: 1 where the promise itself is measured. */
  patience: number
  close(): Promise<void>
}

const PATH = '/the-page-of-the-faults'

/** A page whose parts are of different revisions was never published. */
export const revisionsIn = (text: string): number[] => [
  ...new Set([...text.matchAll(/revision (\d+)/gi)].map(([, revision]) => Number(revision))),
]

const mixed = (text: string): string | undefined => {
  const revisions = revisionsIn(text)
  return revisions.length === 1 ? undefined : `it shows the revisions ${revisions.join(', ')}`
}

const run = (settings: Record<string, string>, ...args: string[]) =>
  promisify(execFile)(process.execPath, ['src/cli/run.mjs', ...args], {
    env: environment(settings),
  })

/** Asks until the answer is as wanted. @returns milliseconds, Infinity when it never was */
export async function until(limitMs: number, isTrue: () => Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (performance.now() - start < limitMs) {
    if (await isTrue().catch(() => false)) return performance.now() - start
    await sleep(20)
  }
  return Infinity
}

const paths = async (url: string): Promise<string[]> => {
  const home = await (await fetch(`${url}/`)).text()
  const found = [...home.matchAll(/href="(\/[a-z0-9-]+)"/g)].map(([, path = '']) => path)
  return [...new Set(['/', ...found])].filter((path) => !path.startsWith('/search'))
}

interface Setting {
  random: () => number
  patience: number
  /** Is told how far it has come. */
  say?: (text: string) => void
}

export async function openWorld({
  random,
  patience,
  say = () => undefined,
}: Setting): Promise<World> {
  const dataDir = freshDataFolder()
  say('Starting Postgres …')
  const server = await startServer(dataDir)
  const wire = await openProxy(server.url)
  const account: Account = { email: 'desk@example.org', password: randomBytes(12).toString('hex') }
  const common = {
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    SITE_URL: 'http://faults.example.org',
  }
  const near = await makeInstance('near', { ...common, DATABASE_URL: server.url })
  const far = await makeInstance('far', { ...common, DATABASE_URL: wire.url })
  let [readers, editor]: [Readers | undefined, Editor | undefined] = [undefined, undefined]
  const close = async () => {
    server.thaw()
    await wire.mend()
    await Promise.all([readers?.stop(), editor?.stop()])
    await Promise.all([near.stop(), far.stop()])
    await wire.close()
    await server.stop()
  }
  try {
    say('Starting two instances …')
    await near.start()
    await run(
      { ...common, DATABASE_URL: server.url },
      'user',
      'create',
      '--email',
      account.email,
      '--password',
      account.password,
      '--role',
      'admin',
    )
    await far.start()
    const desks: [Desk, Desk] = [new Desk(near.url), new Desk(far.url)]
    for (const desk of desks) await desk.signIn(account)
    const [desk] = desks
    const id = await desk.create('The page of revision 0', PATH)
    const article = { id, path: PATH, revision: 0 }
    await publishNext(desk, article)
    const draft = await desk.create('A draft that is being written', '/a-draft-being-written')
    const pages: Page[] = (await paths(near.url)).map((path) => ({ path }))
    const all = [...pages.filter(({ path }) => path !== PATH), { path: PATH, wrong: mixed }]
    for (const { path } of all)
      for (const { url } of [near, far]) await (await fetch(url + path)).text()
    readers = new Readers([near.url, far.url], all)
    editor = new Editor(desks, draft)
    readers.start()
    editor.start()
    say(`${all.length} pages are being read, one draft is being saved.`)
    return {
      server,
      wire,
      near,
      far,
      desks,
      readers,
      editor,
      article,
      dataDir,
      random,
      patience,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Puts the next revision of the article live. */
export async function publishNext(
  desk: Desk,
  article: { id: number; revision: number },
): Promise<void> {
  const next = article.revision + 1
  await desk.write(article.id, next)
  const { status, body } = await desk.event(article.id, 'forcePublish')
  if (status !== 200) throw new Error(`It was not published: ${status} ${JSON.stringify(body)}`)
  article.revision = next
}
