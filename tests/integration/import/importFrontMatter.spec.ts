// What the front matter of other systems says: taken over where there is a place for it, else named in the report.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { importOne } from '@/cli/import'
import { readHtml, findAll } from '../../../tools/siteChecker/page/html'
import { GET as sitemap } from '@/app/(site)/sitemaps/[part]/route'
import { GET as feed } from '@/app/(site)/feed.json/route'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findArticle } from '@/site/articles/queries'
import { findSite } from '@/site/settings/queries'
import { paragraph, richText } from '../../fixtures/richText'
import { get } from '../../setup/engines'
import { openTestPayload } from '../../setup/payload'
import { account, publishByForce, recordOf, save } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

const text = (title: string, frontMatter: string[], ...more: string[]): string =>
  [
    '---',
    `title: ${title}`,
    ...frontMatter,
    '---',
    '',
    `A first paragraph says what ${title} is about.`,
    ...more,
  ].join('\n')

async function bring(file: string, source: string, publish = true) {
  const result = await importOne(payload, { name: file, file, text: source }, { publish })
  if (result.status === 'failed') throw new Error(result.errors.join('\n'))
  return result
}

async function readPage(path: string) {
  const article = (await findArticle(path))!
  const site = await findSite()
  return readHtml(await renderArticlePage({ site, stylesheet: '/assets/site.css', article }))
}

describe('the dates of a source', () => {
  const PUBLISHED = '2014-05-05T09:07:00.000Z'
  const CHANGED = '2015-01-02T03:04:05.000Z'
  const dates = ['date: 2014-05-05T09:07:00Z', 'lastmod: 2015-01-02T03:04:05Z']
  const faq = ['', 'People Also Ask', '', 'Was it so in 2014?', '', 'It was.']

  it('are those of its page, its markup, its feed and its entry in the sitemap', async () => {
    const { id } = await bring('/d/old.md', text('Old News', dates, ...faq))
    const page = await readPage('/old-news')
    expect(findAll(page, 'time').map(({ attributes }) => attributes.datetime)).toEqual(
      expect.arrayContaining([PUBLISHED, CHANGED]),
    )
    const markup = findAll(page, 'script')
      .map(({ children }) => String(children))
      .join()
    expect(markup).toContain(`"datePublished":"${PUBLISHED}"`)
    expect(markup).toContain(`"dateModified":"${CHANGED}"`)
    const inFeed = JSON.parse((await get(feed, '/feed.json')).text) as {
      items: { title: string; date_published: string; date_modified: string }[]
    }
    expect(inFeed.items.find(({ title }) => title === 'Old News')).toMatchObject({
      date_published: PUBLISHED,
      date_modified: CHANGED,
    })
    const entries = (await get(sitemap, '/sitemaps/1.xml', { part: '1.xml' })).text
    expect(entries).toMatch(new RegExp(`/old-news</loc><lastmod>${CHANGED}</lastmod>`))
    const record = await recordOf(payload, id)
    expect(record.map(({ note }) => note)).toEqual([
      'imported; published there on 2014-05-05, changed there on 2015-01-02',
    ])
  })

  it('are kept where an editor publishes what was imported as a draft, and what is edited here was changed here', async () => {
    const { id } = await bring('/d/draft.md', text('Kept Dates', dates, ...faq), false)
    const editor = await account(payload, 'editor')
    await publishByForce(payload, id)
    expect(await findArticle('/kept-dates')).toMatchObject({
      publishedAt: PUBLISHED,
      modifiedAt: CHANGED,
    })
    await save(payload, editor, id, { body: richText(paragraph('Edited here.')) })
    await publishByForce(payload, id)
    const edited = await findArticle('/kept-dates')
    expect(edited?.publishedAt).toBe(PUBLISHED)
    expect(edited!.modifiedAt > CHANGED).toBe(true)
  })

  it('may be in the name of the file', async () => {
    await bring('/d/_posts/2016-06-07-dated.md', text('Dated By Name', []))
    expect((await findArticle('/dated-by-name'))?.publishedAt).toBe('2016-06-07T12:00:00.000Z')
  })

  it('are taken over into what was imported before they were', async () => {
    const source = text('Redated', dates)
    const { id } = await bring('/d/redated.md', source)
    const { docs } = await payload.find({
      collection: 'imports',
      where: { article: { equals: id } },
    })
    await payload.update({
      collection: 'imports',
      id: docs[0]!.id,
      data: { publishedAt: null, modifiedAt: null },
    })
    expect(await bring('/d/redated.md', source)).toMatchObject({
      status: 'updated',
      id,
      live: true,
    })
    expect(await findArticle('/redated')).toMatchObject({
      publishedAt: PUBLISHED,
      modifiedAt: CHANGED,
    })
    expect(await bring('/d/redated.md', source)).toMatchObject({ status: 'unchanged' })
  })

  it('are refused with their line where they are none', async () => {
    await expect(bring('/d/bad.md', text('Bad', ['date: 05/06/2014']))).rejects.toThrow(
      '/d/bad.md:3: “05/06/2014” is not a date. Write it as YYYY-MM-DD.',
    )
  })
})

