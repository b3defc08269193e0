// A wire to Postgres that tests can cut, freeze and mend: what a network or a dying server does to one process alone.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface DatabaseProxy {
  /** The database's address through this wire. */
  url: string
  /** Breaks all connections and refuses new ones. */
  cut(): Promise<void>
  /** From now on nothing comes through, and nothing breaks: as when a server is stopped or a network swallows everything. */
  freeze(): void
  /** Freezes the connections on which this was said. */
  freezeThose(said: string): void
  /** Everything goes through again; what waited is delivered. */
  mend(): Promise<void>
  close(): Promise<void>
}

interface Pair {
  near: Socket
  far: Socket
  said: string
  halted: boolean
}

export async function openProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  const pairs = new Set<Pair>()
  let frozen = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    const pair = { near, far, said: '', halted: false }
    pairs.add(pair)
    near.on('data', (chunk) => (pair.said += chunk.toString('latin1')))
    near.pipe(far).pipe(near)
    if (frozen) halt(pair)
    for (const socket of [near, far])
      socket
        .on('error', () => undefined)
        .on('close', () => {
          pairs.delete(pair)
          near.destroy()
          far.destroy()
        })
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const halt = (pair: Pair) => {
    pair.halted = true
    pair.near.unpipe(pair.far).pause()
    pair.far.unpipe(pair.near).pause()
  }
  const goOn = (pair: Pair) => {
    if (!pair.halted) return
    pair.halted = false
    pair.near.pipe(pair.far).pipe(pair.near)
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const { near, far } of pairs) for (const socket of [near, far]) socket.resetAndDestroy()
    await closed
  }
  return {
    url: url.href,
    cut,
    freeze() {
      frozen = true
      pairs.forEach(halt)
    },
    freezeThose(said) {
      for (const pair of pairs) if (pair.said.includes(said)) halt(pair)
    },
    async mend() {
      frozen = false
      if (!server.listening) await listen(port)
      pairs.forEach(goOn)
    },
    close: cut,
  }
}
