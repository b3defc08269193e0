// Search in Postgres: stems, weights, passages, mistyped words, and nothing that readers may not see.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { passage } from '@/domain/discovery/search'
import { BLOCKS, type BlockType } from '@/domain/blocks/blocks'
import { sampleOf, sampleWords } from '../../fixtures/blocks'
import { bold, footnote, heading, list, paragraph, richText, table } from '../../fixtures/richText'
import { callerFor } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account, publishByForce, withdrawByForce } from '../../setup/workflow'

let payload: Payload
const ids: Record<string, number> = {}

async function publish(title: string, ...body: Parameters<typeof richText>): Promise<number> {
  const data = { title, summary: 'In short.', body: richText(...body) } as never
  const { id } = await payload.create({ collection: 'articles', draft: true, data })
  await publishByForce(payload, id)
  return id
}

async function ask(question: string, answer: string): Promise<number> {
  const data = { question, answer: richText(paragraph(answer)) } as never
  const { id } = await payload.create({ collection: 'faq-items', draft: true, data })
  await publishByForce(payload, id, 'faq-items')
  return id
}

beforeAll(async () => {
  payload = await openTestPayload()
  ids.sleep = await publish(
    'Sleeping on a long flight',
    paragraph('Bring a ', bold('neck'), 'rest, and drink.'),
  )
  ids.knees = await publish(
    'Sore knees',
    heading('h2', 'When running hurts'),
    list('bullet', ['Rest for two days', 'Walk before you run']),
  )
  ids.neck = await publish('A stiff neck', paragraph('Turn it slowly. Sleep on your back.'))
  ids.coffee = await publish('A cup at four', paragraph('The café on the corner opens late.'))
  ids.often = await ask('How often should a beginner run?', 'Two or three times a week.')
})

interface Row {
  kind: string
  document: number
  title: string
  text: string
  found: string[]
  fits: boolean
  matches: number
}

const search = async (asked: string, most = 10, skipped = 0): Promise<Row[]> => {
  const { rows } = await poolOf(payload.db).query<Row>('select * from search_site($1, $2, $3)', [
    asked,
    most,
    skipped,
  ])
  return rows
}

/** Its passage, with brackets round what was found. */
const passageOf = (row: Row | undefined): string =>
  passage(row?.text ?? '', new Set(row?.found))
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

const found = async (asked: string): Promise<number[]> =>
  (await search(asked)).map(({ document }) => document)

