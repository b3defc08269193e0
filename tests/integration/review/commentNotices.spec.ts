// A comment, an answer to it and a guest's remark are told to everybody who has to do with the document, each once.
import { describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { createDraft, createIn } from '../../setup/documents'
import { callerFor } from '../../setup/http'
import { noticesOf } from '../../setup/notices'
import { openTestPayload } from '../../setup/payload'
import { linkTo, remark } from '../../setup/review'
import { accounts } from '../../setup/workflow'

const payload = await openTestPayload()
const { writer, reviewer: expert, editor, admin } = await accounts(payload)

const told = async (id: number) =>
  (await noticesOf(payload, id)).map(({ who, what }) => [what, who])

describe('a comment', () => {
  const say = (user: User, id: number, text: string) =>
    callerFor(payload, user).then((call) =>
      call('POST', `/articles/${id}/comments`, { text, version: 1 }),
    )

  it('tells whoever wrote the document and whoever takes part in the talk, never who said it', async () => {
    const id = await createDraft(payload, 'articles', writer)
    await say(editor, id, 'Is this so?')
    await say(writer, id, 'It is.')
    await say(admin, id, 'Good.')
    expect(await told(id)).toEqual([
      ['comment', writer.id],
      ['comment', editor.id],
      ['comment', writer.id],
      ['comment', editor.id],
    ])
    expect((await noticesOf(payload, id))[0]).toMatchObject({
      by: editor.id,
      note: 'Is this so?',
      version: 1,
      mailedAt: null,
    })
  })

  it('tells whoever settled another one, and the authors of what readers have', async () => {
    const id = await createIn(payload, 'published', 'articles', { author: writer, editor })
    const before = (await told(id)).length
    const { body } = await say(expert, id, 'Hm.')
    const settle = `/articles/${id}/comments/${String(body.id)}/settle`
    await (
      await callerFor(payload, admin)
    )('POST', settle, { settled: true })
    await say(expert, id, 'And this?')
    expect((await told(id)).slice(before)).toEqual([
      ['comment', writer.id],
      ['comment', writer.id],
      ['comment', admin.id],
    ])
  })

  it('that asks for changes is told of once, as that', async () => {
    const id = await createIn(payload, 'changes_requested', 'articles', { author: writer, editor })
    const tells = (await told(id)).filter(([what]) => what !== 'submit')
    expect(tells).toEqual([['requestChanges', writer.id]])
  })

  it('by a guest tells whoever sent the link as well, and who the guest says to be', async () => {
    const id = await createDraft(payload, 'articles', writer)
    const { url } = await linkTo(await callerFor(payload, admin), id)
    await remark(url, { name: 'Gwen', text: 'Lovely.' })
    expect(await noticesOf(payload, id)).toMatchObject(
      [writer, admin].map(({ id: who }) => ({ who, what: 'remark', note: 'Gwen: Lovely.' })),
    )
    const { body } = await (await callerFor(payload, admin))('GET', '/notices/mine')
    expect((body.notices as { sentence: string }[])[0]?.sentence).toMatch(/^A guest commented on “/)
  })

  it('that is refused tells nobody', async () => {
    const id = await createDraft(payload, 'articles', writer)
    expect((await say(editor, id, ' ')).status).toBe(422)
    expect(await told(id)).toEqual([])
  })
})
