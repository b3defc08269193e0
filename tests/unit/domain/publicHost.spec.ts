// Which hosts the public internet knows.
import { expect, it } from 'vitest'
import { isPublicHost } from '@/domain/publicHost'

it.each(['example.org', 'www.example.org', 'xn--bcher-kva.example', 'localhost.example.org'])(
  '%s is public',
  (host) => expect(isPublicHost(host)).toBe(true),
)

it.each([
  ...['localhost', 'backstory.localhost', 'intranet', 'desk.local', 'site.internal', 'a.test'],
  ...['127.0.0.1', '10.0.0.7', '203.0.113.9', '[::1]'],
])('%s is not', (host) => expect(isPublicHost(host)).toBe(false))
