// A title that was only proposed: it waits for somebody’s consent, and replaces none that was given.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { importOne } from '@/cli/import'
import { openTestPayload } from '../../setup/payload'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

type Options = Parameters<typeof importOne>[2]

async function bring(file: string | undefined, text: string, options: Partial<Options> = {}) {
  const source = { name: file ?? 'standard input', file, text }
  const result = await importOne(payload, source, { publish: true, ...options })
  if (result.status === 'failed') throw new Error(result.errors.join('\n'))
  return result
}

/** Lines that two texts with other words have not in common. */
const lines = (words: string, count = 6): string =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} on ${words} ends here.`).join('\n\n')

describe('a title that was only proposed', () => {
  const untitled = [
    lines('untitled things'),
    '## Why do ankles swell at night',
    lines('why', 2),
    '## How ankles swell at night in summer',
    lines('how', 2),
  ].join('\n\n')

  it('is not published until somebody accepts it', async () => {
    const result = await bring('/t/untitled.txt', untitled)
    expect(result).toMatchObject({ status: 'created', live: false })
    expect(result.notices.join()).toContain('--accept-proposals')
    expect(await bring('/t/untitled.txt', untitled, { acceptProposals: true })).toMatchObject({
      status: 'updated',
      id: result.id,
      live: true,
    })
  })

  it('waits also where the text has changed, and gives way to one that is given', async () => {
    const file = '/t/waiting.txt'
    const { id, title } = await bring(file, untitled.replaceAll('ankles', 'fingers'))
    const changed = `${untitled.replaceAll('ankles', 'fingers')}\n\nAnother paragraph.`
    expect(await bring(file, changed)).toMatchObject({ status: 'updated', id, live: false })
    expect(await bring(file, changed, { title: 'Fingers' })).toMatchObject({
      status: 'updated',
      id,
      title: 'Fingers',
      live: true,
    })
    expect(title).not.toBe('Fingers')
    expect(await bring(file, changed)).toMatchObject({ status: 'unchanged', title: 'Fingers' })
  })

  it('does not replace the title that its article was given', async () => {
    const { id } = await bring('/t/given.txt', lines('given things'), { title: 'Given Once' })
    const changed = lines('given things', 7)
    expect(await bring('/t/given.txt', changed)).toMatchObject({
      status: 'updated',
      id,
      title: 'Given Once',
      live: true,
    })
  })
})
