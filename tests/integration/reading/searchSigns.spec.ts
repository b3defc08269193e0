// Search in databases of every kind of locale: a word is found whatever sign stands beside or inside it, in any script.
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { passage, type Piece } from '@/domain/discovery/search'
import { migrations } from '../../../migrations'
import { paragraph, richText } from '../../fixtures/richText'
import { databaseUrl } from '../../setup/databaseUrl'

/** How the database is made: as the embedded one, and as servers are. */
const LOCALES = {
  embedded: '',
  c: `locale_provider libc locale 'C'`,
  utf8: `locale_provider libc locale 'C.UTF-8'`,
  icu: `locale_provider icu icu_locale 'en-US' locale 'C.UTF-8'`,
  turkish: `locale_provider icu icu_locale 'tr-TR' locale 'C'`,
}

/** What stands in a text, what is asked, and how what was found is marked. */
const FOUND: [written: string, asked: string, marked: string][] = [
  ['the “quincunx” here', 'quincunx', 'the “[quincunx]” here'],
  ['the «zeugma» here', 'zeugma', 'the «[zeugma]» here'],
  ['a syzygy—at once', 'syzygy', 'a [syzygy]—at once'],
  ['a nadir…and on', 'nadir', 'a [nadir]…and on'],
  ['ex\u00adam\u00adplar', 'exemplar exam\u00adplar', '[ex\u00adam\u00adplar]'],
  ['ferr\u200bule', 'ferrule', '[ferr\u200bule]'],
  ['gim\u200dlet', 'gimlet', '[gim\u200dlet]'],
  ['has\u2060sock', 'hassock', '[has\u2060sock]'],
  ['\ufeffjackdaw', 'jackdaw', '[\ufeffjackdaw]'],
  ['kestrel\u00a0flies', 'kestrel', '[kestrel]\u00a0flies'],
  ['the lodestar’s light', 'lodestar', 'the [lodestar]’s light'],
  ['the marmot’s den', "marmot's", 'the [marmot]’s den'],
  ['rag\u2019n\u2019tatters', 'tatters', 'rag’n’[tatters]'],
  ['a ne\u0301re\u0301ide', 'néréide', 'a [ne\u0301re\u0301ide]'],
  ['an ógive', 'o\u0301give', 'an [ógive]'],
  ['ｐａｌｉｍｐｓｅｓｔ', 'palimpsest', '[ｐａｌｉｍｐｓｅｓｔ]'],
  ['the quag/mire', 'mire', 'the quag/[mire]'],
  ['rookery.Then', 'rookery', '[rookery].Then'],
  ['•sextant', 'sextant', '•[sextant]'],
  ['truffle™', 'truffle', '[truffle]™'],
  ['the umbra?!', 'UMBRA', 'the [umbra]?!'],
  ['die VIELLEICHTE STRAẞE', 'straße', 'die VIELLEICHTE [STRAẞE]'],
  ['the office of a waffler', 'oﬃce', 'the [office] of a waffler'],
  ['ЖУРНАЛ «Здоро́вье»', 'здоровье', 'ЖУРНАЛ «[Здоро́вье]»'],
  ['ЖУРНАЛ', 'журнал', '[ЖУРНАЛ]'],
  ['Η ΟΔΟΣ', 'οδος', 'Η [ΟΔΟΣ]'],
  ['שָׁלוֹם עולם', 'שלום', '[שָׁלוֹם] עולם'],
  ['كِتَابٌ', 'كتاب', '[كِتَابٌ]'],
  ['我们每天早上在公园里散步。', '公园', '我们每天早上在[公园]里散步。'],
  ['我们每天早上在公园里散步', '步', '我们每天早上在公园里散[步]'],
  ['東京都庁へ行きました', '東京都庁', '[東京都庁]へ行きました'],
  ['カタカナのコーヒーを飲む', 'コーヒー', 'カタカナの[コーヒー]を飲む'],
  ['학교에서 공부한다', '학교', '[학교]에서 공부한다'],
  ['ฉันชอบนอนหลับตอนบ่าย', 'นอนหลับ', 'ฉันชอบ[นอนหลับ]ต[อน]บ่าย'],
  ['ខ្ញុំចូលចិត្តដើរ', 'ដើរ', 'ខ្ញុំចូលចិត្ត[ដើរ]'],
  ['ຂ້ອຍມັກນອນ', 'ນອນ', 'ຂ້ອຍມັກ[ນອນ]'],
  ['ကျွန်တော်အိပ်ချင်တယ်', 'အိပ်', 'ကျွန်တော်[အိပ်]ချင်တယ်'],
  ['घुटनों का दर्द', 'दर्द', 'घुटनों का [दर्द]'],
]

