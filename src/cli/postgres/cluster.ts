// Runs one embedded Postgres: made, started, found again after a crash, stopped.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findFreePort } from '../freePort'
import { giveTo, type Account } from './account'
import { describeLiveCopy, claimCluster } from './belonging'
import { holderOf, readLock, type Holder, type Lock } from './lock'
import type { Place } from './place'

const USER = 'backstory'
const DATABASE = 'backstory'

/** For what is read often, taken as it is needed; Postgres' own 128 MB is for any machine. */
const SHARED_MB = Math.min(Math.max(Math.floor(totalmem() / 2 ** 20 / 16), 128), 1024)
/** Compiling pays for long analyses; what pages ask is short. */
const SETTINGS = `-c shared_buffers=${SHARED_MB}MB -c jit=off`

/**
 * On Linux the programs are started in the folder that they work on, and find it there: it may lie below a home that their
 * account cannot enter, and no sign in its path, nor its length, means anything to them.
 */
const IN_PLACE = process.platform === 'linux' ? '/proc/self/cwd' : undefined

/** After `kill -9` the old server's children may hold its shared memory for a moment. */
const START_ATTEMPTS = 20

/** Those of whom the server itself may be asked. */
const LIVE = new Set<Holder>(['own', 'unknown'])

/** invalid_password (PostgreSQL, Appendix A). */
const WRONG_PASSWORD = '28P01'

export class Cluster {
  constructor(
    private readonly place: Place,
    private readonly account: Account,
    private readonly password: string,
  ) {}

  url(port: number, database = DATABASE): string {
    return `postgres://${USER}:${this.password}@127.0.0.1:${port}/${database}`
  }

