// Review links over HTTP: who makes, lists and revokes them, and what is refused.
import { describe, expect, it } from 'vitest'
import type { ShownLink } from '@/cms/review/links/links'
import { LIMITS } from '@/domain/access/limits'
import { ROLES } from '@/domain/access/roles'
import { createDraft } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor, type Answer, type Call } from '../../setup/http'
import { linkTo, make, revoke } from '../../setup/review'
import { account } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const draft = (data: object = {}) => createDraft(payload, 'articles', users.writer, data)

const codesOf = ({ status, body }: Answer) => [status, ...(body.issues ?? []).map((i) => i.code)]

describe('a review link', () => {
  it('is good for seven days unless told otherwise, and says for whom it is', async () => {
    const id = await draft()
    const [usual, long] = [
      await linkTo(calls.editor, id),
      await linkTo(calls.editor, id, { days: 60, label: ' Dr. Lind ' }),
    ]
    const days = ({ createdAt, expiresAt }: ShownLink) =>
      Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000)
    expect([days(usual), days(long)]).toEqual([7, 60])
    expect(long).toMatchObject({ label: 'Dr. Lind', version: 1, standing: 'open' })
    const { body } = await calls.editor('GET', `/articles/${id}/review-links`)
    expect(body.links).toEqual([long, usual])
  })

  it.each([
    ['no day', { days: 0 }, [422, 'daysInvalid']],
    ['too many days', { days: 61 }, [422, 'daysInvalid']],
    ['days in words', { days: 'seven' }, [422, 'daysInvalid']],
    ['a label that is too long', { label: 'x'.repeat(LIMITS.name + 1) }, [422, 'textTooLong']],
    ['a label with NUL', { label: '\0' }, [422, 'textUnstorable']],
    ['a label that is no text', { label: 1 }, [422, 'requestInvalid']],
    ['no version', { version: 'x' }, [422, 'requestInvalid']],
    ['a version that is not the newest', { version: 2 }, [409, 'stale']],
  ])('is not made for %s', async (_what, body, expected) => {
    const id = await draft()
    expect(codesOf(await make(calls.editor, id, body))).toEqual(expected)
    expect((await calls.editor('GET', `/articles/${id}/review-links`)).body.links).toEqual([])
    expect((await make(calls.editor, id, { days: 1, label: '', version: 1 })).status).toBe(200)
  })

  it('is for editors, and for a writer of what is theirs', async () => {
    const id = await draft()
    const other = await callerFor(payload, await account(payload, 'writer'))
    const doors = (call: Call, link: number): Promise<Answer>[] => [
      make(call, id, {}),
      call('GET', `/articles/${id}/review-links`),
      revoke(call, id, link),
    ]
    const answersTo = async (call: Call) => {
      const { id: link } = await linkTo(calls.editor, id)
      const answers: number[] = []
      for (const door of doors(call, link)) answers.push((await door).status)
      return answers
    }
    for (const who of ['writer', 'editor', 'admin'] as const)
      expect(await answersTo(calls[who]), who).toEqual([200, 200, 200])
    for (const call of [other, calls.reviewer, calls.anonymous])
      expect(await answersTo(call)).toEqual([403, 403, 403])
    const open = await calls.editor('GET', `/articles/${id}/review-links`)
    const left = (open.body.links as ShownLink[]).filter(({ standing }) => standing === 'open')
    // Of the six that were made for trying, the three that somebody might revoke are; each who might also made one.
    expect(left).toHaveLength(6)
  })

  it('is looked up under its own article', async () => {
    const [id, other] = [await draft(), await draft()]
    const { id: link } = await linkTo(calls.editor, id)
    for (const [at, what] of [
      [other, link],
      [id, 999_999],
      [999_999, link],
    ])
      expect(codesOf(await revoke(calls.editor, at!, what))).toEqual([404, 'notFound'])
    expect(codesOf(await make(calls.editor, 999_999))).toEqual([404, 'notFound'])
    expect((await calls.editor('GET', '/faq-items/1/review-links')).status).toBe(404)
    expect((await revoke(calls.editor, id, link)).body.standing).toBe('revoked')
  })

  it.each(ROLES)('is not written past its own door by %s', async (who) => {
    const id = await draft()
    const { id: link } = await linkTo(calls.editor, id)
    const data = { expiresAt: '2099-01-01T00:00:00.000Z' }
    expect((await calls[who]('PATCH', `/review-links/${link}`, data)).status).toBe(403)
    expect((await calls[who]('DELETE', `/review-links/${link}`)).status).toBe(403)
    const body = { kind: 'articles', document: id, version: 1, ...data }
    expect((await calls[who]('POST', '/review-links', body)).status).toBe(403)
    expect((await calls.anonymous('GET', `/review-links/${link}`)).status).toBe(403)
  })
})
