// The rules about a whole site: a small site passes over HTTP, and each defect of the whole fails by its rule.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeReport } from '../../../../tools/checkSite'
import { checkSite, SITE_RULES } from '../../../../tools/siteChecker/siteIssues'
import { serveTinySite, type Laxness, type Served } from '../../../setup/serveTinySite'
import { MUTATIONS, drop } from '../../../fixtures/siteMutations'
import { ACCEPTED_VARIANTS } from '../../../fixtures/acceptedVariants'
import { tinySite, type TinySite } from '../../../fixtures/tinySite'

let now: { pages: TinySite; lax?: Laxness }
let served: Served
beforeAll(async () => (served = await serveTinySite(() => now)))
afterAll(() => served.close())

interface Options {
  max?: number
  lax?: Laxness
  stored?: string[]
}

const check = (pages: TinySite, { max = 500, lax, stored }: Options = {}) => {
  now = { pages, lax }
  const { origin, publicOrigin } = served
  return checkSite({ origin, publicOrigin, max, stored })
}

describe('a small site', () => {
  it('passes, and says in one line what was seen', async () => {
    const report = await check(tinySite())
    expect(report.issues).toEqual([])
    expect(report).toMatchObject({ pages: 10, questions: 2 })
    expect(describeReport('https://backstory.example', report)).toBe(
      'https://backstory.example: all is well (10 pages with 2 questions, 24 addresses).',
    )
  })

  it.each(MUTATIONS)('fails by the rule “%s”: %s', async (rule, _what, defect) => {
    const changed = tinySite()
    defect(changed)
    const { issues } = await check(changed)
    expect(issues.map((issue) => issue.rule)).toContain(rule)
  })

  it.each(ACCEPTED_VARIANTS)(
    'fails by the rule “%s” where the server is lax: %s',
    async (rule, _what, lax) => {
      const { issues } = await check(tinySite(), { lax })
      expect(issues.map((issue) => issue.rule)).toContain(rule)
    },
  )

  it.each([
    [['/knees', '/ankles'], []],
    [['/knees', '/ankles', '/elbows'], ['https://backstory.example/elbows']],
    [['/knees'], ['https://backstory.example/ankles']],
  ])('is compared with a database that has %j', async (stored, differences) => {
    const { issues } = await check(tinySite(), { stored })
    const found = issues.filter(({ rule }) => rule === 'sitemap and database')
    expect(found.map(({ url }) => url)).toEqual(differences)
    expect(issues).toHaveLength(differences.length)
  })

  it('that is not to be listed passes when every answer says so, and only then', async () => {
    const unlisted = tinySite()
    for (const [path, page] of unlisted) unlisted.set(path, { ...page, robots: 'noindex' })
    const report = await check(unlisted)
    expect(report.issues).toEqual([])
    expect(describeReport('https://backstory.example', report)).toContain('not to list it')
    unlisted.set('/about', { ...unlisted.get('/about'), robots: undefined })
    const { issues } = await check(unlisted)
    expect(issues).toEqual([
      expect.objectContaining({ url: 'https://backstory.example/about', rule: 'unlisted' }),
    ])
  })

  it('says when it is larger than was looked at', async () => {
    const { issues } = await check(tinySite(), { max: 5 })
    expect(issues.map(({ rule }) => rule)).toContain('whole')
  })

  it('names page, rule and difference', async () => {
    const changed = tinySite()
    drop('/media/track.jpg')(changed)
    const report = await check(changed)
    expect(describeReport('https://backstory.example', report)).toMatch(
      /^https:\/\/backstory.example\/knees\n {2}links: links to https:\/\/backstory.example\/media\/track.jpg, which answers 404\n/,
    )
  })
})

describe('the rules', () => {
  it('are each seen to fail', () => {
    const seen = new Set([
      'sitemap and database',
      ...[...ACCEPTED_VARIANTS, ...MUTATIONS].map(([rule]) => rule),
    ])
    expect(Object.keys(SITE_RULES).filter((rule) => !seen.has(rule))).toEqual([])
  })
})
