// Mail while no mail server is set: written to the log, so that nothing that was sent is lost from sight.
import type { EmailAdapter } from 'payload'

export const logEmail: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'backstory@localhost',
  defaultFromName: 'Backstory',
  sendEmail: async ({ to, subject, text, html }) => {
    payload.logger.info({ mail: { to, subject, text: text ?? html } })
  },
})
