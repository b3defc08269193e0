// The addresses that an imported text had before lead to it, in one hop, from the moment when it is live.
import { expect, it } from 'vitest'
import { GET } from '@/app/(site)/[...path]/route'
import { importOne } from '@/cli/import'
import { get } from '../../setup/engines'
import { openTestPayload } from '../../setup/payload'
import { publishByForce } from '../../setup/workflow'

const payload = await openTestPayload()
const PARAGRAPH = 'A first paragraph that says in one sentence what the article is about.'

const text = (title: string, ...frontMatter: string[]) =>
  ['---', `title: ${title}`, ...frontMatter, '---', '', PARAGRAPH].join('\n')

async function bring(name: string, source: string, publish = true) {
  const file = `/sources/${name}`
  const result = await importOne(payload, { name, file, text: source }, { publish })
  if (result.status === 'failed') throw new Error(result.errors.join('\n'))
  return result
}

async function read(path: string) {
  const { status, headers } = await get(GET, path, { path: path.slice(1).split('/') })
  const location = headers.get('Location')
  return { status, leadsTo: location && new URL(location, 'http://localhost:3000').pathname }
}

const redirects = async () =>
  (await payload.find({ collection: 'redirects', sort: 'from', depth: 0, pagination: false })).docs

const OLD = text(
  'Signing In',
  'permalink: /Sign-In_FAQ.html',
  'aliases:',
  '  - /health-care/signing-in/',
  '  - https://www.example.com/Über-uns/',
  'redirect_from: [/in, /signing-in]',
)

it('lead to a text that is published as it comes', async () => {
  expect(await bring('sign-in.md', OLD)).toMatchObject({
    status: 'created',
    live: true,
    notices: [],
  })
  for (const path of ['/sign-in_faq.html', '/health-care/signing-in', '/%c3%bcber-uns', '/in'])
    expect(await read(path)).toEqual({ status: 301, leadsTo: '/signing-in' })
  expect(await read('/signing-in')).toEqual({ status: 200, leadsTo: null })
})

it('are the same after a second import, and after one of a changed text', async () => {
  const before = await redirects()
  expect(await bring('sign-in.md', OLD)).toMatchObject({ status: 'unchanged' })
  const changed = `${OLD}\n\nAnother paragraph.`
  expect(await bring('sign-in.md', changed)).toMatchObject({ status: 'updated', notices: [] })
  expect(await redirects()).toEqual(before)
})

it('lead nowhere until the text is published', async () => {
  const { id } = await bring('later.md', text('Later', 'permalink: /sooner.html'), false)
  expect(await read('/sooner.html')).toEqual({ status: 404, leadsTo: null })
  await publishByForce(payload, id)
  expect(await read('/sooner.html')).toEqual({ status: 301, leadsTo: '/later' })
})

it('stay whose they are, and are left out where they can be none; whoever imports is told', async () => {
  const before = await redirects()
  const wanted = [
    '/signing-in',
    '/in',
    '/:year/:title',
    'https://www.example.com/?colour=7',
    '/admin',
  ]
  const result = await bring('other.md', text('Other', `aliases: [${wanted.join(', ')}]`))
  expect(result).toMatchObject({ status: 'created', live: true })
  expect(result.notices).toEqual([
    '/signing-in is the address of the article "Signing In" and stays so.',
    '/in is the address of a redirect and stays so.',
    ...wanted
      .slice(2)
      .map((address) => `"${address}" is no address of a page, so nothing leads on from it.`),
  ])
  expect(await redirects()).toEqual(before)
})

it.each(['pretty', 'Sleep Apnea', 'old-name', '//www.example.com/old'])(
  'are written from the root of a site: %j is none',
  async (written) => {
    const before = await redirects()
    const name = written.replace(/[^a-z]+/gi, '-')
    const result = await bring(`${name}.md`, text(`About ${name}`, `permalink: ${written}`), false)
    expect(result.notices).toEqual([
      `"${written}" is no address of a page, so nothing leads on from it.`,
    ])
    expect(await redirects()).toEqual(before)
  },
)

it('lead on where the same is written a second time as none', async () => {
  const written = '[/before-that, before-that]'
  const { id } = await bring('twice.md', text('Twice', `aliases: ${written}`))
  expect(await read('/before-that')).toEqual({ status: 301, leadsTo: '/twice' })
  expect((await redirects()).find(({ from }) => from === '/before-that')?.article).toBe(id)
})

it('may end like the Markdown of an article', async () => {
  await bring('notes.md', text('Notes', 'permalink: /notes/2019.md'))
  expect(await read('/notes/2019.md')).toEqual({ status: 301, leadsTo: '/notes' })
})

it('stay the path of an article that is not live yet', async () => {
  await bring('draft.md', text('Draft', 'path: /mine'), false)
  const { notices } = await bring('eager.md', text('Eager', 'aliases: [/mine]'))
  expect(notices).toEqual(['/mine is the address of the article "Draft" and stays so.'])
  expect(await read('/mine')).toEqual({ status: 404, leadsTo: null })
})

it('are the first one’s of two texts that come at the same moment', async () => {
  const aliases = 'aliases: [/both, /each]'
  const results = await Promise.all([
    bring('one.md', text('One of Two', aliases)),
    bring('two.md', text('Two of Two', aliases)),
  ])
  const told = results.flatMap(({ notices }) => notices)
  expect(told).toEqual([
    '/both is the address of a redirect and stays so.',
    '/each is the address of a redirect and stays so.',
  ])
  const [first] = results.filter(({ notices }) => notices.length === 0)
  for (const path of ['/both', '/each'])
    expect(await read(path)).toEqual({ status: 301, leadsTo: first?.path })
})

it('give way when an article wants one for its own', async () => {
  expect(await bring('in.md', text('In', 'path: /in'))).toMatchObject({ live: true, path: '/in' })
  expect(await read('/in')).toEqual({ status: 200, leadsTo: null })
})
