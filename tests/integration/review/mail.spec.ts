// Mail: each notice is sent once, to everybody who wants it, by a mail server; what fails is tried again.
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendNotices } from '@/cms/notices/send'
import { runMailLoop } from '@/jobs/mail'
import { MAIL_TRIES } from '@/domain/workflow/notices'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, TOMORROW, withItems } from '../../setup/documents'
import { noticesOf } from '../../setup/notices'
import { openTestPayload } from '../../setup/payload'
import { readMail, startMailServer, type MailServer } from '../../setup/smtp'
import { account, act, publishByForce, save } from '../../setup/workflow'

let payload: Payload
let server: MailServer
let writer: User
let editor: User

beforeAll(async () => {
  payload = await openTestPayload()
  server = await startMailServer()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
})
afterAll(() => server.stop())

beforeEach(async () => {
  delete process.env.SMTP_URL
  await sendNotices(payload, later(10_000))
  server.mails.length = 0
  server.refuse(false)
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'The Desk <desk@example.org>'
})

const MINUTE = 60_000
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()

const submitted = async (data = {}, note?: string): Promise<number> => {
  const id = await createDraft(payload, 'articles', writer, data)
  await act(payload, writer, 'submit', id, { note })
  return id
}

const lastMail = () => readMail(server.mails.at(-1)?.raw ?? '')

describe('a notice', () => {
  it('is mailed with who, what, the note, the text and the way to it', async () => {
    const id = await submitted({ title: 'Sleeping Well' }, 'Mind the summary.')
    expect(await sendNotices(payload)).toEqual({ sent: 1, failed: 0 })
    expect(server.mails).toMatchObject([{ to: [editor.email] }])
    const { body, headers } = lastMail()
    const [notice] = await noticesOf(payload, id)
    expect(headers).toMatchObject({
      subject: `${writer.name} submitted “Sleeping Well” for review`,
      from: 'The Desk <desk@example.org>',
      to: `${editor.name} <${editor.email}>`,
      'auto-submitted': 'auto-generated',
      'message-id': `<notice-${notice?.id}@localhost>`,
    })
    expect(body).toContain('> Mind the summary.')
    expect(body).toContain('Title: Sleeping Well')
    expect(body).toContain(`http://localhost:3000/admin/collections/articles/${id}`)
    expect(notice?.mailedAt).toBeTruthy()
  })

  it('says what changed from what readers have', async () => {
    const id = await submitted({
      body: richText(paragraph('Rest for ten minutes.'), paragraph('Go.')),
    })
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'publish', id)
    const body = richText(paragraph('Rest for an hour.'), paragraph('Go.'))
    await save(payload, writer, id, { body })
    await act(payload, writer, 'submit', id)
    await sendNotices(payload)
    const submission = server.mails.map(({ raw }) => readMail(raw)).at(-1)
    expect(submission?.body).toContain('What changed for readers:')
    expect(submission?.body).toContain('Was: Rest for ten minutes.\nNow: Rest for an hour.')
    expect(submission?.body).not.toContain('Go.')
  })

  it('says what changed since it was handed back, autosaves of the same person included', async () => {
    const id = await submitted({ summary: 'One.' })
    await act(payload, editor, 'requestChanges', id, { note: 'Say more.' })
    await payload.update({
      collection: 'articles',
      id,
      draft: true,
      autosave: true,
      data: { summary: 'One, and two.' },
      user: writer,
      overrideAccess: false,
    })
    await act(payload, writer, 'submit', id)
    await sendNotices(payload)
    expect(lastMail().body).toContain('What changed since the last time:')
    expect(lastMail().body).toContain('Summary. Changed\nWas: One.\nNow: One, and two.')
  })

  it('shows what was changed in a live answer and comes with the article', async () => {
    const answer = (text: string) => ({ answer: richText(paragraph(text)) })
    const item = await createDraft(payload, 'faq-items', writer, {
      question: 'How far?',
      ...answer('One mile.'),
    })
    await publishByForce(payload, item, 'faq-items')
    await save(payload, writer, item, answer('Two miles.'), 'faq-items')
    await submitted({ body: withItems(item) })
    await sendNotices(payload)
    expect(lastMail().body).toContain('With it, the FAQ item “How far?”:')
    expect(lastMail().body).toContain('Answer. Paragraph, removed: One mile.')
    expect(lastMail().body).toContain('Paragraph, added: Two miles.')
  })

  it('shows what is new in an article and comes with it, and what changed in that', async () => {
    const answer = (text: string) => ({ answer: richText(paragraph(text)) })
    const item = await createDraft(payload, 'faq-items', writer, {
      question: 'For how long?',
      ...answer('Ten minutes.'),
    })
    const id = await submitted({ body: withItems(item) })
    await sendNotices(payload)
    expect(lastMail().body).toContain('[question: For how long?]')
    expect(lastMail().body).toContain('With it, the FAQ item “For how long?”:')
    expect(lastMail().body).toContain('Paragraph, added: Ten minutes.')
    await act(payload, editor, 'requestChanges', id, { note: 'Longer.' })
    await save(payload, writer, item, answer('Ten hours.'), 'faq-items')
    await act(payload, writer, 'submit', id)
    await sendNotices(payload)
    expect(lastMail().body).toContain('What changed since the last time:')
    expect(lastMail().body).toContain('Was: Ten minutes.\nNow: Ten hours.')
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'publish', id)
    await save(payload, writer, id, { summary: 'Another one.' })
    await act(payload, writer, 'submit', id)
    await sendNotices(payload)
    expect(lastMail().body).toContain('Added: Another one.')
    expect(lastMail().body).not.toContain('With it')
  })

  it('of a schedule says for when, in the site’s time zone', async () => {
    const id = await submitted({ title: 'Later' })
    await act(payload, editor, 'approve', id)
    await act(payload, editor, 'schedule', id, { at: TOMORROW })
    await sendNotices(payload)
    expect(lastMail().headers.subject).toMatch(/scheduled “Later” for \d+ \w+ \d{4}.* \(UTC\)$/)
  })

  it('keeps what people typed out of the headers', async () => {
    const trick = 'x\r\nBcc: everybody@example.org\r\n\r\nBuy!'
    const { name } = writer
    await payload.update({ collection: 'users', id: writer.id, data: { name: `W ${trick}` } })
    await payload.update({ collection: 'users', id: editor.id, data: { name: `E ${trick}` } })
    await submitted({ title: `T ${trick}` }, trick)
    await sendNotices(payload)
    await payload.update({ collection: 'users', id: writer.id, data: { name } })
    await payload.update({ collection: 'users', id: editor.id, data: { name: 'Edith' } })
    const [mail] = server.mails
    expect(mail?.to).toEqual([editor.email])
    expect(lastMail().names).not.toContain('bcc')
    expect(lastMail().headers.subject).toContain('“T x Bcc: everybody@example.org Buy!”')
  })

  it('is not mailed to whoever switched that off, was disabled, or to nobody for what is gone', async () => {
    const set = (data: Partial<User>) =>
      payload.update({ collection: 'users', id: editor.id, data })
    await set({ mailNotices: false })
    const quiet = await submitted()
    expect(await sendNotices(payload)).toEqual({ sent: 0, failed: 0 })
    await set({ mailNotices: true })
    await submitted()
    await set({ active: false })
    expect(await sendNotices(payload)).toEqual({ sent: 0, failed: 0 })
    await set({ active: true })
    const trashed = await submitted()
    await act(payload, writer, 'recall', trashed)
    await payload.update({
      collection: 'articles',
      id: trashed,
      draft: true,
      user: writer,
      overrideAccess: false,
      data: { deletedAt: new Date().toISOString() },
    })
    expect(await sendNotices(payload)).toEqual({ sent: 0, failed: 0 })
    expect(await sendNotices(payload, later(10_000))).toEqual({ sent: 0, failed: 0 })
    const unwanted = { mailedAt: null, mailFailure: null, mailTries: MAIL_TRIES }
    expect(await noticesOf(payload, quiet)).toMatchObject([unwanted])
  })
})

