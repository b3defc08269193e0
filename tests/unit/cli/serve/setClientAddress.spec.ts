// Who asks, as a route hears it through a real connection.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClientAddress } from '@/cli/serve/setClientAddress'
import { CLIENT_HEADER } from '@/domain/http/clientAddress'

let trusted = 0
const server = createServer((request, response) => {
  setClientAddress(request, trusted)
  response.end(request.headers[CLIENT_HEADER])
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const told = async (headers: Record<string, string>) => {
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}/`, { headers })).text()
}

describe('the client that routes are told', () => {
  it('is the connection, and never what a stranger writes', async () => {
    trusted = 0
    expect(await told({})).toBe('127.0.0.1')
    expect(await told({ [CLIENT_HEADER]: '203.0.113.7' })).toBe('127.0.0.1')
    expect(await told({ 'X-Forwarded-For': '203.0.113.7' })).toBe('127.0.0.1')
  })

  it('is whom our own proxy heard from', async () => {
    trusted = 1
    const headers = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.7', [CLIENT_HEADER]: '192.0.2.1' }
    expect(await told(headers)).toBe('203.0.113.7')
  })
})
