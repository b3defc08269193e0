// The site itself passes its own checker: the demonstration articles, and what they lack.
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeReport } from '../../../tools/checkSite'
import { checkSite } from '../../../tools/siteChecker/siteIssues'
import { importOne } from '@/cli/import'
import { listSources, readSource } from '@/cli/import/sources'
import { settings } from '@/env'
import { paragraph, richText } from '../../fixtures/richText'
import { publishNew, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { serveRoutes } from '../../setup/serveRoutes'
import { withdrawByForce } from '../../setup/workflow'

let payload: Payload
let site: Awaited<ReturnType<typeof serveRoutes>>

const publish = (data: object) => publishNew(payload, 'articles', data)

const ask = (question: string) => {
  const answer = richText(paragraph('Yes & no: a < b, said "plainly".'))
  return publishNew(payload, 'faq-items', { question, answer })
}

beforeAll(async () => {
  payload = await openTestPayload()
  for (const name of listSources(['content']))
    await importOne(payload, readSource(name), { publish: true })
  const shared = await ask('Is it shared by two articles?')
  await ask('Is it carried by no article?')
  await publish({
    title: 'Knees & hips < shoulders “quoted”',
    path: '/knees',
    body: withItems(shared),
  })
  await publish({ title: 'The other one', path: '/other', body: withItems(shared) })
  await publish({ title: 'Hidden from engines', path: '/hidden', index: false })
  await withdrawByForce(payload, await publish({ title: 'Gone', path: '/gone' }))
  await payload.create({
    collection: 'pages',
    data: {
      title: 'Our policy',
      summary: 'How we work.',
      _status: 'published',
      body: richText(paragraph('We read everything twice.')),
    },
  })
  site = await serveRoutes()
}, 120_000)

afterAll(() => site.close())

describe('the site', () => {
  it('says of itself what it shows', { timeout: 120_000 }, async () => {
    const { rows } = (await payload.db.drizzle.execute(
      `select path from articles where _status = 'published' and deleted_at is null and index
       union all select path from pages where _status = 'published' and deleted_at is null`,
    )) as { rows: { path: string }[] }
    const stored = rows.map(({ path }) => path)
    const publicOrigin = settings().siteUrl
    const report = await checkSite({ origin: site.origin, publicOrigin, max: 1000, stored })
    expect(describeReport(publicOrigin, report)).toMatch(/: all is well \([^\n]*$/)
    expect(report.pages).toBeGreaterThan(20)
    expect(stored.length).toBeGreaterThan(15)
  })
})
