// Faults between one instance and the database, while the other one has a sound connection.
import { setTimeout as sleep } from 'node:timers/promises'
import { AT_ONCE_MS, unrendered } from './looks'
import type { Complaint, Fault } from './fault'
import { publishNext, revisionsIn, until, type World } from './world'

/** The far instance shows what the near one has published since. */
async function shown({ far, article, patience }: World, promisedMs: number): Promise<Complaint[]> {
  const limitMs = promisedMs * patience
  const ms = await until(limitMs, async () => {
    const text = await (await fetch(far.url + article.path)).text()
    return revisionsIn(text)[0] === article.revision
  })
  return ms < Infinity ? [] : [`the other instance shows an old page after ${limitMs} ms`]
}

export const CONNECTION_FAULTS: Fault[] = [
  {
    name: 'LISTEN connections ended',
    async inject(world) {
      await world.server.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where pid <> pg_backend_pid() and query ~ 'site_revision'`,
      )
      await publishNext(world.desks[0], world.article)
      return shown(world, AT_ONCE_MS)
    },
  },
  {
    name: 'LISTEN connection silent',
    async inject(world) {
      world.wire.freezeThose('listen "site_revision"')
      await publishNext(world.desks[0], world.article)
      return shown(world, AT_ONCE_MS)
    },
  },
  {
    name: 'every connection silent for good',
    quick: true,
    async inject(world) {
      // Those that are open never say anything again; new ones work.
      world.wire.freezeThose('')
      await publishNext(world.desks[0], world.article)
      const late = await shown(world, 10_000)
      return [...late, ...(await unrendered(world.far))]
    },
  },
  {
    name: 'network swallows everything',
    async inject(world) {
      world.wire.freeze()
      try {
        const looked = unrendered(world.far)
        await sleep(4000)
        return [...(await looked), ...(await unrendered(world.far))]
      } finally {
        await world.wire.mend()
      }
    },
  },
  {
    name: 'network cut',
    async inject(world) {
      await world.wire.cut()
      try {
        await sleep(1000)
        const looked = await unrendered(world.far)
        await publishNext(world.desks[0], world.article)
        return looked
      } finally {
        await world.wire.mend()
      }
    },
  },
]
