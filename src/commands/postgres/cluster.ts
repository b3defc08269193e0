// One embedded Postgres: made, started, found again after a crash, stopped.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../freePort'
import { giveTo, type Account } from './account'
import type { Place } from './place'

const USER = 'backstory'
const DATABASE = 'backstory'

/** For what is read often, taken as it is needed; Postgres' own 128 MB is for any machine. */
const SHARED_MB = Math.min(Math.max(Math.floor(totalmem() / 2 ** 20 / 16), 128), 1024)
/** Compiling pays for long analyses; what pages ask is short. */
const SETTINGS = `-c shared_buffers=${SHARED_MB}MB -c jit=off`

/** After `kill -9` the old server's children may hold its shared memory for a moment. */
const START_ATTEMPTS = 20

export class Cluster {
  constructor(
    private readonly place: Place,
    private readonly account: Account,
    private readonly password: string,
  ) {}

  url(port: number, database = DATABASE): string {
    return `postgres://${USER}:${this.password}@127.0.0.1:${port}/${database}`
  }

  /** Uses the server that runs on this data, or starts one; `port` is kept when given. */
  async start(port?: number): Promise<number> {
    if (!existsSync(this.place.cluster)) await this.make()
    let said = ''
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      const running = this.running()
      if (running && (await this.answers(running.port))) return running.port
      if (!running) {
        rmSync(path.join(this.place.cluster, 'postmaster.pid'), { force: true })
        said = await this.run('pg_ctl', [
          ...['start', '--wait', '--timeout=60', `--log=${this.place.log}`],
          `--pgdata=${this.place.cluster}`,
          `--options=-p ${port ?? (await freePort())} ${SETTINGS}`,
        ])
      }
      await sleep(running ? 500 : 100)
    }
    throw new Error(`Postgres does not start: ${said.trim()} See ${this.place.log}.`)
  }

  /** Waits until running transactions are rolled back and everything is on disk. */
  async stop(): Promise<void> {
    await this.run('pg_ctl', ['stop', '--wait', '--mode=fast', `--pgdata=${this.place.cluster}`])
  }

  /** Written in a folder beside it and renamed when complete, so that there is never half a cluster. */
  private async make(): Promise<void> {
    const half = mkdtempSync(`${this.place.cluster}-`)
    const passwordFile = `${half}.password`
    writeFileSync(passwordFile, this.password, { mode: 0o600 })
    for (const file of [half, passwordFile]) giveTo(this.account, file)
    const said = await this.run('initdb', [
      ...[`--pgdata=${half}`, `--username=${USER}`, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
      // The same on every machine: the locales of libc differ, or are not there. Letters are Unicode's, the order is that
      // of code points. What Postgres takes for a letter in a search still follows libc's "C", and search does not ask.
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...['--set=listen_addresses=127.0.0.1', '--set=unix_socket_directories='],
    ])
    rmSync(passwordFile)
    if (!existsSync(path.join(half, 'PG_VERSION')))
      throw new Error(`Postgres could not make its data folder: ${said}`)
    renameSync(half, this.place.cluster)
  }

  /** The live server of this data folder. */
  private running(): { pid: number; port: number } | undefined {
    const lock = this.lock()
    return lock && this.isPostmaster(lock.pid) ? lock : undefined
  }

  /** What Postgres wrote into its lock file: process id on line 1, port on line 4. */
  private lock(): { pid: number; port: number } | undefined {
    const file = path.join(this.place.cluster, 'postmaster.pid')
    if (!existsSync(file)) return undefined
    const lines = readFileSync(file, 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]) } : undefined
  }

  /** Asked every second, so it costs one system call: is the process of the lock file there? */
  isUp(): boolean {
    const pid = this.lock()?.pid
    if (pid === undefined) return false
    try {
      return process.kill(pid, 0)
    } catch (error) {
      // Another account's process is there all the same.
      return (error as NodeJS.ErrnoException).code === 'EPERM'
    }
  }

  /** A stale lock file may name a process id that belongs to another program by now. */
  private isPostmaster(pid: number): boolean {
    const { status, stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
    })
    if (status !== null) return status === 0 && stdout.includes(this.place.cluster)
    const commandLine = `/proc/${pid}/cmdline`
    return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(this.place.cluster)
  }

  private async answers(port: number): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url(port, 'postgres'),
      connectionTimeoutMillis: 2000,
    })
    try {
      await client.connect()
      const { rowCount } = await client.query('select from pg_database where datname = $1', [
        DATABASE,
      ])
      if (!rowCount) await client.query(`create database ${DATABASE}`)
      return true
    } catch (error) {
      // Two processes may make the database at the same time; the second finds it made.
      return error instanceof pg.DatabaseError && error.code === '42P04'
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  /** What it said. Not awaited in one go: a site that starts its Postgres again answers readers meanwhile. */
  private async run(program: string, args: string[]): Promise<string> {
    const child = spawn(path.join(this.place.bin, program), args, {
      ...this.account,
      cwd: path.dirname(this.place.cluster),
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk))
    // Not 'close': the server that pg_ctl leaves behind may hold its pipes open.
    await once(child, 'exit')
    return said.err || said.out
  }
}
