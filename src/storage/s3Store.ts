// Images in a bucket of an S3-compatible storage: Amazon's, MinIO, Ceph, Cloudflare R2 and others.
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '@/env'
import type { MediaStore } from './mediaStore'

/** After failures of the storage's own (5xx, 429), each time later. */
const RETRIES = 3

/** An image of 10 MB at 5 Mbit/s takes 16 s. */
const PATIENCE_MS = 30_000

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Of an element without elements in it, which is all that such a list has to read. */
const textOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>(.*?)</${element}>`, 's')
    .exec(xml)?.[1]
    ?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')

/** The bucket stands in the path, which every such storage understands. */
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
        for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const [name, changedAt] = [textOf(entry, 'Key'), textOf(entry, 'LastModified')]
          if (!name || !changedAt) continue
          last = name
          yield { name, changedAt: new Date(changedAt) }
        }
        goesOn = textOf(page, 'IsTruncated') === 'true' && last !== from
      }
    },
  }
}
