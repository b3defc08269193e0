// The demonstration articles: imported into an empty database, so that a first start has something to read.
import { ask } from './ask'
import { importOne, progress } from './import'
import { openPayload } from './payload'
import { listSources, readSource } from './sources'

const FOLDER = 'content'

export async function importDemonstration(): Promise<void> {
  // Articles in the trash count too: whoever emptied the site meant it.
  const [anyArticle] = await ask('select from articles limit 1')
  if (anyArticle) return
  const names = listSources([FOLDER])
  console.log(`Importing ${names.length} demonstration articles …`)
  const payload = await openPayload()
  for (const [index, name] of names.entries()) {
    const result = await importOne(payload, readSource(name), { publish: true })
    if (result.status === 'failed') throw new Error(result.errors.join('\n'))
    progress(index + 1, names.length)
  }
}
