// Measures a stored article page beside nginx, which has the same bytes as a file.
import { loadAddress, findLoader, type Load } from '../requests/load'
import { hasNginx, whileNginxServes } from '../requests/nginx'
import { requestPage } from '../requests/reader'
import { median, ROUNDS, type Figure } from '../report'
import type { BenchSite } from '../site/benchSite'

/** One of the demonstration articles, with FAQ items and Read Also links. */
const ARTICLE = '/how-to-lift-a-heavy-box-with-less-strain'
const CONNECTIONS = 50
const SECONDS = 5
const WARM_UP_SECONDS = 3

export async function benchPage(site: BenchSite): Promise<Figure[] | string> {
  if (!hasNginx()) return 'nginx is not installed'
  return site.serving(1, async ([instance]) => {
    const page = `${instance?.url}${ARTICLE}`
    const answer = await requestPage(page)
    site.say(
      `${answer.body.length} bytes (${answer.headers['content-encoding']}), by ${findLoader()}.`,
    )
    return whileNginxServes(answer, async (nginx) => {
      const same = await requestPage(nginx)
      if (!same.body.equals(answer.body)) throw new Error('nginx gives other bytes.')
      const missing = Object.keys(answer.headers).filter((name) => !(name in same.headers))
      if (missing.length > 1) site.say(`nginx lacks ${missing.join(', ')}.`)
      const measure = (url: string, seconds = SECONDS) =>
        loadAddress(url, { connections: CONNECTIONS, seconds })
      for (const url of [page, nginx]) await measure(url, WARM_UP_SECONDS)
      const rounds: { site: Load; nginx: Load }[] = []
      for (let round = 1; round <= ROUNDS; round++) {
        site.stop.throwIfAborted()
        rounds.push({ site: await measure(page), nginx: await measure(nginx) })
      }
      return pageFigures(rounds)
    })
  })
}

function pageFigures(rounds: { site: Load; nginx: Load }[]): Figure[] {
  const of = (who: 'site' | 'nginx', what: keyof Load) =>
    median(rounds.map((round) => round[who][what]))
  const ratio = (what: keyof Load) =>
    median(rounds.map(({ site, nginx }) => site[what] / nginx[what]))
  return [
    { what: 'stored page', value: of('site', 'requestsPerSecond'), unit: '/s' },
    { what: 'nginx', value: of('nginx', 'requestsPerSecond'), unit: '/s' },
    { what: 'ratio', value: ratio('requestsPerSecond'), bar: { least: 0.7 } },
    { what: 'stored page, p99', value: of('site', 'p99'), unit: 'ms' },
    { what: 'nginx, p99', value: of('nginx', 'p99'), unit: 'ms' },
    { what: 'ratio of p99', value: ratio('p99'), bar: { most: 3 } },
  ]
}
