// Opens Payload for commands when the first one needs it, and closes it before the process goes on to serve.
import { getPayload, type Payload } from 'payload'

let opened: Payload | undefined

/** Reads the configuration only now: by then the environment names the database. */
export async function openPayload(): Promise<Payload> {
  if (!opened) {
    const { default: config } = await import('../../payload.config')
    opened = await getPayload({ config, key: 'command' })
  }
  return opened
}

export async function closePayload(): Promise<void> {
  await opened?.destroy()
  opened = undefined
}
