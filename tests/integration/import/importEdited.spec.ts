// What an import does to an article that somebody has edited here since.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { importOne } from '@/cli/import'
import { plainText } from '@/domain/text/plainText'
import { findArticle } from '@/site/articles/queries'
import { paragraph, richText } from '../../fixtures/richText'
import { openTestPayload } from '../../setup/payload'
import { account, publishByForce, save } from '../../setup/workflow'

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

describe('an import after an editor’s save', () => {
  const before = (file: string) => text('Edited Here', `the source ${file}`)
  const after = (file: string) => text('Edited Here', `the source, changed ${file}`)

  async function edited(file: string) {
    const { id } = await bring(file, before(file))
    const editor = await account(payload, 'editor')
    await save(payload, editor, id, { body: richText(paragraph('The editor wrote this.')) })
    return { id, editor }
  }
  const working = async (id: number) => {
    const found = await payload.findByID({ collection: 'articles', id, draft: true })
    return plainText(found.body)
  }

  it('speaks to a person, offers both ways on, and changes nothing', async () => {
    const { id, editor } = await edited('/e/one.md')
    const said = await errors('/e/one.md', after('/e/one.md'))
    expect(said).toMatch(
      new RegExp(
        `^/e/one.md: "Edited Here" was edited here by ${editor.name} on \\d{4}-\\d\\d-\\d\\d, so nothing was changed\\. `,
      ),
    )
    expect(said).toContain('--overwrite')
    expect(said).toContain('--keep-edits')
    expect(await working(id)).toBe('The editor wrote this.')
    expect(await bring('/e/one.md', before('/e/one.md'))).toMatchObject({ status: 'unchanged' })
  })

  it('with --overwrite puts the source in place, and the edited text stays in the history', async () => {
    const { id } = await edited('/e/two.md')
    expect(await bring('/e/two.md', after('/e/two.md'), { edits: 'overwrite' })).toMatchObject({
      status: 'updated',
      id,
      live: true,
    })
    expect(await working(id)).toContain('the source, changed')
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      pagination: false,
    })
    expect(docs.map(({ version }) => plainText(version.body))).toContain('The editor wrote this.')
  })

  it('with --overwrite does so even where the source is as it was', async () => {
    const { id } = await edited('/e/three.md')
    expect(await bring('/e/three.md', before('/e/three.md'), { edits: 'overwrite' })).toMatchObject(
      {
        status: 'updated',
        id,
      },
    )
    expect(await working(id)).toContain('on the source /e/three.md ends')
  })

  it('with --keep-edits leaves what was edited, and knows the source', async () => {
    const { id } = await edited('/e/four.md')
    const kept = await bring('/e/four.md', after('/e/four.md'), { edits: 'keep' })
    expect(kept).toMatchObject({ status: 'kept', id })
    expect(kept.notices[0]).toContain('was left as')
    expect(await working(id)).toBe('The editor wrote this.')
    expect(await bring('/e/four.md', after('/e/four.md'))).toMatchObject({
      status: 'unchanged',
      id,
    })
    expect(await bring('/e/four.md', after('/e/four.md'), { edits: 'overwrite' })).toMatchObject({
      id,
      live: true,
    })
    expect(await working(id)).toContain('the source, changed')
  })

  it('holds for an answer as well', async () => {
    const asks = (answer: string) =>
      `${text('Asked Here')}\n\nPeople Also Ask\n\nIs it so?\n\n${answer}`
    const { id } = await bring('/e/asks.md', asks('It is.'))
    const { faqItems } = await payload.findByID({ collection: 'articles', id, depth: 0 })
    const item = faqItems![0] as number
    const editor = await account(payload, 'editor')
    const answer = richText(paragraph('Mostly.'))
    await save(payload, editor, item, { answer }, 'faq-items')
    await publishByForce(payload, item, 'faq-items')
    const changed = asks('It always is.')
    expect(await errors('/e/asks.md', changed)).toContain(
      'The answer to "Is it so?" was edited here',
    )
    const answerNow = async () => plainText((await findArticle('/asked-here'))!.faqItems[0]!.answer)
    expect(await answerNow()).toBe('Mostly.')
    await bring('/e/asks.md', changed, { edits: 'keep' })
    expect(await answerNow()).toBe('Mostly.')
    await bring('/e/asks.md', asks('It is always so.'), { edits: 'overwrite' })
    expect(await answerNow()).toBe('It is always so.')
  })
})
