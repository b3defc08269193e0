// Where an address leads in one hop.
import { describe, expect, it } from 'vitest'
import { endOfRedirect, redirectLine, type AddressUse } from '@/domain/addresses/redirects'

const WAYS: Record<string, AddressUse<number>> = {
  '/article': { is: 'target', target: 12 },
  '/once': { is: 'redirect', to: '/article' },
  '/twice': { is: 'redirect', to: '/once' },
  '/gone': { is: 'gone' },
  '/to-gone': { is: 'redirect', to: '/gone' },
  '/round': { is: 'redirect', to: '/about-turn' },
  '/about-turn': { is: 'redirect', to: '/round' },
}

const end = (from: string, to: string) =>
  endOfRedirect(from, to, (path) => Promise.resolve(WAYS[path] ?? null))

describe('the end of a redirect', () => {
  it('is a page that nothing is known of, as it was written', async () => {
    expect(await end('/old', '/category/running')).toEqual({ path: '/category/running' })
  })

  it('is the document that the address belongs to, so that it follows the document', async () => {
    expect(await end('/old', '/article')).toEqual({ target: 12 })
  })

  it('is one hop away, however many there were', async () => {
    expect(await end('/old', '/twice')).toEqual({ target: 12 })
  })

  it('is never the beginning', async () => {
    expect(await end('/old', '/old')).toEqual({ issue: 'redirectLoop' })
    expect(await end('/article', '/twice')).toEqual({ issue: 'redirectLoop' })
    expect(await end('/once', '/twice')).toEqual({ issue: 'redirectLoop' })
  })

  it('is refused where other redirects go round', async () => {
    expect(await end('/old', '/round')).toEqual({ issue: 'redirectLoop' })
  })

  it('is refused where nothing is any more', async () => {
    expect(await end('/old', '/to-gone')).toEqual({ issue: 'redirectToGone' })
  })
})

describe('a line of a file', () => {
  it('is a 301 when it says nothing else', () => {
    expect(redirectLine({ from: ' /a ', to: '/b' })).toEqual({
      redirect: { from: '/a', to: '/b', status: '301' },
      issues: [],
    })
  })

  it('that is gone leads nowhere', () => {
    expect(redirectLine({ from: '/a', to: '', status: '410' }).issues).toEqual([])
    expect(redirectLine({ from: '/a', to: '/b', status: '410' }).issues).toEqual([
      { code: 'targetOfGone' },
    ])
  })

  it('says everything that is wrong with it', () => {
    expect(redirectLine({ status: '302' }).issues).toEqual([
      { code: 'fromMissing' },
      { code: 'statusUnknown', status: '302' },
      { code: 'targetMissing' },
    ])
  })
})