describe('a run', () => {
  it('beside others sends each mail once', async () => {
    const ids = [await submitted(), await submitted(), await submitted(), await submitted()]
    const runs = await Promise.all([1, 2, 3].map(() => sendNotices(payload)))
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(ids.length)
    const subjects = server.mails.map(({ raw }) => readMail(raw).headers['message-id'])
    expect(new Set(subjects).size).toBe(ids.length)
    expect(server.mails).toHaveLength(ids.length)
  })

  it('that meets a server which refuses tries again later each time, and gives up after five', async () => {
    const complaints = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    server.refuse(true)
    const id = await submitted()
    expect(await sendNotices(payload)).toEqual({ sent: 0, failed: 1 })
    expect(await sendNotices(payload)).toEqual({ sent: 0, failed: 0 })
    let now = 0
    for (const wait of [1, 5, 25, 125]) {
      expect((await sendNotices(payload, later(now + wait - 0.5))).failed).toBe(0)
      now += wait + 0.5
      expect((await sendNotices(payload, later(now))).failed).toBe(1)
    }
    server.refuse(false)
    expect(await sendNotices(payload, later(10_000))).toEqual({ sent: 0, failed: 0 })
    expect(complaints).toHaveBeenCalledTimes(5)
    complaints.mockRestore()
    expect(await noticesOf(payload, id)).toMatchObject([
      { mailedAt: null, mailTries: 5, mailFailure: expect.stringContaining('Come back later') },
    ])
  })

  it('sends when the server is there again, and forgets the failure', async () => {
    process.env.SMTP_URL = 'smtp://127.0.0.1:1'
    const id = await submitted()
    expect((await sendNotices(payload)).failed).toBe(1)
    process.env.SMTP_URL = server.url
    expect((await sendNotices(payload, later(2))).sent).toBe(1)
    expect(await noticesOf(payload, id)).toMatchObject([{ mailTries: 1, mailFailure: null }])
  })

  it('is made again and again while the site is served', async () => {
    const stop = new AbortController()
    const mailing = runMailLoop(stop.signal, 50)
    await submitted()
    await expect.poll(() => server.mails.length).toBe(1)
    stop.abort()
    await mailing
  })
})
