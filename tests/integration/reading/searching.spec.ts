// Searching the site, and what else programs read of it.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as anyAddress } from '@/app/(site)/[...path]/route'
import { GET as feed } from '@/app/(site)/feed.json/route'
import { GET as llms } from '@/app/(site)/llms.txt/route'
import { GET as openSearch } from '@/app/(site)/opensearch.xml/route'
import { GET as questions } from '@/app/(site)/questions/route'
import { GET as robots } from '@/app/(site)/robots.txt/route'
import { GET as search } from '@/app/(site)/search/route'
import { GET as sitemap } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import { findAll, findOne, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { publishNew } from '../../setup/documents'
import { get, makeSite } from '../../setup/engines'
import { openTestPayload } from '../../setup/payload'
import { withdrawByForce } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
  await makeSite(payload)
})

describe('a search', () => {
  it('answers at once where an answer fits, and lists the rest', async () => {
    const { headers, text } = await get(search, '/search?q=how+often+should+a+beginner+run')
    const page = readHtml(text)
    expect(readElementText(findOne(page, 'section.search-answer'))).toContain(
      'Two or three times a week.',
    )
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Backstory-Revision')).toBeNull()
  })

  it('shows the form with what was asked, whatever was asked', async () => {
    const { text } = await get(
      search,
      `/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    )
    const page = readHtml(text)
    expect(findOne(page, 'input').attributes.value).toBe('"><script>alert(1)</script>')
    expect(findAll(page, 'script')).toEqual([])
  })

  it('without a result is kept as words, counted', async () => {
    await get(search, '/search?q=Zeppelin')
    await get(search, '/search?q=zeppelin')
    await get(search, '/search?q=mara@example.org')
    const where = { words: { not_equals: '"><script>alert(1)</script>' } }
    const { docs } = await payload.find({ collection: 'missed-searches', where })
    expect(docs.map(({ words, hits }) => [words, hits])).toEqual([['zeppelin', 2]])
  })
})

describe('the rest', () => {
  it('follows the settings: crawlers, IndexNow', async () => {
    expect((await get(robots, '/robots.txt')).text).toContain('User-agent: GPTBot')
    await payload.updateGlobal({
      slug: 'site-settings',
      data: {
        crawlers: { training: true },
        indexNow: { endpoint: 'http://127.0.0.1:1/', key: 'abcdef123456' },
      },
    })
    expect((await get(robots, '/robots.txt')).text).not.toContain('User-agent: GPTBot')
    expect(await get(anyAddress, '/abcdef123456.txt')).toMatchObject({
      status: 200,
      text: 'abcdef123456',
    })
    expect((await get(anyAddress, '/abcdef123457.txt')).status).toBe(404)
  })

  it('names the site and how to search it', async () => {
    expect((await get(llms, '/llms.txt')).text).toMatch(/^# Backstory\n\n> /)
    expect((await get(openSearch, '/opensearch.xml')).text).toContain('/search?q={searchTerms}')
  })

  it('goes with the article when it is withdrawn', async () => {
    const id = await publishNew(payload, 'articles', { title: 'Soon gone', path: '/soon-gone' })
    expect((await get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' })).text).toContain(
      '/soon-gone',
    )
    await withdrawByForce(payload, id)
    const texts = await Promise.all([
      get(sitemapPart, '/sitemaps/1.xml', { part: '1.xml' }),
      get(feed, '/feed.json'),
      get(llms, '/llms.txt'),
      get(search, '/search?q=soon+gone'),
    ])
    for (const { text } of texts) expect(text).not.toContain('/soon-gone')
    expect((await get(anyAddress, '/soon-gone.md')).status).toBe(410)
  })

  it('says what it was made of, so that it can be stored', async () => {
    for (const [route, address] of [
      [sitemap, '/sitemap.xml'],
      [feed, '/feed.json'],
      [questions, '/questions'],
      [llms, '/llms.txt'],
      [anyAddress, '/knees.md'],
    ] as const) {
      const { headers } = await get(route, address)
      expect([address, headers.get('Backstory-Revision')]).toEqual([address, expect.any(String)])
      expect(headers.get('Backstory-Facts')).not.toBe('')
    }
  })
})
