// An S3-compatible storage for tests: a real server of that protocol, which checks signatures, in this process.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'

/** The one account that it knows. */
const ACCOUNT = 'S3RVER'

/** @returns the settings that lead to it */
export async function startS3(): Promise<{
  settings: Record<string, string>
  stop(): Promise<void>
}> {
  const directory = mkdtempSync(path.join(tmpdir(), 'backstory-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'images', configs: [] }],
  })
  const { port } = await server.run()
  return {
    settings: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'images',
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY_ID: ACCOUNT,
      S3_SECRET_ACCESS_KEY: ACCOUNT,
    },
    async stop() {
      await server.close()
      rmSync(directory, { recursive: true })
    },
  }
}
