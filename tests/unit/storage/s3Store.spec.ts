// Lists of a bucket as no storage in the tests writes them. The server is a stand-in that answers the XML it is given.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { s3Store } from '@/storage/s3Store'

const asked: string[] = []
let pages: string[] = []
const server = createServer(({ url = '' }, response) => {
  asked.push(url)
  response.end(pages.shift())
})
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => void server.close())

async function list(...answers: string[]): Promise<string[]> {
  const { port } = server.address() as AddressInfo
  const store = s3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'images',
    region: 'eu-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  })
  pages = answers
  const names: string[] = []
  for await (const { name, changedAt } of store.list())
    names.push(`${name} ${changedAt.toISOString()}`)
  return names
}

const TIME = '2026-11-30T10:00:00.000Z'
const entry = (key: string) =>
  `<Contents><Key>${key}</Key><LastModified>${TIME}</LastModified><ETag>&quot;1&quot;</ETag></Contents>`
const page = (entries: string, isTruncated = false) =>
  `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isTruncated}</IsTruncated>${entries}</ListBucketResult>`

it('goes on after the last name until nothing is left', async () => {
  expect(await list(page(entry('1.50') + entry('b c'), true), page(entry('d')))).toEqual([
    `1.50 ${TIME}`,
    `b c ${TIME}`,
    `d ${TIME}`,
  ])
  expect(asked).toEqual(['/images?marker=', '/images?marker=b%20c'])
})

it('reads names with signs of XML in them, as many as a page holds', async () => {
  const thousand = Array.from({ length: 1000 }, (_, at) => `a&amp;b&lt;&gt;&quot;&apos;&#38;${at}`)
  const names = await list(page(thousand.map(entry).join('\n')))
  expect(names).toHaveLength(1000)
  expect(names[999]).toBe(`a&b<>"'&999 ${TIME}`)
})

it('is empty where a bucket is', async () => {
  expect(await list('<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult/>')).toEqual([])
})

it('expands nothing that the document itself declares', async () => {
  const declared = '<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY amp2 "&a;&a;">]>'
  expect(await list(declared + page(entry('&a;&amp2;')))).toEqual([`&a;&amp2; ${TIME}`])
})

it('refuses a document that names a file', async () => {
  const declared = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  await expect(list(declared + page(entry('&a;')))).rejects.toThrow('External entities')
})
