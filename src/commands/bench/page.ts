// How fast the article page is, beside a bare Node HTTP server that returns the same bytes and headers.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { SameAnswer } from './bareServer'
import { ask, load, type Answer, type Load } from './load'
import { median, row, ROUNDS } from './report'

/** One of the demonstration articles, with FAQ items and Read Also links. */
const ARTICLE = '/how-to-lift-a-heavy-box-with-less-strain'
const CONNECTIONS = 50
const SECONDS = 5
const WARM_UP_SECONDS = 2

/** Of one connection, not of the page; Node sets them itself. */
const HOP_BY_HOP = ['connection', 'date', 'keep-alive', 'transfer-encoding']

export async function benchPage(site: string, stop: AbortSignal): Promise<void> {
  const page = site + ARTICLE
  const answer = await ask(page)
  const bytes = answer.body.length
  console.log(
    `\nArticle page: ${ARTICLE}, ${bytes} bytes (${answer.headers['content-encoding'] ?? 'not compressed'})`,
  )
  console.log(
    `${CONNECTIONS} connections, ${SECONDS} s in turn, median of ${ROUNDS} rounds; the load comes from this machine too.`,
  )
  await whileBareServes(answer, async (bare) => {
    const measure = (url: string, seconds: number) =>
      load(url, { connections: CONNECTIONS, seconds, bytes })
    for (const url of [page, bare]) await measure(url, WARM_UP_SECONDS)
    const loads: { site: Load; bare: Load }[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      stop.throwIfAborted()
      loads.push({ site: await measure(page, SECONDS), bare: await measure(bare, SECONDS) })
    }
    report(loads)
  })
}

function report(loads: { site: Load; bare: Load }[]): void {
  const of = (name: 'site' | 'bare', what: keyof Load) => median(loads.map((l) => l[name][what]))
  const speeds = [of('site', 'requestsPerSecond'), of('bare', 'requestsPerSecond')] as const
  const times = [of('site', 'p99'), of('bare', 'p99')] as const
  console.log(row('', 'article page', 'bare server', 'ratio'))
  console.log(row('requests/s', ...speeds, speeds[0] / speeds[1]))
  console.log(row('p99 in ms', ...times, times[0] / times[1]))
}

async function whileBareServes(
  { headers, body }: Answer,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = fork(path.join(import.meta.dirname, 'bareServer.ts'), {
    execArgv: ['--import', 'tsx'],
    // In a group of its own: Ctrl-C reaches this process alone, whose end is the server's end too.
    detached: true,
  })
  const ended = once(server, 'exit')
  try {
    const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name))
    const same = { headers: Object.fromEntries(kept), body: body.toString('base64') } as SameAnswer
    server.send(same)
    const [port] = await Promise.race([once(server, 'message'), ended])
    await use(`http://127.0.0.1:${port}`)
  } finally {
    if (server.connected) server.disconnect()
    await ended
  }
}