describe('a source that is not for readers yet', () => {
  it.each([
    ['draft: true', 'the source says "draft: true"'],
    ['published: false', 'the source says "published: false"'],
    ['status: pending', 'the source says "status: pending"'],
    ['date: 2999-01-01', 'a date of publication that has not come'],
    ['expiryDate: 2015-01-01', 'it has expired'],
  ])('with "%s" stays a draft, also with --publish', async (line, said) => {
    const name = line.replace(/\W+/g, ' ')
    const result = await bring(`/s/${name}.md`, text(`Says ${name}`, [line]))
    expect(result).toMatchObject({ status: 'created', live: false })
    expect(result.notices.join()).toContain(said)
    expect(await findArticle(result.path)).toBeUndefined()
  })

  it('stays one in a folder of drafts', async () => {
    expect(await bring('/s/_drafts/new.md', text('In The Drawer', []))).toMatchObject({
      status: 'created',
      live: false,
    })
  })

  it('leaves its live version to readers, and says so', async () => {
    await bring('/s/back.md', text('Back Again', []))
    const result = await bring('/s/back.md', text('Back Again', ['draft: true'], '', 'Another.'))
    expect(result).toMatchObject({ status: 'updated', live: true })
    expect(result.notices.join()).toContain('Saved as the next version, not published')
    const again = await bring('/s/back.md', text('Back Again', ['draft: true'], '', 'Another.'))
    expect(again.notices).toEqual([
      'The source says "draft: true", and the article is live: an editor can withdraw it.',
      'Not published: the source says "draft: true".',
    ])
  })
})

describe('the other fields', () => {
  it('are the address, the shelves, and what search engines get', async () => {
    const { id, notices } = await bring(
      '/f/fields.md',
      text('Fields', [
        'slug: Notes/My Fields',
        'categories: [Sleep, Rest]',
        'tags: [naps, Rest]',
        'keywords: Naps, sleep hygiene, rest',
        'excerpt: What the summary says.',
        'description: What engines get.',
        'noindex: true',
      ]),
    )
    const found = await payload.findByID({ collection: 'articles', id, depth: 1 })
    expect(found).toMatchObject({
      path: '/notes/my-fields',
      summary: 'What the summary says.',
      index: false,
      seoDescription: 'What engines get.',
      category: { name: 'Sleep' },
    })
    expect(found.topics?.map((topic) => (topic as { name: string }).name)).toEqual([
      'Rest',
      'naps',
      'sleep hygiene',
    ])
    expect(notices).toContain('An article has one category, "Sleep"; as topics it has "Rest".')
  })

  it('that have no place are named', async () => {
    const { notices } = await bring(
      '/f/others.md',
      text('Others', ['layout: post', 'image: /a.jpg', 'weight:', 'tag: a', 'tags: b']),
    )
    expect(notices).toContain('Not taken over from the front matter: layout, tags.')
    expect(notices).toContain(
      'Line 4: the picture "/a.jpg" was not taken over: it has no alternative text. Write what it shows as "image_alt".',
    )
  })

  it('are named where they come to nothing', async () => {
    const fields = ['date: 2014-05-05', 'updated: 2013-01-01', 'expiryDate: 2999-01-01']
    const { notices } = await bring('/f/nothing.md', text('Comes To Nothing', fields))
    expect(notices).toEqual([
      'A change of 2013-01-01 is before the publication or has not come; it was not taken over.',
      'The source ends on 2999-01-01; nothing here withdraws it then.',
    ])
  })

  it('move no article, and are no identity: two files with one slug are two articles', async () => {
    const first = await bring('/f/one.md', text('Slug One', ['slug: same-slug']))
    const second = await bring('/f/two.md', text('Slug Two', ['slug: same-slug']))
    expect([first.path, second.path]).toEqual(['/same-slug', '/same-slug-2'])
    const moved = await bring('/f/one.md', text('Slug One', ['slug: other-slug']))
    expect(moved).toMatchObject({ status: 'updated', path: '/same-slug' })
    expect(moved.notices.join()).toContain('State "path: /other-slug" to move it.')
  })

  it('know a source by its permalink in another file', async () => {
    const { id } = await bring('/f/perma.md', text('Perma', ['permalink: /2014/05/perma.html']))
    const again = text('Perma Again', ['permalink: https://old.example/2014/05/perma.html'])
    expect(await bring('/g/perma-2.md', again)).toMatchObject({ status: 'updated', id })
  })
})
