// robots.txt as a crawler reads it.
import robotsParser from 'robots-parser'
import { describe, expect, it } from 'vitest'
import { CRAWLERS, robotsTxt, type CrawlerSettings } from '@/domain/discovery/robots'

const ORIGIN = 'https://backstory.example'

const allowed = (agent: string, path: string, crawlers: CrawlerSettings): boolean | undefined =>
  robotsParser(`${ORIGIN}/robots.txt`, robotsTxt(ORIGIN, crawlers)).isAllowed(ORIGIN + path, agent)

const OPEN = { search: true, training: true }

describe('robots.txt', () => {
  it('lets every crawler read articles, assets and images, and nobody the panel', () => {
    for (const agent of ['Googlebot', 'Bingbot', ...CRAWLERS.search, ...CRAWLERS.training]) {
      for (const path of [
        '/',
        '/sore-knees',
        '/assets/site-1.css',
        '/media/a.webp',
        '/sitemap.xml',
      ])
        expect([agent, path, allowed(agent, path, OPEN)]).toEqual([agent, path, true])
      for (const path of ['/admin', '/admin/login', '/api/articles', '/preview/3', '/review/x'])
        expect([agent, path, allowed(agent, path, OPEN)]).toEqual([agent, path, false])
    }
  })

  it('shuts out one kind of crawler without the other', () => {
    const settings = { search: true, training: false }
    for (const agent of CRAWLERS.training)
      expect(allowed(agent, '/sore-knees', settings)).toBe(false)
    for (const agent of ['Googlebot', ...CRAWLERS.search])
      expect(allowed(agent, '/sore-knees', settings)).toBe(true)
  })

  it('never shuts out search engines that show links', () => {
    const settings = { search: false, training: false }
    for (const agent of ['Googlebot', 'Bingbot', 'Applebot', 'DuckDuckBot'])
      expect(allowed(agent, '/sore-knees', settings)).toBe(true)
    expect(allowed('PerplexityBot', '/sore-knees', settings)).toBe(false)
  })

  it('has no line that a strict reader does not know', () => {
    const lines = robotsTxt(ORIGIN, { search: false, training: false }).split('\n').filter(Boolean)
    expect(lines.filter((line) => !/^(User-agent|Disallow|Sitemap): \S/.test(line))).toEqual([])
  })

  it('names the sitemap by its whole address', () => {
    const robots = robotsParser(`${ORIGIN}/robots.txt`, robotsTxt(ORIGIN, OPEN))
    expect(robots.getSitemaps()).toEqual([`${ORIGIN}/sitemap.xml`])
  })
})
