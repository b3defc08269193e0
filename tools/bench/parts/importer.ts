// Measures how fast the importer is, beside its parser alone and beside bare INSERTs of the same articles as JSON.
import type { Payload } from 'payload'
import pg from 'pg'
import { parseArticle } from '@/domain/textImport/parse'
import { settings } from '@/env'
import { importOne } from '@/cli/import'
import { articleText } from '../articles/articleText'
import { median, ROUNDS, type Figure } from '../report'
import type { BenchSite } from '../site/benchSite'

const ARTICLES = 40

/** What is measured, in the order of each round. */
const KINDS = ['import', 'import, unchanged', 'parser alone', 'bare INSERTs'] as const
type Kind = (typeof KINDS)[number]

export async function benchImporter({ payload, stop }: BenchSite): Promise<Figure[]> {
  const client = await openBareTable()
  const rounds: Record<Kind, number>[] = []
  for (let round = 0; round < ROUNDS; round++) {
    stop.throwIfAborted()
    const texts = Array.from({ length: ARTICLES }, (_, at) =>
      articleText(round * ARTICLES + at + 1),
    )
    rounds.push({
      import: await measureRate(texts, importText(payload, 'created')),
      'import, unchanged': await measureRate(texts, importText(payload, 'unchanged')),
      'parser alone': await measureRate(texts, async (text) => void parseArticle(text)),
      'bare INSERTs': await measureRate(texts, insertInto(client)),
    })
  }
  await client.end()
  return KINDS.map((kind) => ({
    what: `${kind} of articles of ${articleText(1).length} characters`,
    value: median(rounds.map((round) => round[kind])),
    unit: '/s',
  }))
}

/** Texts per second, one after the other. */
async function measureRate(
  texts: string[],
  work: (text: string) => Promise<void>,
): Promise<number> {
  const start = performance.now()
  for (const text of texts) await work(text)
  return (texts.length / (performance.now() - start)) * 1000
}

const importText =
  (payload: Payload, expected: 'created' | 'unchanged') => async (text: string) => {
    const result = await importOne(payload, { name: 'bench', text }, { publish: true })
    if (result.status !== expected || !result.live)
      throw new Error(`The importer said ${JSON.stringify(result)} and not "${expected}".`)
  }

/** A table without anything else to keep in order; each INSERT is a transaction. */
async function openBareTable(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  await client.query('create table bench_bare (id serial primary key, article jsonb not null)')
  return client
}

const insertInto = (client: pg.Client) => async (text: string) => {
  const { article } = parseArticle(text)
  await client.query('insert into bench_bare (article) values ($1)', [JSON.stringify(article)])
}
