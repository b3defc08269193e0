// Comments over HTTP: said of a version, settled by any of the staff, and in one list with what a request for changes asks.
import { beforeAll, describe, expect, it } from 'vitest'
import type { ShownComment } from '@/cms/review/comments/list'
import { KINDS } from '@/cms/records/rows'
import { LIMITS } from '@/domain/access/limits'
import { ROLES } from '@/domain/access/roles'
import type { Id, Kind } from '@/domain/workflow/subject'
import { createDraft, createIn, TITLE } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor, type Call } from '../../setup/http'
import { account, act, rowOf, save } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const say = (call: Call, id: Id, text: unknown, version: unknown = 1, kind: Kind = 'articles') =>
  call('POST', `/${kind}/${id}/comments`, { text, version })

const settle = (call: Call, id: Id, comment: unknown, settled: unknown, kind: Kind = 'articles') =>
  call('POST', `/${kind}/${id}/comments/${String(comment)}/settle`, { settled })

async function listed(id: Id, kind: Kind = 'articles') {
  const { body } = await calls.reviewer('GET', `/${kind}/${id}/comments`)
  return body as unknown as { open: number; comments: ShownComment[] }
}

const codesOf = ({ status, body }: Awaited<ReturnType<Call>>) => [
  status,
  ...(body.issues ?? []).map((issue) => [issue.code, (issue as { field?: string }).field]),
]

describe.each(KINDS)('on %s', (kind) => {
  it('any of the staff comments, and any of the staff settles and opens again', async () => {
    const id = await createDraft(payload, kind, users.writer)
    for (const who of ROLES) {
      const said = await say(calls[who], id, ` By ${who}.\r\nTwice. `, 1, kind)
      expect(said).toMatchObject({
        status: 200,
        body: {
          text: `By ${who}.\nTwice.`,
          version: 1,
          who: { id: users[who].id, name: users[who].name },
          guest: null,
          settled: null,
        },
      })
      const settled = await settle(calls.writer, id, said.body.id, true, kind)
      expect(settled).toMatchObject({
        status: 200,
        body: { settled: { by: { id: users.writer.id } } },
      })
      const opened = await settle(calls.reviewer, id, said.body.id, false, kind)
      expect(opened).toMatchObject({ status: 200, body: { settled: null } })
    }
    expect((await listed(id, kind)).open).toBe(ROLES.length)
  })

  it('nobody else reads, says or settles anything, and what exists answers as what never did', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const { body } = await say(calls.editor, id, 'Hello.', 1, kind)
    for (const at of [id, 999_999])
      expect([
        (await calls.anonymous('GET', `/${kind}/${at}/comments`)).body,
        (await say(calls.anonymous, at, 'Hello.', 1, kind)).body,
        (await settle(calls.anonymous, at, body.id, true, kind)).body,
      ]).toMatchObject(Array.from({ length: 3 }, () => ({ issues: [{ code: 'notSignedIn' }] })))
    expect(await listed(id, kind)).toMatchObject({ open: 1, comments: [{ settled: null }] })
  })
})

describe('an answer', () => {
  const answer = (call: Call, id: Id, answers: unknown, text = 'An answer.') =>
    call('POST', `/articles/${id}/comments`, { text, version: 1, answers })

  it('stands with what it answers, is not counted, and is resolved with it', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    const asked = (await say(calls.editor, id, 'Which study?')).body.id
    const other = (await say(calls.editor, id, 'Shorter, please.')).body.id
    const first = await answer(calls.writer, id, asked, 'That of 2019.')
    expect(first).toMatchObject({ status: 200, body: { text: 'That of 2019.', answers: [] } })
    // An answer to an answer belongs to the same comment.
    await answer(calls.editor, id, first.body.id, 'Thank you.')
    expect(await listed(id)).toMatchObject({
      open: 2,
      comments: [
        { id: other, answers: [] },
        { id: asked, answers: [{ text: 'That of 2019.' }, { text: 'Thank you.' }] },
      ],
    })
    await settle(calls.writer, id, first.body.id, true)
    expect(await listed(id)).toMatchObject({
      open: 1,
      comments: [{ id: other }, { id: asked, settled: {}, answers: [{}, {}] }],
    })
  })

  it('is refused where it answers nothing of this document, or what was resolved meanwhile', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    const elsewhere = await createDraft(payload, 'articles', users.writer)
    const there = (await say(calls.editor, elsewhere, 'Not here.')).body.id
    for (const wrong of [there, 999_999, 'x', {}])
      expect(codesOf(await answer(calls.writer, id, wrong))).toEqual([
        422,
        ['requestInvalid', 'answers'],
      ])
    const asked = (await say(calls.editor, id, 'Done?')).body.id
    await settle(calls.editor, id, asked, true)
    expect(codesOf(await answer(calls.writer, id, asked))).toEqual([
      422,
      ['commentSettled', undefined],
    ])
    expect((await listed(id)).comments).toHaveLength(1)
  })
})

