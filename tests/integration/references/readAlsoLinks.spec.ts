// What a Read Also block asks the site for: what its link shows, targets that may be chosen, and the one link to a target.
import { describe, expect, it } from 'vitest'
import type { FoundTargets } from '@/cms/collections/articles/references/endpoints'
import type { ShownLink } from '@/cms/collections/articles/references/readAlsoLinks'
import type { SuggestedTarget } from '@/cms/collections/articles/references/targets'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { createDraft, publishNew } from '../../setup/documents'
import { openRestClients, WHO } from '../../setup/restClients'
import { act } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const choose = (target: object, call = calls.writer) =>
  call('POST', '/read-also-links/choose', target)
const chosen = async (target: object) => (await choose(target)).body as unknown as ShownLink
const find = async (words: string, article = '') =>
  (
    await calls.writer(
      'GET',
      `/articles/targets?words=${encodeURIComponent(words)}&article=${article}`,
    )
  ).body as unknown as FoundTargets

describe('choosing a target', () => {
  it('makes the link once, and uses it again', async () => {
    const article = await publishNew(payload, 'articles', { title: 'Owls at Night' })
    const link = await chosen({ article })
    expect(link).toMatchObject({
      kind: 'internal',
      state: { state: 'draft', live: false },
      target: { id: article, title: 'Owls at Night', state: { live: true } },
    })
    expect((await chosen({ article })).id).toBe(link.id)
    const shown = await calls.writer('GET', `/read-also-links/shown?ids=${link.id}`)
    expect(shown.body).toEqual([link])
  })

  it('gives callers at the same moment the same link', async () => {
    const article = await publishNew(payload, 'articles')
    const links = await Promise.all(
      [calls.writer, calls.editor, calls.admin, calls.reviewer].map(
        async (call) => ((await choose({ article }, call)).body as unknown as ShownLink).id,
      ),
    )
    expect(new Set(links).size).toBe(1)
  })

  it('takes an address of the web with its title, and tells titles apart', async () => {
    const target = { url: 'https://example.org/owls', title: 'All about owls' }
    const link = await chosen(target)
    expect(link).toMatchObject({ kind: 'external', ...target, target: null })
    expect((await chosen({ ...target, title: 'All About Owls ' })).id).toBe(link.id)
    expect((await chosen({ ...target, title: 'Owls of the world' })).id).not.toBe(link.id)
  })

  it('does not use again what was withdrawn: readers would never get it', async () => {
    const article = await publishNew(payload, 'articles')
    const { id } = await chosen({ article })
    const kind = 'read-also-links'
    await act(payload, users.editor, 'submit', id, {}, kind)
    await act(payload, users.admin, 'approve', id, {}, kind)
    await act(payload, users.admin, 'publish', id, {}, kind)
    expect((await chosen({ article })).id).toBe(id)
    await act(payload, users.admin, 'unpublish', id, { reason: 'gone' }, kind)
    expect((await chosen({ article })).id).not.toBe(id)
  })

  it.each([
    [{}, 'url'],
    [{ article: 999_999 }, 'article'],
    [{ article: 'x' }, 'article'],
    [{ url: 'javascript:alert(1)', title: 'A' }, 'url'],
    [{ url: '/inside', title: 'A' }, 'url'],
    [{ url: 'https://example.org/', title: ' ' }, 'title'],
    [{ url: 'https://example.org/', title: 'x'.repeat(301) }, 'title'],
    [{ url: `https://example.org/${'x'.repeat(2048)}`, title: 'A' }, 'url'],
  ])('is refused for %j', async (target, field) => {
    const before = await payload.count({ collection: 'read-also-links' })
    const { body, status } = await choose(target)
    expect(status).toBe(422)
    expect(body.issues).toEqual([{ code: 'requestInvalid', field }])
    expect(await payload.count({ collection: 'read-also-links' })).toEqual(before)
  })
})

describe('words', () => {
  it('find an article by its title, its text and its address, and a draft by its title', async () => {
    const id = await publishNew(payload, 'articles', {
      title: 'Badgers in Winter',
      body: richText(paragraph('They dig a sett with many chambers.')),
      path: '/badgers',
    })
    const draft = await createDraft(payload, 'articles', users.editor, {
      title: 'Badgers in Spring',
    })
    const idsOf = async (words: string) => (await find(words)).targets.map((target) => target.id)
    expect(await idsOf('badgers winter')).toContain(id)
    expect(await idsOf('chambers')).toEqual([id])
    expect(await idsOf('/badg')).toContain(id)
    expect(await idsOf('http://localhost:3000/badgers?from=mail#top')).toContain(id)
    expect(await idsOf('badgers spring')).toContain(draft)
    expect((await find('chambers', String(id))).targets).toEqual([])
    expect((await find('%')).targets).toEqual([])
  })

  it('find a link to the web that exists', async () => {
    const link = await chosen({ url: 'https://example.org/moles', title: 'The life of moles' })
    expect((await find('moles')).links.map(({ id }) => id)).toEqual([link.id])
  })
})

describe('suggestions', () => {
  it('are three live articles with a reason, without those that are linked already', async () => {
    const category = (
      await payload.create({ collection: 'categories', data: { name: 'Birds', slug: 'birds' } })
    ).id
    const topic = (
      await payload.create({ collection: 'topics', data: { name: 'Nests', slug: 'nests' } })
    ).id
    const byTopic = await publishNew(payload, 'articles', { title: 'Twigs', topics: [topic] })
    const byWords = await publishNew(payload, 'articles', { title: 'A Kingfisher Dives' })
    const byCategory = await publishNew(payload, 'articles', { title: 'Feathers', category })
    const linked = await publishNew(payload, 'articles', { title: 'More Twigs', topics: [topic] })
    await createDraft(payload, 'articles', users.editor, { title: 'No Page', topics: [topic] })
    const link = await chosen({ article: linked })
    const own = await createDraft(payload, 'articles', users.writer, {
      title: 'The Kingfisher',
      category,
      topics: [topic],
      body: richText(paragraph('Text.'), readAlsoBlock(link.id)),
    })
    const { body } = await calls.writer('GET', `/articles/suggestions?article=${own}`)
    const found = body as unknown as SuggestedTarget[]
    expect(found.map(({ id, reason }) => [id, reason])).toEqual([
      [byTopic, { code: 'sameTopic', names: ['Nests'] }],
      [byWords, { code: 'sharesWords', words: ['kingfisher'] }],
      [byCategory, { code: 'sameCategory', name: 'Birds' }],
    ])
    expect((await calls.writer('GET', '/articles/suggestions?article=999999')).body).toEqual([])
  })
})

it.each(WHO)('%s is answered as staff are, or not at all', async (who) => {
  const status = ['writer', 'reviewer', 'editor', 'admin'].includes(who) ? 200 : 403
  const target = { url: `https://example.org/${who}`, title: who }
  expect((await choose(target, calls[who])).status).toBe(status)
  for (const path of [
    '/read-also-links/shown?ids=1',
    '/articles/targets?words=owl',
    '/articles/suggestions?article=1',
  ])
    expect((await calls[who]('GET', path)).status).toBe(status)
})
