// Articles that went as far as their names say, written by one and taken on by another.
import type { Page } from 'playwright'
import { paragraph, richText } from '../fixtures/richText'
import { ask } from './panel'

/** @returns their ids by name, such as `a review` */
export async function writeInEveryState(
  writer: Page,
  editor: Page,
): Promise<Record<string, number>> {
  const ids: Record<string, number> = {}

  async function write(name: string, steps: readonly (readonly [Page, string, object?])[]) {
    const content = {
      title: `About ${name}`,
      summary: 'In short.',
      body: richText(paragraph('Text.')),
    }
    const { doc } = await ask(writer, 'POST', '/articles?draft=true', content)
    ids[name] = doc.id
    for (const [page, event, answers] of steps) {
      const { version } = await ask(page, 'GET', `/articles/${doc.id}/workflow`)
      await ask(page, 'POST', `/articles/${doc.id}/events`, { event, version, ...answers })
    }
  }

  const saved = async (page: Page, name: string, summary: string) => {
    const { version: workflowVersion } = await ask(page, 'GET', `/articles/${ids[name]}/workflow`)
    await ask(page, 'PATCH', `/articles/${ids[name]}?draft=true`, { summary, workflowVersion })
  }

  const [submit, approve] = [[writer, 'submit'] as const, [editor, 'approve'] as const]
  const at = new Date(Date.now() + 86_400_000).toISOString()
  await write('a draft', [])
  await write('a review', [submit])
  await write('changes', [submit, [editor, 'requestChanges', { note: 'Shorter.' }]])
  await write('an approval', [submit, approve])
  await write('a void approval', [submit, approve])
  await saved(editor, 'a void approval', 'Other words.')
  await write('a schedule', [submit, approve, [editor, 'schedule', { at }]])
  await write('a publication', [submit, approve, [editor, 'publish']])
  await saved(editor, 'a publication', 'The next version.')
  await write('force', [[editor, 'forcePublish', { note: 'It burns.' }]])
  await write('a withdrawal', [
    submit,
    approve,
    [editor, 'publish'] as const,
    [editor, 'unpublish', { reason: 'notice' }],
  ])
  const said = { text: 'Why?', version: 1 }
  await ask(editor, 'POST', `/articles/${ids['a draft']}/comments`, said)
  const link = { label: 'Dr. Lind', days: 7, version: 1 }
  await ask(writer, 'POST', `/articles/${ids['a draft']}/review-links`, link)
  return ids
}
