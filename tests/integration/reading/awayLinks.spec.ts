// A Read Also link whose target readers do not get: left out in public, said why in a preview and in the panel, and back by itself.
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getPreview } from '@/app/(site)/preview/[id]/route'
import { findAll, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { previewUrl } from '@/cms/addresses/preview'
import { settings } from '@/env'
import type { Id } from '@/domain/workflow/subject'
import { paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { publishNew } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { readPage } from '../../setup/readers'
import { publishByForce, withdrawByForce } from '../../setup/workflow'

const { calls, payload } = await openRestClients()

let target: Id
let line: Id
let article: Id

beforeAll(async () => {
  target = await publishNew(payload, 'articles', { title: 'The Target', path: '/the-target' })
  line = await publishNew(payload, 'read-also-links', { kind: 'internal', article: target })
  const body = richText(paragraph('Text.'), readAlsoBlock(line), paragraph('More.'))
  article = await publishNew(payload, 'articles', { title: 'With a line', path: '/line', body })
})

const asides = (html: string) =>
  findAll(readHtml(html), 'aside').filter(({ attributes }) =>
    String(attributes.class).includes('read-also'),
  )

async function inPublic(): Promise<string[]> {
  const { bytes } = await readPage('/line')
  return bytes.match(/href="\/the-target"/g) ?? []
}

/** The line of the preview, and how many links are in it. */
async function inPreview(): Promise<[string | undefined, number]> {
  const url = new URL(previewUrl(article) ?? '', settings().siteUrl)
  const params = Promise.resolve({ id: String(article) })
  const [aside] = asides(await (await getPreview(new Request(url), { params })).text())
  return [aside && readElementText(aside), aside ? findAll(aside, 'a').length : 0]
}

async function inPanel(): Promise<(string | undefined)[]> {
  const said: (string | undefined)[] = []
  for (const at of [`/articles/${article}`, `/read-also-links/${line}`]) {
    const { body } = await calls.editor('GET', `${at}/workflow`)
    const advice = body.advice as { code: string; title: string }[]
    said.push(advice.find(({ title }) => title === 'The Target')?.code)
  }
  return said
}

const trash = (deletedAt: string | null) =>
  calls.editor('PATCH', `/articles/${target}?trash=true`, { deletedAt })

describe('a Read Also link', () => {
  it('leads to what is live', async () => {
    expect(await inPublic()).not.toEqual([])
    expect(await inPreview()).toEqual(['Read also: The Target', 1])
    expect(await inPanel()).toEqual([undefined, undefined])
  })

  it('to what was withdrawn is left out, and its preview says that it is not live', async () => {
    await withdrawByForce(payload, target)
    expect(await inPublic()).toEqual([])
    const [line, links] = await inPreview()
    expect([line, links]).toEqual([expect.stringContaining('The Target (it is not live'), 0])
    expect(await inPanel()).toEqual(['readAlsoNotLive', 'readAlsoNotLive'])
  })

  it('to what lies in the trash is left out, and editors are told that it lies there', async () => {
    expect((await trash(new Date().toISOString())).status).toBe(200)
    expect(await inPublic()).toEqual([])
    const [line, links] = await inPreview()
    expect([line, links]).toEqual([expect.stringContaining('The Target (it lies in the trash'), 0])
    expect(await inPanel()).toEqual(['readAlsoInTrash', 'readAlsoInTrash'])
  })

  it('stands in nobody’s way while it leads there: its article can be published', async () => {
    const data = { summary: 'In other words.' }
    await payload.update({ collection: 'articles', id: article, draft: true, data })
    await publishByForce(payload, article)
    expect(await inPublic()).toEqual([])
  })

  it('is back by itself when its target is', async () => {
    expect((await trash(null)).status).toBe(200)
    expect(await inPanel()).toEqual(['readAlsoNotLive', 'readAlsoNotLive'])
    await publishByForce(payload, target)
    expect(await inPublic()).not.toEqual([])
    expect(await inPreview()).toEqual(['Read also: The Target', 1])
    expect(await inPanel()).toEqual([undefined, undefined])
  })
})
