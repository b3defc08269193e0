// Stores uploaded images in a bucket of an S3-compatible storage: Amazon's, MinIO, Ceph, Cloudflare R2 and others.
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { decodeXML } from 'entities/decode'
import { XMLParser } from 'fast-xml-parser'
import type { S3Settings } from '@/env'
import type { MediaStore } from './mediaStore'

/** After failures of the storage's own (5xx, 429), each time later. */
const RETRIES = 3

/** An image of 10 MB at 5 Mbit/s takes 16 s. */
const PATIENCE_MS = 30_000

/** What a list of a bucket says. One entry is a list too, and numbers stay text. */
const LISTS = new XMLParser({
  isArray: (element) => element === 'Contents',
  parseTagValue: false,
  trimValues: false,
  // What a document itself declares is never expanded; XML's own entities, and characters by number, are.
  processEntities: false,
  tagValueProcessor: (_, text) => decodeXML(text),
})

interface BucketList {
  ListBucketResult?: {
    IsTruncated?: string
    Contents?: { Key?: string; LastModified?: string }[]
  }
}

/** The bucket's name is in the path, which every such storage understands. */
export function s3Store({ endpoint, bucket, ...account }: S3Settings): MediaStore {
  const client = new AwsClient({ ...account, service: 's3', retries: RETRIES })

  /** @param name of a file, or the question (`?…`) that is asked of the whole bucket */
  const ask = async (
    method: string,
    name: string,
    { headers, body }: { headers?: Record<string, string>; body?: Buffer } = {},
  ): Promise<Response | undefined> => {
    const path = name.startsWith('?') ? name : `/${encodeURIComponent(name)}`
    const response = await client.fetch(`${endpoint}/${bucket}${path}`, {
      method,
      headers,
      body: body && new Uint8Array(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.ok) return response
    const said = await response.text()
    if (said.includes('NoSuchKey')) return undefined
    throw new Error(`The storage answered ${response.status} to ${method} ${name}: ${said}`)
  }

  return {
    async put(name, bytes, mimeType) {
      // The storage compares, and refuses what was damaged on its way.
      const sum = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'Content-Type': mimeType, 'X-Amz-Content-Sha256': sum }
      await ask('PUT', name, { headers, body: bytes })
    },
    async get(name, range) {
      const headers = range && { Range: `bytes=${range.start}-${range.end}` }
      return (await ask('GET', name, { headers }))?.body ?? undefined
    },
    async remove(name) {
      await ask('DELETE', name)
    },
    async *list() {
      let last = ''
      for (let goesOn = true; goesOn;) {
        const from = last
        // The first form of this question, which goes on after a name and which every such storage understands.
        const answer = await ask('GET', `?marker=${encodeURIComponent(from)}`)
        const page = (await answer?.text()) ?? ''
        const { ListBucketResult: found } = LISTS.parse(page) as BucketList
        for (const { Key: name, LastModified: changedAt } of found?.Contents ?? []) {
          if (!name || !changedAt) continue
          last = name
          yield { name, changedAt: new Date(changedAt) }
        }
        goesOn = found?.IsTruncated === 'true' && last !== from
      }
    },
  }
}