describe('the list', () => {
  it('has what is open first, newest first, and remembers who settled the rest', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    const ids: unknown[] = []
    for (const text of ['one', 'two', 'three'])
      ids.push((await say(calls.editor, id, text)).body.id)
    await settle(calls.writer, id, ids[2], true)
    await settle(calls.admin, id, ids[2], true)
    const { open, comments } = await listed(id)
    expect(open).toBe(2)
    expect(comments.map(({ text }) => text)).toEqual(['two', 'one', 'three'])
    expect(comments[2]!.settled?.by?.id).toBe(users.writer.id)
  })

  it('holds the note of a request for changes, which the writer can settle', async () => {
    const id = await createIn(payload, 'in_review', 'articles', {
      author: users.writer,
      editor: users.editor,
    })
    await act(payload, users.reviewer, 'requestChanges', id, { note: 'Say how long.' })
    const { comments } = await listed(id)
    expect(comments).toMatchObject([{ text: 'Say how long.', who: { id: users.reviewer.id } }])
    expect(await settle(calls.writer, id, comments[0]!.id, true)).toMatchObject({ status: 200 })
  })

  it('does not hold the note of a request that was refused', async () => {
    const id = await createDraft(payload, 'articles', users.writer)
    await expect(
      act(payload, users.editor, 'requestChanges', id, { note: 'Shorter.' }),
    ).rejects.toThrow()
    expect(await listed(id)).toEqual({ open: 0, comments: [] })
  })

  it('goes with its document, and only with it', async () => {
    const [gone, stays] = [
      await createDraft(payload, 'articles', users.writer),
      await createDraft(payload, 'articles', users.writer),
    ]
    for (const id of [gone, stays]) await say(calls.editor, id, 'Hello.')
    await calls.editor('PATCH', `/articles/${gone}`, { deletedAt: new Date().toISOString() })
    expect((await say(calls.editor, gone, 'In the trash.')).status).toBe(404)
    await calls.admin('DELETE', `/articles/${gone}?trash=true`)
    const left = await payload.find({
      collection: 'comments',
      where: { document: { in: [gone, stays] } },
    })
    expect(left.docs.map(({ document }) => document)).toEqual([stays])
  })
})

describe('a comment', () => {
  let id: Id
  beforeAll(async () => {
    id = await createDraft(payload, 'articles', users.writer)
    await save(payload, users.writer, id, { [TITLE.articles]: 'Second' })
  })

  it.each<[string, unknown, unknown, unknown[]]>([
    ['without text', undefined, 1, [422, ['textMissing', 'text']]],
    ['of nothing but space', ' \n ', 1, [422, ['textMissing', 'text']]],
    ['that is no text', { a: 1 }, 1, [422, ['textMissing', 'text']]],
    ['that is too long', 'x'.repeat(LIMITS.note + 1), 1, [422, ['textTooLong', 'text']]],
    ['with NUL', 'a\0b', 1, [422, ['textUnstorable', 'text']]],
    ['with half a character', 'a\uD800b', 1, [422, ['textUnstorable', 'text']]],
    ['without a version', 'a', undefined, [422, ['versionMissing', 'version']]],
    ['on a version to come', 'a', 3, [422, ['requestInvalid', 'version']]],
    ['on no version', 'a', 'latest', [422, ['requestInvalid', 'version']]],
    ['with two faults', '', 0, [422, ['textMissing', 'text'], ['requestInvalid', 'version']]],
  ])('%s is refused, with the field', async (_what, text, version, expected) => {
    const before = await listed(id)
    expect(
      codesOf(await calls.editor('POST', `/articles/${id}/comments`, { text, version })),
    ).toEqual(expected)
    expect(await listed(id)).toEqual(before)
  })

  it.each([
    ['on this version', 'x'.repeat(LIMITS.note), 2],
    ['on an older one', 'Ünïcödé 👋', 1],
  ])('%s is kept as it is', async (_what, text, version) => {
    expect(await say(calls.editor, id, text, version)).toMatchObject({
      status: 200,
      body: { text, version },
    })
    expect((await rowOf(payload, id)).version).toBe(2)
  })

  it('is not reached by way of another document, nor one that never was', async () => {
    const other = await createDraft(payload, 'articles', users.writer)
    const { body } = await say(calls.editor, id, 'Here.')
    const nowhere = await settle(calls.editor, id, 999_999, true)
    expect(codesOf(nowhere)).toEqual([404, ['notFound', undefined]])
    expect(await settle(calls.editor, other, body.id, true)).toEqual(nowhere)
    expect(await settle(calls.editor, id, 'x', true)).toEqual(nowhere)
    expect(await say(calls.editor, 999_999, 'Here.')).toEqual(nowhere)
    expect(codesOf(await settle(calls.editor, id, body.id, 'yes'))).toEqual([
      422,
      ['requestInvalid', 'settled'],
    ])
    expect((await settle(calls.editor, id, body.id, true)).status).toBe(200)
  })

  it.each(ROLES)('is not written past its own door by %s', async (who) => {
    const { body } = await say(calls.editor, id, 'Here.')
    const data = { text: 'Forged.', kind: 'articles', document: id, version: 1, guest: 'x' }
    expect((await calls[who]('POST', '/comments', data)).status).toBe(403)
    expect((await calls[who]('PATCH', `/comments/${String(body.id)}`, data)).status).toBe(403)
    expect((await calls[who]('DELETE', `/comments/${String(body.id)}`)).status).toBe(403)
    expect((await calls[who]('GET', `/comments/${String(body.id)}`)).body.text).toBe('Here.')
  })

  it('is not for an account that was disabled', async () => {
    const leaver = await account(payload, 'editor')
    const call = await callerFor(payload, leaver)
    expect((await say(call, id, 'Still here.')).status).toBe(200)
    await payload.update({ collection: 'users', id: leaver.id, data: { active: false } })
    expect((await say(call, id, 'Gone.')).status).toBe(403)
  })
})
