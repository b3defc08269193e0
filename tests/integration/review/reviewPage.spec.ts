// What a guest finds behind a review link: one version, until it is edited, revoked or too old.
import { describe, expect, it } from 'vitest'
import { reviewToken } from '@/reviewToken'
import { createDraft, createIn, withItems } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { expectClosed, linkTo, main, open, revoke } from '../../setup/review'
import { as, publishByForce, save } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const draft = (data: object = {}) => createDraft(payload, 'articles', users.writer, data)

const expire = (link: number, expiresAt: string) =>
  payload.update({ collection: 'review-links', id: link, data: { expiresAt } })

describe('the page behind it', () => {
  it('is the version for which it was made, for nobody else to find, keep, frame or script', async () => {
    const id = await draft({ title: 'Not Yet Out', path: '/not-yet-out' })
    const { url } = await linkTo(calls.editor, id)
    const response = await open(url)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
    const html = await response.text()
    expect(html).toContain('Not Yet Out')
    expect(html).toContain('name="robots" content="noindex')
    expect(html.replaceAll(/<script type="application\/ld\+json">/g, '')).not.toContain('<script')
  })

  it('shows the working version of a published article, and stays when it is published', async () => {
    const id = await createIn(payload, 'published', 'articles', {
      author: users.writer,
      editor: users.editor,
    })
    await save(payload, users.writer, id, { title: 'Second Thoughts' })
    const { url } = await linkTo(calls.editor, id)
    expect(await main(await open(url))).toContain('Second Thoughts')
    await publishByForce(payload, id)
    expect((await open(url)).status).toBe(200)
  })

  it('shows a changed answer of a live question as publishing the article would', async () => {
    const people = { author: users.writer, editor: users.editor }
    const item = await createIn(payload, 'published', 'faq-items', people)
    const body = withItems(item)
    const id = await createIn(payload, 'published', 'articles', people, { body })
    await save(payload, users.writer, item, { question: 'Is this changed?' }, 'faq-items')
    expect(await main(await open((await linkTo(calls.editor, id)).url))).toContain(
      'Is this changed?',
    )
  })

  it('is closed by an edit, and a link to the new version opens', async () => {
    const id = await draft()
    const { url } = await linkTo(calls.editor, id)
    expect((await open(url)).status).toBe(200)
    await save(payload, users.writer, id, { title: 'Edited' })
    await expectClosed(url)
    const { body } = await calls.editor('GET', `/articles/${id}/review-links`)
    expect(body.links).toMatchObject([{ standing: 'edited', url: null }])
    expect(await main(await open((await linkTo(calls.editor, id)).url))).toContain('Edited')
  })

  it('is closed when the article goes into the trash, and when it is gone for good', async () => {
    const id = await draft()
    const { url } = await linkTo(calls.editor, id)
    const trash = { deletedAt: new Date().toISOString() }
    await payload.update({ collection: 'articles', id, data: trash, ...as(users.editor) })
    await expectClosed(url)
    await payload.delete({ collection: 'articles', id, trash: true, ...as(users.admin) })
    await expectClosed(url)
  })

  it('is closed when its time is over', async () => {
    const id = await draft()
    const { document, version } = { document: id, version: 1 }
    const [past, soon] = [Date.now() - 1000, Date.now() + 60_000].map((at) =>
      new Date(at).toISOString(),
    )
    const { id: link } = await linkTo(calls.editor, id)
    const urlAt = async (expiresAt: string) => {
      await expire(link, expiresAt)
      return `http://localhost:3000/review/${reviewToken({ id: link, document, version, expiresAt })}`
    }
    expect((await open(await urlAt(soon!))).status).toBe(200)
    await expectClosed(await urlAt(past!))
  })

  it('is closed when it was revoked; another link to the same version is not', async () => {
    const id = await draft()
    const [first, second] = [await linkTo(calls.editor, id), await linkTo(calls.editor, id)]
    expect((await revoke(calls.editor, id, first.id)).body).toMatchObject({
      standing: 'revoked',
      url: null,
    })
    await expectClosed(first.url)
    expect((await open(second.url)).status).toBe(200)
  })

  it('cannot be forged from another link', async () => {
    const [mine, theirs] = [
      await linkTo(calls.editor, await draft()),
      await linkTo(calls.editor, await draft()),
    ]
    const forged = mine.url.replace(/\/\d+-/, `/${theirs.id}-`)
    await expectClosed(forged)
    await expectClosed(mine.url.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))
    await expectClosed(mine.url.slice(0, -2))
    expect((await open(mine.url)).status).toBe(200)
    // Somebody who can write to the table alone extends nothing.
    await expire(mine.id, '2099-01-01T00:00:00.000Z')
    await expectClosed(mine.url)
  })
})