const clients: pg.Client[] = []
const inLocale: Record<string, (text: string, values?: unknown[]) => Promise<pg.QueryResult>> = {}

const page = (title: string, text: string) => [
  title,
  `/${Buffer.from(text).toString('hex')}`,
  JSON.stringify(richText(paragraph(text))),
]
const PUBLISH = `insert into pages (title, path, body, _status) values ($1, $2, $3, 'published')`

/** A database of this locale, with the texts in it before the last change of the search. */
async function open(name: string, locale: string): Promise<void> {
  const { url } = inject('postgres')
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`create database signs_${name} template template0 ${locale}`)
  await server.end()
  const client = new pg.Client({ connectionString: databaseUrl(url, `signs_${name}`) })
  await client.connect()
  clients.push(client)
  inLocale[name] = (text, values) => client.query(text, values)
  const db = drizzle(client)
  const before = migrations.findIndex((migration) => migration.name.endsWith('search_any_sign'))
  for (const [index, { up }] of migrations.entries()) {
    if (index === before)
      for (const [written] of FOUND) await client.query(PUBLISH, page('Of before', written))
    await up({ db } as never)
  }
  for (const written of ['the “velodrome”', 'the violet hour', 'an hour of violet'])
    await client.query(PUBLISH, page('Of after', written))
}

beforeAll(async () => {
  for (const [name, locale] of Object.entries(LOCALES)) await open(name, locale)
}, 120_000)
afterAll(() => Promise.all(clients.map((client) => client.end())))

const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')

async function search(locale: string, asked: string): Promise<string[]> {
  const { rows } = await inLocale[locale]!('select * from search_site($1, 10, 0)', [asked])
  return rows.map(({ text, found }: { text: string; found: string[] }) =>
    shown(passage(text, new Set(found))),
  )
}

describe.each(Object.keys(LOCALES))('in a database made as %s', (locale) => {
  it.each(FOUND)('%j is found by %j', async (_written, asked, expected) => {
    expect(await search(locale, asked)).toContain(expected)
  })

  it('finds words beside signs that the locale may not take for letters', async () => {
    const found = await search(locale, 'ចូលចិត្ត')
    expect(found.map((text) => text.replace(/[[\]]/g, ''))).toEqual(['ខ្ញុំចូលចិត្តដើរ'])
  })

  it('what is written later is found as well', async () => {
    expect(await search(locale, 'velodrome')).toEqual(['the “[velodrome]”'])
  })

  it('takes curly quotes for quotes: the words follow one another', async () => {
    expect(await search(locale, 'violet hour')).toHaveLength(2)
    expect(await search(locale, '“violet hour”')).toEqual(['the [violet] [hour]'])
    expect(await search(locale, 'hour -„violet hour“')).toEqual(['an [hour] of violet'])
  })

  it('learns words without the signs beside them', async () => {
    const { rows } = await inLocale[locale]!(
      'select word from search_words where word = any ($1) order by word',
      [['quincunx', '“quincunx”', 'журнал', 'exemplar', 'examplar', 'velodrome', '公园']],
    )
    expect(rows.map(({ word }: { word: string }) => word)).toEqual(
      expect.arrayContaining(['examplar', 'quincunx', 'velodrome', 'журнал']),
    )
    expect(rows).toHaveLength(4)
    expect(await search(locale, 'quincnux')).toEqual(['the “[quincunx]” here'])
  })

  it('does not take neighbouring letters for a word that is not there', async () => {
    expect(await search(locale, '园早')).toEqual([])
  })

  it.each(['“”', '…', '\u200b', '»«', '-“', '"', '—', '・', '"東', '-東京'])(
    'for %j is no error',
    async (asked) => {
      expect(Array.isArray(await search(locale, asked))).toBe(true)
    },
  )
})
