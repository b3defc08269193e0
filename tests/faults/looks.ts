// What a fault looks at while something is broken: that nobody waits without end, and that nothing half-published is seen.
import type { Instance } from './instance'
import type { Complaint } from './fault'
import { until, type World } from './world'

/** The longest that an answer may take that has to say "not now", in milliseconds. */
const NOT_NOW_MS = 8000
/** A second, and what a busy machine needs for the question itself. */
export const AT_ONCE_MS = 1500

let asked = 0

/** A page that nobody has rendered: an answer in bounded time, 503 with Retry-After or the truth. */
export async function unrendered({ url }: Instance): Promise<Complaint[]> {
  asked += 1
  const start = performance.now()
  const answer = await fetch(`${url}/never-was-${asked}`, {
    headers: { Accept: 'text/html' },
    signal: AbortSignal.timeout(NOT_NOW_MS + 5000),
  }).catch((error: unknown) => String(error))
  const ms = Math.round(performance.now() - start)
  if (typeof answer === 'string') return [`an unrendered page: ${answer} after ${ms} ms`]
  const text = await answer.text()
  const says = `an unrendered page: ${answer.status} after ${ms} ms`
  if (ms > NOT_NOW_MS) return [says]
  if (answer.status === 404) return []
  if (answer.status !== 503) return [says]
  const isBranded = answer.headers.has('retry-after') && text.trimEnd().endsWith('</html>')
  return isBranded ? [] : [`${says}, without Retry-After or page`]
}

/** The interface: an answer in bounded time, whatever it is. */
async function api({ url }: Instance): Promise<Complaint[]> {
  const start = performance.now()
  const answer = await fetch(`${url}/api/categories?limit=1`, {
    signal: AbortSignal.timeout(20_000),
  }).catch((error: unknown) => String(error))
  const ms = Math.round(performance.now() - start)
  if (typeof answer === 'string') return [`the interface: ${answer} after ${ms} ms`]
  await answer.text()
  return []
}

export async function readiness(
  { url }: Instance,
  wanted: Record<string, boolean>,
): Promise<Complaint[]> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(
    (error: unknown) => String(error),
  )
  if (typeof answer === 'string') return [`readiness: ${answer}`]
  const said = (await answer.json()) as Record<string, { ok: boolean }>
  return Object.entries(wanted)
    .filter(([name, ok]) => said[name]?.ok !== ok)
    .map(([name, ok]) => `readiness: ${name} is not ${ok}`)
}

/** While the database is gone for both. */
export const whileAway = async (instances: Instance[]): Promise<Complaint[]> => {
  const looks = instances.flatMap((each) => [unrendered(each), api(each)])
  return (await Promise.all(looks)).flat()
}

/** Milliseconds until both read, write and save as before; Infinity when they never did. */
export const recovery = ({ near, far, desks }: World): Promise<number> =>
  until(30_000, async () => {
    const ready = await Promise.all(
      [near, far].map(async ({ url }) => {
        asked += 1
        const page = await fetch(`${url}/never-was-${asked}`)
        await page.text()
        const check = await fetch(`${url}/readyz/writing`)
        await check.text()
        return page.status === 404 && check.status === 200
      }),
    )
    const saved = await Promise.all(desks.map((desk) => desk.ask('GET', '/users/me')))
    return (
      ready.every(Boolean) && saved.every(({ status, body }) => status === 200 && body.user != null)
    )
  })
