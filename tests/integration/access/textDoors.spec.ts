// What no text may hold is refused at every door, by name and place; and what is stored already breaks nothing.
import { afterAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import type { ParagraphNode } from '@/domain/text/richText'
import { paragraph, richText, text } from '../../fixtures/richText'
import { createDraft, publishNew } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { createRowIn } from '../../setup/rows'
import { serveRoutes } from '../../setup/serveRoutes'
import { as } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()
const site = await serveRoutes()
afterAll(() => site.close())

const root = (...children: unknown[]) => ({ root: { type: 'root', children } })
const styled = root({
  type: 'paragraph',
  children: [{ type: 'text', text: 'Look here', style: 'position:fixed;inset:0' }],
})
const REASON = /body: in block 1 at 1 \(“Look here”\): “style” of the text has to be empty/

const sql = (query: string, values: unknown[]) => poolOf(payload.db).query(query, values)

/** A live article as it was stored before there was a rule. */
async function oldArticle(path: string, body: unknown): Promise<number> {
  const id = await publishNew(payload, 'articles', { path })
  await storeOld(id, body)
  return id
}

async function storeOld(id: number, body: unknown): Promise<void> {
  const stored = [id, JSON.stringify(body)]
  await sql('update articles set body = $2 where id = $1', stored)
  await sql('update _articles_v set version_body = $2 where parent_id = $1 and latest', stored)
}

describe('a text that holds what none may hold', () => {
  it('is refused by REST in every way, naming its place', async () => {
    const id = await createDraft(payload, 'articles', users.admin)
    const page = await createRowIn(payload, 'pages', users.admin)
    const item = await createDraft(payload, 'faq-items', users.admin)
    const body = { body: styled }
    for (const [method, path, data] of [
      ['POST', '/articles?draft=true', { title: 'a', ...body }],
      ['POST', '/articles', { title: 'a', summary: 'b', ...body }],
      ['PATCH', `/articles/${id}?draft=true`, body],
      ['PATCH', `/articles/${id}?draft=true&autosave=true`, body],
      ['POST', `/articles/${id}/duplicate?draft=true`, body],
      ['PATCH', `/pages/${page}`, body],
      ['PATCH', `/faq-items/${item}?draft=true`, { answer: styled }],
    ] as const) {
      const { status, body: answer } = await calls.admin(method, path, data)
      expect(status, path).toBe(400)
      expect(answer.errors?.[0]?.message.replace('answer:', 'body:'), path).toMatch(REASON)
    }
    const { body: bulk } = await calls.admin(
      'PATCH',
      `/articles?draft=true&where[id][equals]=${id}`,
      body,
    )
    expect(bulk.errors?.[0]?.message).toMatch(REASON)
  })

  it('is refused by the Local API, for whoever may do everything', async () => {
    const data = { title: 'a', body: styled as never }
    await expect(payload.create({ collection: 'articles', draft: true, data })).rejects.toThrow(
      REASON,
    )
  })

  it('does not come back with an old version, nor in a copy', async () => {
    const id = await oldArticle('/old-version', styled)
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      limit: 1,
    })
    const restored = await calls.admin('POST', `/articles/versions/${docs[0]?.id}?draft=true`, {})
    expect(restored.status).toBe(400)
    expect(JSON.stringify(restored.body)).toMatch(REASON)
    expect((await calls.admin('POST', `/articles/${id}/duplicate?draft=true`, {})).status).toBe(400)
  })
})

describe('an old text', () => {
  const body = root(
    { type: 'paragraph' },
    { type: 'paragraph', children: [{ type: 'text' }] },
    { type: 'list', tag: 'iframe', children: [{ type: 'listitem', children: [text('An item')] }] },
    { type: 'table', children: [{ type: 'tablerow', children: [paragraph('A cell')] }] },
    { type: 'paragraph', children: [text('A line\u000bbroken by a word processor')] },
  )

  it('is shown as far as it can be, everywhere, and its checklist names the rest', async () => {
    const id = await oldArticle('/old-text', body)
    for (const path of ['/old-text', '/old-text.md', '/feed.xml']) {
      const answer = await fetch(site.origin + path)
      expect(answer.status, path).toBe(200)
      const said = await answer.text()
      if (path !== '/feed.xml') expect(said).toMatch(/An item[^]*A cell[^]*A line broken/)
      expect(said).not.toMatch(/\u000b|iframe/)
    }
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      data: { body: richText(paragraph('a')) },
    })
    await storeOld(id, body)
    const after = await calls.admin('GET', `/articles/${id}/workflow`)
    const { events } = after.body as unknown as {
      events: { forcePublish: { issues: { code: string }[] } }
    }
    const { issues } = events.forcePublish
    expect(issues.filter(({ code }) => code === 'bodyUnfit')).toHaveLength(6)
  })

  it('that goes down without end is shown too', async () => {
    const id = await oldArticle('/old-depth', root())
    // Deeper than JSON.stringify goes.
    const text = `${'{"type":"quote","children":['.repeat(5000)}${JSON.stringify(paragraph('The bottom'))}${']}'.repeat(5000)}`
    await sql(`update articles set body = $2 where id = $1`, [
      id,
      `{"root":{"type":"root","children":[${text}]}}`,
    ])
    const answer = await fetch(`${site.origin}/old-depth`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('The bottom')
  })
})

