// From which address a request comes, and whose word is taken for it.
import { describe, expect, it } from 'vitest'
import { clientAddress, countedAddress, UNKNOWN_CLIENT } from '@/domain/http/clientAddress'

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (typed, counted) => {
    expect(countedAddress(typed)).toBe(counted)
  })

  it.each(['', 'unknown', '256.1.1.1', '1.2.3', '1.2.3.4.5', ':::', 'example.org', '1:2:3', '<b>'])(
    '%j is none',
    (typed) => {
      expect(countedAddress(typed)).toBeNull()
    },
  )
})

describe('who asks', () => {
  const HEADER = '198.51.100.1, 192.0.2.2, 203.0.113.7'

  it('is the other end of the connection, whatever a stranger writes into a header', () => {
    expect(clientAddress('192.0.2.9', HEADER, 0)).toBe('192.0.2.9')
  })

  it('is whom the proxies of ours heard from, and nothing that came before', () => {
    expect(clientAddress('10.0.0.1', HEADER, 1)).toBe('203.0.113.7')
    expect(clientAddress('10.0.0.1', HEADER, 2)).toBe('192.0.2.2')
    expect(clientAddress('10.0.0.1', '203.0.113.7', 2)).toBe('203.0.113.7')
  })

  it('is the connection where a proxy said nothing usable', () => {
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
    expect(clientAddress('10.0.0.1', '198.51.100.1, unknown', 1)).toBe('10.0.0.1')
    expect(clientAddress(undefined, undefined, 0)).toBe(UNKNOWN_CLIENT)
  })
})