  /**
   * Uses the server that runs on this data, or starts one; it uses `port` when given.
   * @throws with why not, and then leaves no server running that was not
   */
  async start(port?: number): Promise<number> {
    if (!existsSync(this.place.cluster)) await this.makeCluster()
    claimCluster(this.place)
    const told = existsSync(this.place.log) ? readFileSync(this.place.log, 'utf8').length : 0
    let began = false
    try {
      for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
        const running = this.findServer()
        if (running && (await this.isReady(running.port))) return running.port
        if (!running) began = (await this.launchServer(port)) || began
        await sleep(running ? 500 : 100)
      }
    } catch (error) {
      if (began) await this.stop()
      throw error
    }
    if (began) await this.stop()
    throw new Error(`Postgres does not start${this.lastWords(told)}. See ${this.place.log}.`)
  }

  /** Whether `pg_ctl` says that it started a server. */
  private async launchServer(port?: number): Promise<boolean> {
    const { cluster, log } = this.place
    const { code } = await this.runProgram('pg_ctl', cluster, [
      'start',
      '--wait',
      '--timeout=60',
      `--log=${IN_PLACE ? `../${path.basename(log)}` : log}`,
      `--pgdata=${IN_PLACE ?? cluster}`,
      `--options=-p ${port ?? (await findFreePort())} ${SETTINGS}`,
    ])
    return code === 0
  }

  /** The last thing that prevented its start, in its own words. */
  private lastWords(from: number): string {
    if (!existsSync(this.place.log)) return ''
    const said = readFileSync(this.place.log, 'utf8').slice(from)
    const reason = said.match(/(?:FATAL|PANIC|ERROR): .*|^.*could not.*$/gm)?.at(-1)
    return reason ? `: ${reason}` : ''
  }

  /** Waits until running transactions are rolled back and everything is on disk. */
  async stop(): Promise<void> {
    const { cluster } = this.place
    const pgdata = `--pgdata=${IN_PLACE ?? cluster}`
    await this.runProgram('pg_ctl', cluster, ['stop', '--wait', '--mode=fast', pgdata])
  }

  /**
   * Gives the database another password, without having the old one.
   * @throws with one line when its server runs, or says no
   */
  async setPassword(): Promise<void> {
    const { cluster } = this.place
    const running = this.findServer()
    if (running)
      throw new Error(`The database in ${cluster} runs. Stop it first: kill -INT ${running.pid}`)
    const { said } = await this.runProgram(
      'postgres',
      cluster,
      ['--single', '-D', IN_PLACE ?? cluster, 'postgres'],
      `alter role ${USER} password '${this.password}'\n`,
    )
    const failure = /(?:ERROR|FATAL|PANIC): .*/.exec(said)
    if (failure) throw new Error(`The password was not changed: ${failure[0]}`)
  }

  /** Written in a folder beside it and renamed when complete, so that there is never half a cluster. */
  private async makeCluster(): Promise<void> {
    const half = mkdtempSync(`${this.place.cluster}-`)
    const passwordFile = `${half}.password`
    writeFileSync(passwordFile, this.password, { mode: 0o600 })
    for (const file of [half, passwordFile]) giveTo(this.account, file)
    const { said } = await this.runProgram('initdb', half, [
      `--pgdata=${IN_PLACE ?? half}`,
      `--username=${USER}`,
      `--pwfile=${IN_PLACE ? `../${path.basename(passwordFile)}` : passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-instructions',
      // The same on every machine: the locales of libc differ, or are not there. Letters are Unicode's, the order is that
      // of code points. What Postgres takes for a letter in a search still follows libc's "C", and search does not ask.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--set=listen_addresses=127.0.0.1',
      '--set=unix_socket_directories=',
    ])
    rmSync(passwordFile)
    try {
      if (!existsSync(path.join(half, 'global/pg_control')))
        throw new Error(`Postgres could not make its data folder: ${said.trim()}`)
      renameSync(half, this.place.cluster)
    } catch (error) {
      rmSync(half, { recursive: true, force: true })
      // Another start was faster.
      if (!existsSync(this.place.cluster)) throw error
    }
  }

  /** The live server of this data folder. */
  private findServer(): Lock | undefined {
    const lock = readLock(this.place.cluster)
    return lock && LIVE.has(holderOf(this.place.cluster, lock)) ? lock : undefined
  }

  isUp(): boolean {
    return this.findServer() !== undefined
  }

  /** @throws when the password is not the server's, or it works on another folder: waiting would not help */
  private async isReady(port: number): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url(port, 'postgres'),
      connectionTimeoutMillis: 2000,
    })
    try {
      await client.connect()
      const { rowCount } = await client.query('select from pg_database where datname = $1', [
        DATABASE,
      ])
      if (!(await this.worksHere(client))) throw new Error(describeLiveCopy(this.place.cluster))
      if (!rowCount) await client.query(`create database ${DATABASE}`)
      return true
    } catch (error) {
      if (error instanceof Error && error.message === describeLiveCopy(this.place.cluster))
        throw error
      const code = error instanceof pg.DatabaseError ? error.code : undefined
      if (code === WRONG_PASSWORD)
        throw new Error(
          `The password in ${path.join(this.place.dataDir, 'secrets.json')} does not open the database beside it. Put back the secrets.json that belongs to it, or see "If the secrets are lost" in README.md.`,
        )
      // Two processes may make the database at the same time; the second finds it made.
      return code === '42P04'
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  /** Whether the server sees in its folder what is put into this one. */
  private async worksHere(client: pg.Client): Promise<boolean> {
    const name = `backstory-asks-${randomUUID()}`
    const file = path.join(this.place.cluster, name)
    try {
      writeFileSync(file, '')
      giveTo(this.account, file)
      const { rows } = await client.query(
        'select (pg_stat_file($1, true)).size is not null as seen',
        [name],
      )
      return rows[0]?.seen === true
    } finally {
      rmSync(file, { force: true })
    }
  }

  /** Not awaited in one go: a site that starts its Postgres again answers readers meanwhile. */
  private async runProgram(
    program: string,
    folder: string,
    args: string[],
    input = '',
  ): Promise<{ code: number | null; said: string }> {
    const child = spawn(path.join(this.place.bin, program), args, {
      ...this.account,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    // A program that ended early has said why.
    child.stdin.on('error', () => undefined).end(input)
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk))
    // Not 'close': the server that pg_ctl leaves behind may hold its pipes open.
    const [code] = (await once(child, 'exit')) as [number | null]
    return { code, said: said.err || said.out }
  }
}
