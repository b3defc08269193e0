// Faults of one of two instances: killed at moments that matter, started again.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from './desk'
import { AT_ONCE_MS } from './looks'
import type { Complaint, Fault } from './fault'
import { publishNext, revisionsIn, until, type World } from './world'

const statusOf = async (url: string): Promise<number> => {
  const answer = await fetch(url)
  await answer.text()
  return answer.status
}

const shownBy = async (url: string): Promise<number[]> =>
  revisionsIn(await (await fetch(url)).text())

/** A publish takes about this long, in milliseconds. */
const PUBLISH_MS = 400

/** An article of its own, live at both. */
async function throwaway({ desks: [, desk], near, far, random }: World) {
  const path = `/passing-${Math.floor(random() * 1e9)}`
  const id = await desk.create('A passing page of revision 1', path)
  const { status } = await desk.event(id, 'forcePublish')
  if (status !== 200) throw new Error(`A passing page was not published: ${status}`)
  await until(5000, async () => {
    const both = await Promise.all([near, far].map(({ url }) => statusOf(url + path)))
    return both.every((each) => each === 200)
  })
  return { id, path }
}

async function killedPublishing(world: World): Promise<Complaint[]> {
  const { near, far, article, desks, random } = world
  const next = article.revision + 1
  await desks[0].write(article.id, next)
  // Nothing comes back when the instance goes before it has said which version there is.
  const asked = desks[0]
    .event(article.id, 'forcePublish')
    .catch((error: unknown): Reply => ({ status: 0, body: { message: String(error) } }))
  await sleep(random() * PUBLISH_MS)
  await near.kill()
  const { status } = await asked
  await sleep(AT_ONCE_MS * world.patience)
  const [shown = -1, ...others] = await shownBy(far.url + article.path)
  const complaints: Complaint[] = []
  if (others.length > 0) complaints.push(`a page of the revisions ${[shown, ...others].join(', ')}`)
  if (status === 200 && shown !== next) complaints.push('an acknowledged publish is not shown')
  const { body } = await desks[1].must('GET', `/articles/${article.id}/workflow`)
  const isPublished = body.state === 'published'
  if (isPublished !== (shown === next))
    complaints.push(`the record says ${String(body.state)}, readers get revision ${shown}`)
  if (shown !== next) {
    const again = await desks[1].event(article.id, 'forcePublish')
    if (again.status !== 200) complaints.push(`the next try is refused: ${again.status}`)
  }
  article.revision = next
  await near.start()
  return complaints
}

export const PROCESS_FAULTS: Fault[] = [
  {
    name: 'an instance killed (-9)',
    async inject({ near }) {
      await near.kill()
      await sleep(500)
      await near.start()
      return []
    },
  },
  { name: 'killed within a publish', quick: true, inject: killedPublishing },
  {
    name: 'killed between commit and render',
    async inject(world) {
      const { near, far, article, desks } = world
      await publishNext(desks[0], article)
      await near.kill()
      const ms = await until(AT_ONCE_MS * world.patience, async () =>
        (await shownBy(far.url + article.path)).includes(article.revision),
      )
      await near.start()
      const [shown] = await shownBy(near.url + article.path)
      return [
        ...(ms < Infinity ? [] : ['the new page is not at the other instance within a second']),
        ...(shown === article.revision ? [] : ['the old page came back with the restart']),
      ]
    },
  },
  {
    name: 'killed right after a withdrawal',
    async inject(world) {
      const { near, far, desks } = world
      const { id, path } = await throwaway(world)
      const { status } = await desks[0].event(id, 'unpublish', { reason: 'gone' })
      await near.kill()
      if (status !== 200) throw new Error(`The withdrawal was refused: ${status}`)
      const ms = await until(
        AT_ONCE_MS * world.patience,
        async () => (await statusOf(far.url + path)) === 410,
      )
      await near.start()
      const after = await Promise.all([near, far, near, far].map(({ url }) => statusOf(url + path)))
      return [
        ...(ms < Infinity ? [] : ['the other instance gives the page after a second']),
        ...(after.every((each) => each === 410) ? [] : [`it came back: ${after.join(', ')}`]),
      ]
    },
  },
  {
    name: 'killed within a scheduled publish',
    async inject(world) {
      const { near, far, desks, article, random } = world
      const next = article.revision + 1
      await desks[1].write(article.id, next)
      await desks[1].must('POST', '/globals/site-settings', { fourEyes: false })
      for (const [event, more] of SCHEDULED(new Date(Date.now() + 4000))) {
        const { status, body } = await desks[1].event(article.id, event, more)
        if (status !== 200) throw new Error(`${event}: ${status} ${JSON.stringify(body)}`)
      }
      const due = performance.now() + 4000
      // The clock strikes every 15 s: somewhere in it the instance dies.
      await sleep(4000 + random() * 15_000)
      await near.kill()
      const ms = await until(60_000, async () =>
        (await shownBy(far.url + article.path)).includes(next),
      )
      const late = performance.now() - due
      article.revision = next
      await near.start()
      const { body } = await desks[1].must('GET', `/articles/${article.id}/workflow`)
      return [
        ...(ms < Infinity && late < 60_000 ? [] : [`it was live ${Math.round(late)} ms late`]),
        ...(body.state === 'published' ? [] : [`the record says ${String(body.state)}`]),
      ]
    },
  },
  {
    name: 'stopped (SIGTERM) under load',
    quick: true,
    async inject({ near, desks }) {
      const saving = desks[0].ask('GET', '/articles?limit=10')
      const { ms, code } = await near.stop()
      const { status } = await saving
      await near.start()
      return [
        ...(code === 0 && ms < 30_000 ? [] : [`it ended with ${code} after ${Math.round(ms)} ms`]),
        ...(status === 200 ? [] : [`a request in flight was answered ${status}`]),
      ]
    },
  },
]

const SCHEDULED = (at: Date): [event: string, more: object][] => [
  ['submit', {}],
  ['approve', {}],
  ['schedule', { at: at.toISOString() }],
]
