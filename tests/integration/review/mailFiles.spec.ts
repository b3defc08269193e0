// Mail without a mail server: each is a file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendNotices } from '@/cms/notices/send'
import { settings } from '@/env'
import type { User } from '@/payload-types'
import { createDraft } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { readMail } from '../../setup/smtp'
import { account, act } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User

beforeAll(async () => {
  payload = await openTestPayload()
  // The files of other tests are none of these.
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'backstory-mail-'))
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
})
afterAll(() => rmSync(settings().dataDir, { recursive: true }))

describe('without a mail server', () => {
  const folder = () => path.join(settings().dataDir, 'mail')
  const read = () => readdirSync(folder()).map((file) => path.join(folder(), file))

  beforeEach(() => {
    delete process.env.SMTP_URL
    rmSync(folder(), { recursive: true, force: true })
  })

  it('a mail is a file that only this account may read', async () => {
    const id = await createDraft(payload, 'articles', writer, { title: 'On paper' })
    await act(payload, writer, 'submit', id)
    await sendNotices(payload)
    const [file = '', ...others] = read()
    expect(others).toEqual([])
    expect(file).toMatch(/\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z-[0-9a-f]{8}\.eml$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { body, headers } = readMail(readFileSync(file, 'utf8'))
    expect(headers.subject).toBe(`${writer.name} submitted “On paper” for review`)
    expect(body).toContain('Open it in the panel')
  })

  it('so is Payload’s own, which resets a password; an unknown address gives none', async () => {
    const forget = (email: string) =>
      payload.forgotPassword({ collection: 'users', data: { email } })
    await forget('nobody@example.org')
    const token = await forget(editor.email)
    await expect.poll(() => read().length).toBe(1)
    const mail = () => readMail(readFileSync(read()[0] ?? '', 'utf8'))
    // It is there before it is whole.
    await expect.poll(() => mail().body).toContain(token)
    const { headers } = mail()
    expect(headers.to).toBe(editor.email)
    expect(headers.from).toBe('Backstory <backstory@localhost>')
  })
})