describe('characters that no page can show', () => {
  const BREAK = 'One\u000btwo\u2028three'
  const say = (collection: string, data: object) => calls.admin('POST', `/${collection}`, data)

  it('become breaks and spaces where they are a line break of a word processor', async () => {
    const doc = await payload.create({
      collection: 'articles',
      draft: true,
      data: { title: BREAK, summary: BREAK, body: richText(paragraph(BREAK)) },
    })
    expect(doc).toMatchObject({ title: 'One two three', summary: 'One\ntwo\nthree' })
    const [line] = doc.body.root.children as ParagraphNode[]
    expect(line?.children.map(({ type }) => type)).toEqual([
      'text',
      'linebreak',
      'text',
      'linebreak',
      'text',
    ])
  })

  it.each<[string, object, string]>([
    ['authors', { name: 'A\u001b[31m' }, 'U\\+001B'],
    ['authors', { name: 'A\u202eB' }, 'U\\+202E'],
    ['authors', { name: 'A', credentials: 'M\u2066D' }, 'U\\+2066'],
    [
      'users',
      { name: 'A\u202eB', email: 'a@doors.example', password: 'twelve-letters' },
      'U\\+202E',
    ],
    ['categories', { name: 'A\ufffeB' }, 'U\\+FFFE'],
    ['pages', { title: 'A\u0001', summary: 'b', body: richText(paragraph('c')) }, 'U\\+0001'],
    ['redirects', { from: '/a\u0002', status: '410' }, 'U\\+0002'],
    [
      'read-also-links',
      { kind: 'external', title: 'A\ud800', url: 'https://a.example' },
      'U\\+D800',
    ],
    ['faq-items', { question: 'A\u009f?', answer: richText(paragraph('c')) }, 'U\\+009F'],
  ])('are refused in %s %j', async (collection, data, character) => {
    const { status, body } = await say(`${collection}?draft=true`, data)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toMatch(new RegExp(`contains ${character}, which no`))
  })

  it('are refused in the settings and in a file of redirects', async () => {
    const settings = await calls.admin('POST', '/globals/site-settings', { name: 'A\u0007' })
    expect(settings.status).toBe(400)
    const csv = 'from,to\n/a,/b\n/c,"/d\u0001"\n'
    const file = await calls.admin('POST', '/redirects/import', { csv })
    expect(file).toMatchObject({ status: 422, body: { problems: [{ line: 3 }] } })
  })

  it('do not get out of what has them already, in whatever form', async () => {
    const id = await oldArticle('/old-characters', root(paragraph('So\u0001 it\u000bis')))
    await sql(
      `update articles set title = 'A' || chr(11) || 'b' || chr(65534), summary = chr(27) || 'c' where id = $1`,
      [id],
    )
    for (const path of [
      '/old-characters',
      '/old-characters.md',
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/llms.txt',
      '/',
      '/sitemap.xml',
      '/questions.json',
    ]) {
      const said = await (await fetch(site.origin + path)).text()
      expect(said, path).not.toMatch(
        /[\u0001\u000b\u001b\ufffe]|\\u0001|\\u000b|\\u001b|\\ufffe|&#x?(0*1|b|11);/i,
      )
    }
    expect(await (await fetch(`${site.origin}/old-characters`)).text()).toContain('A b')
  })
})

describe('right-to-left text', () => {
  it('keeps its isolates and marks', async () => {
    const title = 'א \u2067abc\u2069 ב\u200f'
    const { title: stored } = await payload.create({
      collection: 'articles',
      draft: true,
      data: { title },
      ...as(users.writer),
    })
    expect(stored).toBe(title)
  })
})
