// What a guest says on a review link: an open comment, within limits, and nothing else.
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import { REMARKS_PER_HOUR } from '@/domain/articles/review/remark'
import { findAll, findOne, readHtml, readElementText } from '../../../tools/siteChecker/page/html'
import { createDraft } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { commentsOn, linkTo, main, open, remark, revoke } from '../../setup/review'
import { act } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const draft = (data: object = {}) => createDraft(payload, 'articles', users.writer, data)

describe('a remark', () => {
  it('becomes an open comment, marked as a guest’s, and leads back to the page', async () => {
    const id = await draft()
    const { id: link, url } = await linkTo(calls.editor, id)
    const answer = await remark(url, { name: ' Gwen ', text: 'One <b>word</b>.\r\nTwo. ' })
    expect(answer.status).toBe(303)
    const back = new URL(answer.headers.get('location')!, url)
    expect(await main(await open(back.href))).toContain('Thank you.')
    expect(await main(await open(url))).not.toContain('Thank you.')
    const { body } = await calls.writer('GET', `/articles/${id}/comments`)
    expect(body).toMatchObject({
      open: 1,
      comments: [
        {
          guest: 'Gwen',
          text: 'One <b>word</b>.\nTwo.',
          who: null,
          version: 1,
          reviewLink: link,
          settled: null,
        },
      ],
    })
  })

  it('that is refused says which field, and keeps what was typed', async () => {
    const id = await draft()
    const { url } = await linkTo(calls.editor, id)
    const answer = await remark(url, { name: '', text: 'Kept "as it is" <i>.' })
    expect(answer.status).toBe(422)
    const html = readHtml(await answer.text())
    expect(readElementText(findOne(html, 'textarea'))).toBe('Kept "as it is" <i>.')
    const name = findOne(html, 'input')
    expect(name.attributes['aria-invalid']).toBe('true')
    const error = findAll(html, 'strong').find(
      ({ attributes }) => attributes.id === name.attributes['aria-describedby'],
    )
    expect(readElementText(error!)).toContain('your name')
    expect(await commentsOn(payload, id)).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['a name alone', { name: 'Gwen' }],
    ['a text that is too long', { name: 'Gwen', text: 'x'.repeat(LIMITS.note + 1) }],
    ['a name that is too long', { name: 'x'.repeat(LIMITS.name + 1), text: 'Fine.' }],
    ['NUL', { name: 'Gwen', text: 'a\0b' }],
    ['a flood of letters', { name: 'Gwen', text: 'x'.repeat(1_000_000) }],
  ])('of %s is refused', async (_what, fields) => {
    const id = await draft()
    const { url } = await linkTo(calls.editor, id)
    expect((await remark(url, fields)).status).toBe(422)
    expect(await commentsOn(payload, id)).toEqual([])
    const longest = { name: 'ü'.repeat(LIMITS.name), text: '語'.repeat(LIMITS.note) }
    expect((await remark(url, longest)).status).toBe(303)
  })

  it('says nothing of its own about the document, the version or who it is', async () => {
    const [id, other] = [await draft(), await draft()]
    const { url } = await linkTo(calls.editor, id)
    const forged = { document: String(other), version: '9', who: String(users.admin.id) }
    await remark(url, { name: 'Gwen', text: 'Hello.', ...forged })
    expect(await commentsOn(payload, other)).toEqual([])
    expect(await commentsOn(payload, id)).toMatchObject([{ version: 1, who: null, guest: 'Gwen' }])
  })

  it(`is taken ${REMARKS_PER_HOUR} times an hour from one link, also when all come at once`, async () => {
    const id = await draft()
    const [flooded, other] = [await linkTo(calls.editor, id), await linkTo(calls.editor, id)]
    const answers = await Promise.all(
      Array.from({ length: REMARKS_PER_HOUR + 5 }, (_, n) =>
        remark(flooded.url, { name: 'Gwen', text: `Remark ${n}` }),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([
      ...Array.from({ length: REMARKS_PER_HOUR }, () => 303),
      ...Array.from({ length: 5 }, () => 429),
    ])
    expect(await commentsOn(payload, id)).toHaveLength(REMARKS_PER_HOUR)
    const late = await remark(flooded.url, { name: 'Gwen', text: 'Not lost.' })
    expect([late.status, (await late.text()).includes('Not lost.')]).toEqual([429, true])
    expect((await remark(other.url, { name: 'Gwen', text: 'Hello.' })).status).toBe(303)
  })

  it('is the only thing that the readers’ side may store, and only through a link', async () => {
    const id = await draft()
    const own = { kind: 'articles', document: id, version: 1, text: 'Forged.' } as const
    const create = (data: object) =>
      payload.create({ collection: 'comments', data: data as never, overrideAccess: false })
    await expect(create(own)).rejects.toMatchObject({ status: 403 })
    await expect(create({ ...own, reviewLink: 999_999, guest: 'x' })).rejects.toMatchObject({
      status: 404,
    })
    const { id: reviewLink } = await linkTo(calls.editor, id)
    await expect(create({ ...own, reviewLink, guest: 'Gwen' })).resolves.toBeTruthy()
    await revoke(calls.editor, id, reviewLink)
    await expect(create({ ...own, reviewLink, guest: 'Gwen' })).rejects.toMatchObject({
      status: 404,
    })
    await act(payload, users.writer, 'submit', id)
    expect(await commentsOn(payload, id)).toHaveLength(1)
  })
})
