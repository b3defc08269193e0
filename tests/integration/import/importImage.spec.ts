// The picture that front matter names, from a real file: uploaded once, with its alternative text, or named with its line.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { importArticle } from '@/cms/import/importArticle'
import { importOne } from '@/cli/import'
import { dryRun } from '@/cli/import/dryRun'
import { parseArticle } from '@/domain/textImport/parse'
import { mediaStore } from '@/storage'
import type { Media } from '@/payload-types'
import { openTestPayload } from '../../setup/payload'

/** How many transactions were open in the database while the files of each picture were made. */
const openWhileMaking: number[] = []
vi.mock(import('@/cms/media/pictures'), async (original) => {
  const pictures = await original()
  const makePictures: typeof pictures.makePictures = async (...args) => {
    openWhileMaking.push(await countTransactions())
    return pictures.makePictures(...args)
  }
  return { ...pictures, makePictures }
})

async function countTransactions(): Promise<number> {
  const { rows } = await (payload.db as unknown as PostgresAdapter).pool.query(
    `select from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )
  return rows.length
}

let payload: Payload
let home: string
beforeAll(async () => {
  payload = await openTestPayload()
  home = mkdtempSync(path.join(tmpdir(), 'import-image-'))
})

afterAll(() => rmSync(home, { recursive: true }))

async function png(colour: string): Promise<Buffer> {
  const create = { width: 700, height: 400, channels: 3, background: colour } as const
  return sharp({ create }).png().toBuffer()
}

/** A folder of its own, with a picture of one colour in it. */
async function folderWith(name: string, colour: string): Promise<string> {
  const folder = path.join(home, name)
  mkdirSync(path.join(folder, 'img'), { recursive: true })
  writeFileSync(path.join(folder, 'img', 'Big Dog.png'), await png(colour))
  return folder
}

const text = (title: string, frontMatter: string[], more = ''): string =>
  ['---', `title: ${title}`, ...frontMatter, '---', '', `What ${title} is about.`, '', more].join(
    '\n',
  )

async function bring(file: string | undefined, source: string) {
  const result = await importOne(
    payload,
    { name: file ?? 'standard input', file, text: source },
    { publish: true },
  )
  if (result.status === 'failed') throw new Error(result.errors.join('\n'))
  return result
}

const count = async (): Promise<number> => (await payload.count({ collection: 'media' })).totalDocs

async function heroOf(id: number): Promise<Media | null> {
  const { heroImage } = await payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 1,
  })
  return (heroImage as Media | undefined) ?? null
}

const DOG = ['image: img/Big Dog.png', 'image_alt: A dog asleep']

describe('a picture beside the text', () => {
  it('is uploaded with its alternative text and becomes the picture of the article', async () => {
    const folder = await folderWith('beside', '#336699')
    const { id, live, notices } = await bring(path.join(folder, 'a.md'), text('Beside', DOG))
    const hero = await heroOf(id)
    expect(hero).toMatchObject({ alt: 'A dog asleep', mimeType: 'image/webp', width: 700 })
    expect(hero?.filename).toMatch(/^big-dog-[0-9a-f]{12}-[0-9a-f]{10}\.webp$/)
    expect(await mediaStore().get(hero?.filename ?? '')).toBeDefined()
    expect([live, notices]).toEqual([true, []])
    expect(openWhileMaking).toEqual([0])
  })

  it('is not uploaded again, from the same text, a changed one, or another that shows it too', async () => {
    const folder = await folderWith('again', '#112233')
    const file = path.join(folder, 'a.md')
    const { id } = await bring(file, text('Once', DOG))
    const hero = await heroOf(id)
    const before = await count()
    expect(await bring(file, text('Once', DOG))).toMatchObject({ status: 'unchanged' })
    expect(await bring(file, text('Once', DOG, 'More.'))).toMatchObject({ status: 'updated', id })
    const other = await bring(path.join(folder, 'b.md'), text('Twice', DOG))
    const [image] = DOG
    const renamed = await bring(file, text('Once', [image ?? '', 'image_alt: A cat']))
    expect([(await heroOf(id))?.id, (await heroOf(other.id))?.id]).toEqual([hero?.id, hero?.id])
    expect(await count()).toBe(before)
    expect(renamed.notices).toEqual([
      'The picture is here already, as "A dog asleep"; another alternative text is written in the panel.',
    ])
  })

  it('is a new version of the article when its file is another, or there at last', async () => {
    const folder = await folderWith('changed', '#445566')
    const file = path.join(folder, 'a.md')
    const late = text('Late', ['cover: late.png', 'cover_alt: A dog'])
    const { id } = await bring(file, late)
    expect(await heroOf(id)).toBeNull()
    writeFileSync(path.join(folder, 'late.png'), await png('#778899'))
    expect(await bring(file, late)).toMatchObject({ status: 'updated', id })
    const first = await heroOf(id)
    writeFileSync(path.join(folder, 'late.png'), await png('#99aabb'))
    expect(await bring(file, late)).toMatchObject({ status: 'updated', id })
    expect((await heroOf(id))?.id).not.toBe(first?.id)
  })

  it('may be named by the address of its file', async () => {
    const folder = await folderWith('url', '#abcdef')
    const url = pathToFileURL(path.join(folder, 'img', 'Big Dog.png')).href
    const { id } = await bring(
      path.join(folder, 'a.md'),
      text('By Url', [`cover: { image: "${url}", alt: "Dog" }`]),
    )
    expect(await heroOf(id)).toMatchObject({ alt: 'Dog' })
  })

  it('leaves neither row nor file behind when the import fails', async () => {
    const folder = await folderWith('fails', '#00ff00')
    const before = await count()
    const files = async (): Promise<string[]> => {
      const names: string[] = []
      for await (const { name } of mediaStore().list()) names.push(name)
      return names.sort()
    }
    const stored = await files()
    const source = text('Fails', DOG)
    // The article is refused after the upload: it has more sources than it may.
    const article = parseArticle(source).article
    article.sources = Array.from({ length: 60 }, (_, at) => ({ title: `Source ${at}` }))
    await expect(
      importArticle(payload, {
        text: source,
        article,
        file: path.join(folder, 'a.md'),
        publish: false,
      }),
    ).rejects.toThrow()
    expect([await count(), await files()]).toEqual([before, stored])
  })
})

describe('a picture that is not taken over', () => {
  it.each<[string, string[], string]>([
    ['without words', ['image: img/Big Dog.png'], 'it has no alternative text'],
    ['elsewhere', ['image: https://example.org/a.png', 'image_alt: A'], 'it is an address'],
    ['of the site', ['image: /img/a.png', 'image_alt: A'], 'it is an address'],
    ['not there', ['image: img/none.png', 'image_alt: A'], 'there is no such file'],
    ['above', ['image: ../../../etc/passwd', 'image_alt: A'], 'outside of the folder'],
    ['beside its folder', ['image: ../secret.png', 'image_alt: A'], 'outside of the folder'],
    ['by its file', ['image: file:///etc/passwd', 'image_alt: A'], 'outside of the folder'],
    ['behind a link', ['image: link.png', 'image_alt: A'], 'outside of the folder'],
    ['behind a linked folder', ['image: out/secret.png', 'image_alt: A'], 'outside of the folder'],
    ['a folder', ['image: img', 'image_alt: A'], 'it is no file'],
    ['broken', ['image: broken.png', 'image_alt: A'], 'this one is something else'],
    ['cut off', ['image: half.png', 'image_alt: A'], 'cannot be read as an image'],
    ['empty', ['image: empty.png', 'image_alt: A'], 'an empty one'],
    ['too large', ['image: large.png', 'image_alt: A'], 'at most 10 MB'],
    ['too wordy', ['image: img/Big Dog.png', `image_alt: ${'x'.repeat(301)}`], 'more than 300'],
  ])('%s is named with its line, and the text is imported', async (name, lines, said) => {
    const folder = await folderWith(`not/${name}`, '#fedcba')
    const secret = path.join(home, 'not', 'secret.png')
    writeFileSync(secret, await png('#000000'))
    symlinkSync(secret, path.join(folder, 'link.png'))
    symlinkSync(path.dirname(secret), path.join(folder, 'out'))
    writeFileSync(path.join(folder, 'broken.png'), 'no picture')
    writeFileSync(path.join(folder, 'half.png'), (await png('#123456')).subarray(0, 60))
    writeFileSync(path.join(folder, 'empty.png'), '')
    writeFileSync(path.join(folder, 'large.png'), Buffer.alloc(10 * 2 ** 20 + 1))
    const before = await count()
    const { id, notices } = await bring(path.join(folder, 'a.md'), text(`Not ${name}`, lines))
    expect(notices.join('\n')).toMatch(/^Line 3: the picture ".*" was not taken over: /)
    expect(notices.join('\n')).toContain(said)
    expect(await heroOf(id)).toBeNull()
    expect(await count()).toBe(before)
  })

  it('of standard input is named', async () => {
    const { notices } = await bring(undefined, text('From Input', DOG))
    expect(notices).toEqual([
      'Line 3: the picture "img/Big Dog.png" was not taken over: a text from standard input is in no folder. Import it as a file.',
    ])
  })

  it('is uploaded by no dry run', async () => {
    const folder = await folderWith('dry', '#0f0f0f')
    const file = path.join(folder, 'a.md')
    writeFileSync(file, text('Dry', DOG))
    const before = await count()
    const printed = vi.spyOn(console, 'log').mockReturnValue()
    const failed = dryRun([file], [], {}, false)
    const outline = printed.mock.calls.join()
    printed.mockRestore()
    expect(failed).toBe(0)
    expect(outline).toMatch(/Picture +img\/Big Dog.png/)
    expect(await count()).toBe(before)
  })
})
