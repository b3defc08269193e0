// Nodes of another text are taken as they are only where the text may store them.
import { expect, it } from 'vitest'
import { countBlocks, fitAsNodes } from '@/domain/paste/pastedNodes'

const json = (...nodes: object[]) => JSON.stringify({ namespace: 'lexical', nodes })
const text = (format = 0) => ({ type: 'text', version: 1, text: 'a', format })
const block = { type: 'block', version: 2, format: '', fields: { id: 'x', blockType: 'readAlso' } }
const heading = { type: 'heading', tag: 'h2', version: 1, children: [text()] }

it('takes part of a line, a block and a heading where the text may hold them', () => {
  expect(fitAsNodes('article', json(text(), heading, block))).toBe(true)
  expect(fitAsNodes('answer', json(text(1)))).toBe(true)
})

it('takes nothing that could not be stored, and nothing that is no list of nodes', () => {
  const foreign = [
    json(text(8)),
    json({ ...heading, tag: 'h1' }),
    json({ type: 'relationship', version: 1 }),
    json(text()).replace('"lexical"', '"Playground"'),
  ]
  for (const other of [...foreign, json(), '', 'x', 'null', '[]', '{"nodes":{}}'])
    expect(fitAsNodes('article', other)).toBe(false)
  expect(fitAsNodes('answer', json(heading))).toBe(false)
})

const noticeBlock = { ...block, fields: { id: 'y', blockType: 'notice' } }

it('counts the blocks that the text cannot hold', () => {
  expect(countBlocks('page', json(block, text(), block, noticeBlock))).toBe(2)
  expect(countBlocks('answer', json(noticeBlock))).toBe(1)
  expect(countBlocks('article', json(block))).toBe(0)
})
