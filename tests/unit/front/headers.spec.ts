// The headers of the panel: where a page that editors use may fetch from.
import { describe, expect, it } from 'vitest'
import { commonHeaders } from '@/front/headers'

const policyOf = (path: string): Map<string, string[]> => {
  const headers = new Map(commonHeaders(path, { https: true, listed: true }))
  const policy = headers.get('Content-Security-Policy') ?? ''
  return new Map(
    policy.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ')
      return [name, sources]
    }),
  )
}

describe('the policy of the panel', () => {
  const policy = policyOf('/admin/collections/articles/1')

  it.each([
    'default-src',
    'script-src',
    'style-src',
    'img-src',
    'font-src',
    'connect-src',
    'frame-src',
  ])('names where %s may come from, and no other site', (name) => {
    const sources = policy.get(name) ?? []
    expect(sources).toContain("'self'")
    expect(sources.filter((source) => /[*.]|^https?:|^wss?:/.test(source))).toEqual([])
  })

  it('lets nobody frame it, and no form lead elsewhere', () => {
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
  })
})
