// Files that a killed upload left behind: gone after a day, from a folder and from S3 alike, and nothing else with them.
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { filesOf, freshName, isMadeHere } from '@/cms/media/files'
import { sweep } from '@/cms/media/sweep'
import { listUsedFiles } from '@/jobs/sweep'
import { mediaStore } from '@/storage'
import { freshDataFolder } from '../../setup/keep'
import { openTestPayload } from '../../setup/payload'
import { startS3 } from '../../setup/s3'

const payload = await openTestPayload()
const s3 = await startS3()
afterAll(() => s3.stop())

const HOUR_MS = 3_600_000
const inHours = (hours: number) => Date.now() + hours * HOUR_MS

const data = await sharp({
  create: { width: 1800, height: 900, channels: 3, background: '#0a5c57' },
})
  .png()
  .toBuffer()

async function upload(): Promise<string[]> {
  const file = { data, mimetype: 'image/png', name: 'plain.png', size: data.length }
  const image = await payload.create({ collection: 'media', data: { alt: 'Plain' }, file })
  return filesOf(image).map(({ name }) => name)
}

const put = async (name: string) => {
  await mediaStore().put(name, Buffer.from('x'), 'image/webp')
  return name
}

const listed = async () => {
  const names: string[] = []
  for await (const { name } of mediaStore().list()) names.push(name)
  return names.sort()
}

const clear = (now?: number) => sweep(mediaStore(), listUsedFiles, now)

type Env = Record<string, string>
const STORES: [string, () => Env][] = [
  ['in a folder', () => ({ DATA_DIR: freshDataFolder() })],
  ['in S3', () => s3.settings],
]

describe.each(STORES)('%s', (_where, env) => {
  beforeAll(() => {
    for (const [name, value] of Object.entries(env())) vi.stubEnv(name, value)
  })
  afterAll(() => void vi.unstubAllEnvs())

  it('is nothing to clear away before the first upload', async () => {
    expect(await clear(inHours(25))).toEqual([])
  })

  it('a file without a row goes when it is a day old; those of images and those of others stay', async () => {
    const kept = await upload()
    expect(kept).toHaveLength(5)
    expect(kept.filter((name) => !isMadeHere(name))).toEqual([])
    const mark = freshName('left.webp')
    const left = [mark, mark.replace('.webp', '-480x240.webp'), `${mark}.0123abcd.part`]
    for (const name of left) await put(name)
    const others = [await put('readme.txt'), await put('portrait.webp')]
    expect(await clear(inHours(23))).toEqual([])
    expect(await listed()).toEqual([...kept, ...left, ...others].sort())
    expect((await clear(inHours(25))).sort()).toEqual(left.sort())
    expect(await listed()).toEqual([...kept, ...others].sort())
  })

  it('nothing goes when hardly any file has an image: the database is another site’s', async () => {
    const before = await listed()
    const strange = Array.from({ length: 101 }, () => freshName('strange.webp'))
    await Promise.all(strange.map(put))
    await expect(clear(inHours(25))).rejects.toThrow('do not belong together')
    expect(await listed()).toEqual([...before, ...strange].sort())
  })

  it('a store that cannot be asked loses nothing', async () => {
    const store = { ...mediaStore(), list: () => mediaStore().list() }
    const asking = sweep(
      store,
      () => Promise.reject(new Error('The database is away.')),
      inHours(25),
    )
    await expect(asking).rejects.toThrow('away')
    expect((await listed()).length).toBeGreaterThan(100)
  })
})

it('a list of many pages is read to its end', async () => {
  for (const [name, value] of Object.entries(s3.settings)) vi.stubEnv(name, value)
  const before = await listed()
  const many = Array.from({ length: 1100 }, () => freshName('many & more.webp'))
  for (let from = 0; from < many.length; from += 100)
    await Promise.all(many.slice(from, from + 100).map(put))
  expect(await listed()).toEqual([...before, ...many].sort())
  vi.unstubAllEnvs()
}, 60_000)
