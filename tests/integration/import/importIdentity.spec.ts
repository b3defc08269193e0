// Which article an import changes: that of the same source, and no other; what only looks alike is proposed.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { newRun } from '@/cms/import/knownSources'
import { importOne } from '@/cli/import'
import { plainText } from '@/domain/text/plainText'
import { findArticle } from '@/site/articles/queries'
import { richText } from '../../fixtures/richText'
import { createDraft } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { account, rowOf } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

type Options = Parameters<typeof importOne>[2]

async function bring(file: string | undefined, text: string, options: Partial<Options> = {}) {
  const source = { name: file ?? 'standard input', file, text }
  const result = await importOne(payload, source, { publish: true, ...options })
  if (result.status === 'failed') throw new Error(result.errors.join('\n'))
  return result
}

const errors = async (file: string, text: string, options: Partial<Options> = {}) =>
  bring(file, text, options).then(
    () => [],
    (error: Error) => error.message,
  )

/** Lines that two texts with other words have not in common. */
const lines = (words: string, count = 6): string =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} on ${words} ends here.`).join('\n\n')
const text = (title: string, words = title, ...frontMatter: string[]): string =>
  ['---', `title: ${title}`, ...frontMatter, '---', '', lines(words)].join('\n')

const bodyAt = async (path: string): Promise<string> =>
  plainText((await findArticle(path))?.body ?? richText())

const count = async () => (await payload.count({ collection: 'articles' })).totalDocs

describe('two files with the same title', () => {
  it('are two live articles with an address each, and whoever imports is told', async () => {
    const first = await bring('/a/knees.txt', text('Weekly Notes', 'knees'))
    const second = await bring('/a/elbows.txt', text('Weekly Notes', 'elbows'))
    expect([first, second]).toMatchObject([
      { status: 'created', live: true, path: '/weekly-notes', notices: [] },
      { status: 'created', live: true, path: '/weekly-notes-2' },
    ])
    expect(second.notices).toEqual([
      `It looks like article ${first.id}, "Weekly Notes", which has the same title; to make it a version of that, import it with --version-of ${first.id}.`,
      '/weekly-notes is the address of the article "Weekly Notes", so this one has /weekly-notes-2; state another as "path" in the source.',
    ])
    expect(await bodyAt('/weekly-notes')).toContain('on knees')
    expect(await bodyAt('/weekly-notes-2')).toContain('on elbows')
  })

  it('are each found again, and each is changed alone', async () => {
    const elbows = (words: string) => bring('/a/elbows.txt', text('Weekly Notes', words))
    const itself = { path: '/weekly-notes-2', live: true }
    expect(await elbows('elbows')).toMatchObject({ status: 'unchanged', ...itself })
    expect(await elbows('hips')).toMatchObject({ status: 'updated', ...itself })
    expect(await bodyAt('/weekly-notes')).toContain('on knees')
  })
})

describe('texts made from one template', () => {
  const made = (city: string) => `${text(`Running in ${city}`, 'running')}\n\nThis is ${city}.`
  const cities = ['Berlin', 'Munich', 'Cologne', 'Bonn', 'Kiel', 'Kiel']

  it('are one article each where they come together, and again the same ones', async () => {
    const before = await count()
    const files = cities.map((city, n) => [`/cities/${n}.md`, made(city)] as const)
    const importAll = async () => {
      const run = newRun(files.map(([file]) => file))
      const results = []
      for (const [file, source] of files) results.push(await bring(file, source, { run }))
      return results
    }
    const first = await importAll()
    expect(first.map(({ status, live }) => [status, live])).toEqual(
      cities.map(() => ['created', true]),
    )
    expect(new Set(first.map(({ id }) => id)).size).toBe(cities.length)
    expect(await count()).toBe(before + cities.length)
    const again = await importAll()
    expect(again.map(({ status, id }) => [status, id])).toEqual(
      first.map(({ id }) => ['unchanged', id]),
    )
  })

  it('are so too where they come one by one, and whoever imports is told what they look like', async () => {
    const result = await bring('/cities/late.md', made('Hamburg'))
    expect(result).toMatchObject({ status: 'created', live: true })
    expect(result.notices).toEqual([
      expect.stringMatching(
        /^It looks like article \d+, .* most of its lines .* --version-of \d+\.$/,
      ),
    ])
  })

  it('wait as a draft where the file has the same name in another folder, until they are imported again', async () => {
    const changed = made('Hamburg').replace('Sentence 1', 'A sentence')
    const result = await bring('/moved/late.md', changed)
    expect(result).toMatchObject({ status: 'created', live: false })
    expect(result.notices.join()).toContain('not published: it may be a new version')
    expect(await bring('/moved/late.md', changed)).toMatchObject({
      status: 'updated',
      id: result.id,
      live: true,
      notices: [],
    })
  })
})

describe('the same source', () => {
  it('is known by its id under another name, and by its path', async () => {
    const { id } = await bring('/b/one.md', text('By Id', 'ids', 'id: by-id-1'))
    const renamed = text('By Id, Renamed', 'other words', 'guid: by-id-1')
    expect(await bring('/c/two.md', renamed)).toMatchObject({ status: 'updated', id, live: true })

    const placed = await bring('/b/three.md', text('By Path', 'paths', 'path: /by-path'))
    const moved = text('By Path, Renamed', 'more words', 'path: /by-path')
    expect(await bring('/c/four.md', moved)).toMatchObject({ status: 'updated', id: placed.id })
  })

  it('is another one with another id, though the file is the same', async () => {
    const { id } = await bring('/b/latest.md', text('First Letter', 'a letter', 'id: letter-1'))
    const next = await bring('/b/latest.md', text('Second Letter', 'a reply', 'id: letter-2'))
    expect(next.status).toBe('created')
    expect(next.id).not.toBe(id)
    expect(await bodyAt('/first-letter')).toContain('a letter')
  })

  it('with hardly a line and another title in its file is the next version, and does not go live at once', async () => {
    const { id } = await bring('/b/draft.txt', text('Monday', 'monday'))
    const other = text('Tuesday', 'tuesday')
    const result = await bring('/b/draft.txt', other)
    expect(result).toMatchObject({ status: 'updated', id, live: true })
    expect(result.notices.join()).toContain('another text than the one imported from this file')
    expect(await bodyAt('/monday')).toContain('on monday')
    expect(await bring('/b/draft.txt', other)).toMatchObject({ status: 'updated', id, notices: [] })
    expect(await bodyAt('/monday')).toContain('on tuesday')
  })

  it('that comes from elsewhere is unchanged as long as its text is, and its new file is known when the old one is gone', async () => {
    const { id } = await bring('/gone/here.md', text('Moved', 'moving'))
    expect(await bring('/new/here.md', text('Moved', 'moving'))).toMatchObject({
      status: 'unchanged',
      id,
    })
    expect(await bring('/new/here.md', text('Moved', 'having moved'))).toMatchObject({
      status: 'updated',
      id,
    })
  })

  it('is the article that whoever imports names, by number or path', async () => {
    const { id } = await bring('/b/old.md', text('Old Name', 'names'))
    const own = await bring('/b/new.md', text('New Name', 'names'), { publish: false })
    expect(own.status).toBe('created')
    const result = await bring('/b/new.md', text('New Name', 'names'), { versionOf: '/old-name' })
    expect(result).toMatchObject({ status: 'updated', id, title: 'New Name', path: '/old-name' })
    expect(result.notices).toEqual([
      `This source was article ${own.id}, "New Name", before, which stays as it is and is no version of it any longer.`,
    ])
    expect(await bring('/b/new.md', text('New Name', 'names'))).toMatchObject({
      status: 'unchanged',
      id,
    })
    expect(await errors('/b/x.md', text('X'), { versionOf: '999999' })).toContain(
      'There is no article 999999.',
    )
  })

  it('is one article where it comes twice at the same moment', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => bring('/b/twice.md', text('Twice', 'two at once'))),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual(['created', 'unchanged'])
  })
})

describe('what was imported before a source had an identity', () => {
  const old = text('Long Ago', 'long ago')

  it('is known by its file, and from elsewhere neither replaced nor doubled in silence', async () => {
    const { id } = await bring('/old/ago.txt', old)
    const { docs } = await payload.find({
      collection: 'imports',
      where: { article: { equals: id } },
    })
    await payload.update({
      collection: 'imports',
      id: docs[0]!.id,
      data: { name: null, sourceId: null, address: null, site: null },
    })
    const nearly = old.replace('Sentence 3', 'A sentence')
    const elsewhere = await bring('/elsewhere/ago.txt', nearly)
    expect(elsewhere).toMatchObject({ status: 'created', live: false })
    expect(elsewhere.notices.join()).toContain(`It looks like article ${id}, "Long Ago"`)
    expect(await bodyAt('/long-ago')).toContain('Sentence 3')
    expect(await bring('/old/ago.txt', nearly)).toMatchObject({ status: 'updated', id, live: true })
  })
})

describe('an article that was written here', () => {
  it('is not touched by a source of the same title', async () => {
    const writer = await account(payload, 'writer')
    const id = await createDraft(payload, 'articles', writer, { title: 'By Hand' })
    const result = await bring('/b/hand.md', text('By Hand'))
    expect(result.id).not.toBe(id)
    expect(result.notices[0]).toContain(`It looks like article ${id}, "By Hand"`)
    expect((await rowOf(payload, id)).version).toBe(1)
  })
})

it('two names that make one address stay two, and one name with other accents is one', async () => {
  const topics = 'topics: [C, C++, c, Café, Cafe, Health & Care, health and care]'
  const { id } = await bring('/n/names.md', text('Names', 'names of topics', topics))
  const { topics: ids } = await payload.findByID({ collection: 'articles', id, depth: 0 })
  const { docs } = await payload.find({
    collection: 'topics',
    where: { id: { in: ids } },
    sort: 'id',
  })
  expect(docs.map(({ name }) => name)).toEqual(['C', 'C++', 'Café', 'Health & Care'])
})

it('a Read Also title that several articles have leads to the first one, and whoever imports is told', async () => {
  const titled = `${text('Leads There')}\n\nRead Also: Weekly Notes\n\nEnd.`
  const { notices } = await bring('/r/titled.md', titled)
  expect(notices).toEqual([
    'Several articles have the title "Weekly Notes"; the Read Also line leads to /weekly-notes.',
  ])
})

it('two Read Also lines to one address have the words of their sources', async () => {
  const line = (words: string) =>
    `${text(words)}\n\nRead Also: [${words}](https://example.org/x)\n\nEnd.`
  await bring('/r/one.md', line('Read This'))
  await bring('/r/two.md', line('Or Rather This'))
  const titles = async (path: string) =>
    (await findArticle(path))!.readAlsoLinks.map(({ title }) => title)
  expect(await titles('/read-this')).toEqual(['Read This'])
  expect(await titles('/or-rather-this')).toEqual(['Or Rather This'])
})
