// A database that refuses to commit: the caller is told, and nothing was written, through whichever door it came.
import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { importArticle } from '@/cms/import/importArticle'
import { poolOf } from '@/cms/database/pool'
import { publishDue } from '@/cms/workflow/events/schedule'
import { parseArticle } from '@/domain/textImport/parse'
import type { User } from '@/payload-types'
import { createDraft, createIn } from '../../setup/documents'
import { callerFor } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account, act, recordOf, rowOf, scheduleForNow } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User

const query = (statement: string) => poolOf(payload.db).query(statement)

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
  await query(`create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'not this one'; end $$`)
})

/** Deferred: every statement succeeds, and the commit fails. */
const refuseToCommit = () =>
  query(`create constraint trigger refuse after insert or update on workflows
    deferrable initially deferred for each row execute function refuse()`)
const commitAgain = () => query('drop trigger if exists refuse on workflows')

afterEach(commitAgain)

const TEXT = `A Title of Its Own

An introduction that says what this is about, in one sentence.

First Section

Some words about it.
`

describe('when the database refuses to commit', () => {
  it('an event is an error, and the same event succeeds afterwards', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    await refuseToCommit()
    await expect(act(payload, editor, 'publish', id)).rejects.toThrow('did not keep')
    expect(await rowOf(payload, id)).toMatchObject({ state: 'approved', live: false })
    expect(await recordOf(payload, id)).toHaveLength(2)
    await commitAgain()
    expect(await act(payload, editor, 'publish', id)).toMatchObject({ live: true })
    expect(await recordOf(payload, id)).toHaveLength(3)
  })

  it('a save of an editor is no success', async () => {
    const id = await createDraft(payload, 'articles', writer, { summary: 'Before.' })
    const call = await callerFor(payload, writer)
    const patch = () => call('PATCH', `/articles/${id}?draft=true`, { summary: 'After.' })
    await refuseToCommit()
    expect((await patch()).status).toBe(503)
    await commitAgain()
    const read = () => payload.findByID({ collection: 'articles', id, draft: true })
    expect(await read()).toMatchObject({ summary: 'Before.' })
    expect((await patch()).status).toBe(200)
    expect(await read()).toMatchObject({ summary: 'After.' })
  })

  it('a scheduled article counts as failed, and is published in a later run', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    await scheduleForNow(payload, editor, id)
    await query(`create constraint trigger refuse after update on workflows
      deferrable initially deferred for each row when (new.state = 'published')
      execute function refuse()`)
    expect(await publishDue(payload)).toMatchObject({
      published: [],
      failed: [{ id, issues: [{ code: 'scheduleFailed' }] }],
    })
    expect(await rowOf(payload, id)).toMatchObject({
      state: 'scheduled',
      scheduleFailure: { issues: [{ code: 'scheduleFailed' }] },
    })
    await commitAgain()
    expect(await publishDue(payload)).toEqual({ published: [{ kind: 'articles', id }], failed: [] })
    const published = (await recordOf(payload, id)).filter(({ what }) => what === 'publish')
    expect(published).toHaveLength(1)
  })

  it('an import is an error, leaves nothing, and can be made again', async () => {
    const { article } = parseArticle(TEXT, {})
    const imports = () => importArticle(payload, { text: TEXT, article, publish: false })
    const count = async () => (await payload.count({ collection: 'articles' })).totalDocs
    const before = await count()
    await refuseToCommit()
    await expect(imports()).rejects.toThrow('did not keep')
    expect(await count()).toBe(before)
    await commitAgain()
    expect(await imports()).toMatchObject({ status: 'created' })
  })
})

describe('an operation that failed inside a transaction and was forgiven', () => {
  it('took the transaction with it, and whoever commits is told', async () => {
    const id = await createDraft(payload, 'articles', writer, { summary: 'Before.' })
    const transactionID = (await payload.db.beginTransaction()) ?? ''
    const req = { payload, transactionID, context: {} } as never
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      data: { summary: 'After.', workflowVersion: 1 },
      req,
    })
    const missing = payload.update({ collection: 'articles', id: 999, data: {}, req })
    await expect(missing).rejects.toThrow()
    await expect(payload.db.commitTransaction(transactionID)).rejects.toThrow('did not keep')
    const doc = await payload.findByID({ collection: 'articles', id, draft: true })
    expect(doc).toMatchObject({ summary: 'Before.' })
  })
})
