// Sends the site's mail through the mail server of the settings, or writes it as files where none is set.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { EmailAdapter, Payload } from 'payload'
import { settings } from '@/env'

/** A server that does not answer is not waited for any longer; milliseconds. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
/** A mail carries what it is given, never a file of the server or what an address answers. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true }

/** Resolves when the mail server has taken it. @throws Error of nodemailer, or of the file system */
export async function deliver(
  message: SendMailOptions,
  { logger }: Pick<Payload, 'logger'>,
): Promise<void> {
  const { mailFrom: from, smtpUrl: url } = settings()
  const complete = { from, ...message }
  if (url === null) return writeToFile(complete, logger)
  const transport = createTransport({ url, ...PATIENCE, ...CLOSED })
  try {
    await transport.sendMail(complete)
  } finally {
    transport.close()
  }
}

/** Readable by this account alone: mails hold links that reset passwords. */
async function writeToFile(message: SendMailOptions, logger: Payload['logger']): Promise<void> {
  const format = { streamTransport: true, buffer: true, newline: 'windows', ...CLOSED } as const
  const mail = await createTransport(format).sendMail(message)
  const folder = path.join(settings().dataDir, 'mail')
  const time = new Date().toISOString().replaceAll(':', '-')
  const file = path.join(folder, `${time}-${randomUUID().slice(0, 8)}.eml`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, mail.message as Buffer, { mode: 0o600 })
  logger.info(`No SMTP_URL is set: the mail to ${mail.envelope.to} is in ${file}`)
}

/**
 * What Payload sends by itself, such as the link that resets a password. It is not waited for: how long that takes, and
 * whether it works, would tell a stranger which addresses have an account.
 */
export const emailAdapter: EmailAdapter = ({ payload }) => {
  const { address, name } = settings().mailFrom
  return {
    name: 'backstory',
    defaultFromAddress: address,
    defaultFromName: name,
    sendEmail: async (message) => {
      deliver(message, payload).catch((error: unknown) =>
        payload.logger.error({ err: error, msg: 'A mail could not be sent.' }),
      )
    },
  }
}
