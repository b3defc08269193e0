// Two people at the same moment: one is first, the other is told; whatever they share is written once.
import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/workflow/subject'
import { faqBlock, paragraph, readAlsoBlock, richText } from '../../fixtures/richText'
import { createDraft, createIn } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { account, accounts, act, as, codes, recordOf, rowOf, save } from '../../setup/workflow'

const ROUNDS = 50
const LONG = { timeout: 120_000 }

const payload = await openTestPayload()
const { writer, editor } = await accounts(payload)
const other = await account(payload, 'editor')

/** The codes of each; an error that is no refusal fails the test. */
const race = (...doings: Promise<unknown>[]): Promise<string[][]> => Promise.all(doings.map(codes))

const whatHappened = async (id: Id) => (await recordOf(payload, id)).map(({ what }) => what)

describe('at the same moment', () => {
  it('two editors publish: one does, the other learns that it is done', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
      const [one, two] = await race(
        act(payload, editor, 'publish', id),
        act(payload, other, 'publish', id),
      )
      expect([one, two].sort()).toEqual([[], ['wrongState']])
      expect(await whatHappened(id)).toEqual(['submit', 'approve', 'publish'])
    }
  })

  it('an approval and a save: the approval is of the text that was there, and the seal shows which', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await createIn(payload, 'in_review', 'articles', { author: writer, editor })
      const seen = (await rowOf(payload, id)).version
      const [approved, saved] = await race(
        act(payload, editor, 'approve', id, { version: seen }),
        save(payload, other, id, { summary: 'In other words.' }),
      )
      expect(saved).toEqual([])
      const { state, version } = await rowOf(payload, id)
      expect(version).toBe(seen + 1)
      if (approved?.length) expect([approved, state]).toEqual([['stale'], 'in_review'])
      else expect(await codes(act(payload, editor, 'publish', id))).toEqual(['sealBroken'])
    }
  })

  it('a submit and a recall: they happen one after the other, or the recall comes too early', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await createDraft(payload, 'articles', writer)
      const [submitted, recalled] = await race(
        act(payload, writer, 'submit', id),
        act(payload, editor, 'recall', id),
      )
      expect(submitted).toEqual([])
      const { state } = await rowOf(payload, id)
      if (recalled?.length) expect([recalled, state]).toEqual([['wrongState'], 'in_review'])
      else expect([await whatHappened(id), state]).toEqual([['submit', 'recall'], 'draft'])
    }
  })

  it('two saves and a bulk edit of different fields: what was taken is there, what came too late was told', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await createDraft(payload, 'articles', writer)
      const { version } = await rowOf(payload, id)
      const bulk = { collection: 'articles', where: { id: { in: [id] } }, draft: true } as const
      const saves = [
        [
          'summary',
          'One.',
          save(payload, editor, id, { summary: 'One.', workflowVersion: version }),
        ],
        [
          ...(['seoTitle', 'Two'] as const),
          payload.update({ ...bulk, data: { seoTitle: 'Two' }, ...as(editor) }),
        ],
        ['title', 'Three', save(payload, other, id, { title: 'Three', workflowVersion: version })],
      ] as const
      const ends = await Promise.allSettled(saves.map(([, , saving]) => saving))
      const doc = await payload.findByID({ collection: 'articles', id, draft: true })
      const taken = saves.filter((_, index) => isTaken(ends[index]))
      expect(taken.length).toBeGreaterThan(0)
      expect(await rowOf(payload, id)).toMatchObject({ version: version + taken.length })
      for (const [field, words] of taken) expect(doc[field]).toBe(words)
    }
  })

  it('two saves of one account, of different fields and naming no version: both are there', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await createDraft(payload, 'articles', writer)
      const [title, summary] = [`Title ${round}`, `Summary ${round}`]
      await Promise.all(
        [{ title }, { summary }].map((data) =>
          payload.update({ collection: 'articles', id, draft: true, data, ...as(writer) }),
        ),
      )
      const kept = await payload.findByID({ collection: 'articles', id, draft: true })
      expect(kept).toMatchObject({ title, summary })
    }
  })
})

/** A bulk edit answers with the documents that it could not change. */
const isTaken = (end: PromiseSettledResult<unknown> | undefined): boolean =>
  end?.status === 'fulfilled' && ((end.value as { errors?: unknown[] }).errors ?? []).length === 0

describe('two articles that share what is new', () => {
  it('are published at the same moment, and what they share once', LONG, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const items = [
        await createDraft(payload, 'faq-items', writer),
        await createDraft(payload, 'faq-items', writer),
      ]
      const link = await createDraft(payload, 'read-also-links', writer)
      const ids: Id[] = []
      // The second shows them in the opposite order.
      for (const order of [items, [...items].reverse()]) {
        const body = richText(paragraph('Text.'), readAlsoBlock(link), faqBlock(order))
        const id = await createDraft(payload, 'articles', writer, { body })
        await act(payload, writer, 'submit', id)
        await act(payload, editor, 'approve', id)
        ids.push(id)
      }
      expect(await race(...ids.map((id) => act(payload, editor, 'publish', id)))).toEqual([[], []])
      for (const id of ids) expect(await rowOf(payload, id)).toMatchObject({ live: true })
      for (const item of items) {
        const { docs } = await payload.findVersions({
          collection: 'faq-items',
          where: {
            and: [{ parent: { equals: item } }, { 'version._status': { equals: 'published' } }],
          },
        })
        expect(docs).toHaveLength(1)
        const homes = await payload.count({
          collection: 'faq-homes',
          where: { item: { equals: item } },
        })
        expect(homes.totalDocs).toBe(1)
      }
    }
  })
})