describe('a search', () => {
  it('finds words by their stems', async () => {
    expect(await found('sleeps flights')).toEqual([ids.sleep])
  })

  it('puts a word in the title before one in the text', async () => {
    expect(await found('sleep')).toEqual([ids.sleep, ids.neck])
    expect(await found('neck')).toEqual([ids.neck])
  })

  it('looks into headings and lists, and reads marks inside a word as one word', async () => {
    expect(await found('hurting')).toEqual([ids.knees])
    expect(await found('neckrest')).toEqual([ids.sleep])
  })

  const indexed = async (body: object): Promise<string> => {
    const query = `select rich_text_words($1, '{paragraph,heading,quote,listitem}') as words`
    const { rows } = await poolOf(payload.db).query<{ words: string }>(query, [body])
    return rows[0]!.words
  }

  it.each(Object.keys(BLOCKS) as BlockType[])('looks into %s', async (block) => {
    const words = (await indexed(richText(sampleOf(block)))).split('\n')
    expect(words).toEqual(expect.arrayContaining(sampleWords(block)))
    expect(words.filter((line) => line.includes('elsewhere.example'))).toEqual([])
  })

  it('looks into tables and notes, and reads each line once', async () => {
    const body = richText(
      table('Doses', ['Age'], ['Adults']),
      paragraph('Said', footnote('By whom.'), ' so.'),
      list('bullet', ['a', list('bullet', ['b'])]),
    )
    const words = (await indexed(body)).split('\n').filter(Boolean)
    expect(words).toEqual(['Doses', 'Age', 'Adults', 'Said so.', 'By whom.', 'a', 'b'])
  })

  it('answers with the passage, what was found marked', async () => {
    const [row] = await search('drinks')
    expect(passageOf(row)).toContain('[drink]')
  })

  it('takes some of the words where no text has all', async () => {
    expect(await found('knees zeppelin')).toEqual([ids.knees])
  })

  it('knows a word that was mistyped', async () => {
    expect(await found('sore kneees')).toContain(ids.knees)
    expect(await found('begginner')).toEqual([ids.often])
  })

  it('reads a mistyped word as one of a title, and then wants all the words', async () => {
    expect(await found('slowly stif nek')).toEqual([ids.neck])
    expect(await found('begineer week')).toEqual([ids.often])
  })

  it('knows a mistyped word that stands in no title', async () => {
    expect(await found('slwoly')).toEqual([ids.neck])
    expect(await found('dirnk')).toEqual([ids.sleep])
  })

  it.each(['cafe', 'café', 'CAFÉ', 'cafes', 'caffé', 'kafé'])(
    'makes no difference between letters with accents and without: %s',
    async (asked) => {
      expect(await found(asked)).toEqual([ids.coffee])
      const [row] = await search(asked)
      expect(passageOf(row)).toContain('[café]')
    },
  )

  it('finds what is written without accents by what is typed with them', async () => {
    expect(await found('stíff nêck')).toEqual([ids.neck])
    expect((await search('how often should a begínner run'))[0]).toMatchObject({ fits: true })
  })

  it('reads no word as one that readers do not get', async () => {
    const id = await publish('Quokkas', paragraph('An animal.'))
    expect(await found('quokas')).toEqual([id])
    await withdrawByForce(payload, id)
    expect(await found('quokas')).toEqual([])
  })

  it('learns each word once, however many texts have it', async () => {
    const query = 'select word from search_words where word = $1'
    const learnt = (await poolOf(payload.db).query(query, ['neck'])).rows
    expect(learnt).toEqual([{ word: 'neck' }])
  })

  it('leaves out what was excluded, however little is left', async () => {
    expect(await found('sleep -flight')).toEqual([ids.neck])
    expect(await found('sleep zeppelin -flight')).toEqual([ids.neck])
    expect(await found('-flight')).toEqual([])
    expect(await found('zeppelin -flight')).toEqual([])
  })

  it('says which question may be answered at once', async () => {
    const rows = await search('how often should a beginner run')
    expect(rows[0]).toMatchObject({ kind: 'faq-items', document: ids.often, fits: true })
    expect((await search('run')).every(({ fits }) => !fits)).toBe(true)
  })

  it('goes on by pages and says how many there are', async () => {
    const [first] = await search('run', 1, 0)
    const [second] = await search('run', 1, 1)
    expect(first?.matches).toBe(2)
    expect([first?.document, second?.document].sort()).toEqual([ids.often, ids.knees].sort())
  })

  it.each([
    "'",
    '"',
    '\\',
    '!',
    '&',
    '|',
    '(',
    'a & | b',
    '<script>',
    '%',
    '',
    ' ',
    'the',
    '\u{1F600}',
  ])('for %s is no error', async (asked) => {
    expect(Array.isArray(await search(asked))).toBe(true)
  })

  it('finds nothing that readers do not get', async () => {
    const data = { title: 'Zygomatic', summary: 'S', body: richText(paragraph('T')) } as never
    const draft = await payload.create({ collection: 'articles', draft: true, data })
    expect(await found('zygomatic')).toEqual([])
    await publishByForce(payload, draft.id)
    expect(await found('zygomatic')).toEqual([draft.id])
    await payload.update({
      collection: 'articles',
      id: draft.id,
      draft: true,
      data: { title: 'Xylophone' },
    })
    expect(await found('xylophone')).toEqual([])
    await withdrawByForce(payload, draft.id)
    expect(await found('zygomatic')).toEqual([])
  })

  it('follows the language of the site', async () => {
    await payload.updateGlobal({ slug: 'site-settings', data: { language: 'ja' } })
    expect(await found('day')).toEqual([])
    await payload.updateGlobal({ slug: 'site-settings', data: { language: 'en' } })
    expect(await found('day')).toEqual([ids.knees])
  })
})

describe('a question that is nearly another one', () => {
  const alikeOf = async (id: number) => {
    const editor = await account(payload, 'editor')
    const { body } = await (await callerFor(payload, editor))('GET', `/faq-items/${id}/workflow`)
    const advice = body.advice as { code: string; other?: number }[]
    return advice.filter(({ code }) => code === 'questionAlike').map(({ other }) => other)
  }

  it('is shown to the editor with the other one, and does not stand in the way', async () => {
    const data = { question: 'How often should beginners run?', answer: richText(paragraph('So.')) }
    const { id } = await payload.create({ collection: 'faq-items', draft: true, data })
    expect(await alikeOf(id)).toEqual([ids.often])
    await publishByForce(payload, id, 'faq-items')
    expect(await alikeOf(ids.often!)).toEqual([id])
  })

  it('is not one that only shares some words', async () => {
    const data = {
      question: 'What do beginners eat before a run on sand?',
      answer: richText(paragraph('So.')),
    }
    const { id } = await payload.create({ collection: 'faq-items', draft: true, data })
    expect(await alikeOf(id)).toEqual([])
  })
})
