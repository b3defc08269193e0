// Articles that lead to an article are named at its end, and its kept page notices when they change.
import type { Payload } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { findLinkedFrom } from '@/site/articles/linkedFrom'
import { articleLink, paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { openTestPayload } from '../../setup/payload'
import { readPage } from '../../setup/readers'
import { isStale } from '../../setup/revision'
import { publishByForce, withdrawByForce } from '../../setup/workflow'

let payload: Payload
let target: number
let line: number

const draft = async (title: string, body = richText(paragraph('Text.'))): Promise<number> => {
  const data = { title, path: `/${title.toLowerCase()}`, summary: 'In short.', body }
  return (await payload.create({ collection: 'articles', draft: true, data })).id
}

const save = async (id: number, body: ReturnType<typeof richText>): Promise<void> => {
  await payload.update({ collection: 'articles', id, draft: true, data: { body } })
  await publishByForce(payload, id)
}

const titles = async (): Promise<string[]> =>
  (await findLinkedFrom(target)).map(({ title }) => title)

beforeAll(async () => {
  payload = await openTestPayload()
  target = await draft('Target')
  await publishByForce(payload, target)
  const link = { kind: 'internal' as const, article: target }
  line = (await payload.create({ collection: 'read-also-links', draft: true, data: link })).id
  await publishByForce(payload, line, 'read-also-links')
})

it('names live articles alone, whether a line or a link leads here', async () => {
  const byLine = await draft('Line', richText(paragraph('A'), readAlsoBlock(line), paragraph('B')))
  await draft('Draft', richText(paragraph(articleLink(target, 'here'))))
  const byText = await draft('Text', richText(paragraph(articleLink(target, 'here'))))
  expect(await titles()).toEqual([])
  await publishByForce(payload, byLine)
  await publishByForce(payload, byText)
  expect(await titles()).toEqual(['Text', 'Line'])
  expect((await readPage('/target')).bytes).toContain('<a href="/line">Line</a>')
})

it('makes the kept page stale when an article begins or ceases to lead here, and at no other edit', async () => {
  const plain = richText(paragraph('Plain.'))
  const leading = richText(paragraph(articleLink(target, 'here')))
  const id = await draft('Wavering', plain)
  await publishByForce(payload, id)
  for (const [body, stale] of [
    [leading, true],
    [richText(paragraph('Other words, ', articleLink(target, 'still here'))), false],
    [plain, true],
    [richText(paragraph('Other words.')), false],
    [leading, true],
  ] as const) {
    const kept = await readPage('/target')
    await save(id, body)
    expect(await isStale(payload, kept)).toBe(stale)
  }
  const kept = await readPage('/target')
  await withdrawByForce(payload, id)
  expect(await isStale(payload, kept)).toBe(true)
})

it('makes it stale when a line is turned to another article', async () => {
  const other = await draft('Other')
  await publishByForce(payload, other)
  const kept = [await readPage('/target'), await readPage('/other')]
  await payload.update({
    collection: 'read-also-links',
    id: line,
    draft: true,
    data: { article: other },
  })
  await publishByForce(payload, line, 'read-also-links')
  for (const page of kept) expect(await isStale(payload, page)).toBe(true)
  expect(await titles()).toEqual(['Text'])
})
