// The trash, old versions, copies, the lock of a schedule, the Local API: what each door lets through and what not.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import { ROLES } from '@/domain/access/roles'
import { contentOf, createDraft, createIn, TITLE } from '../../setup/documents'
import { isRefused, latestVersion, openRestClients, stored, WHO } from '../../setup/restClients'
import type { Call } from '../../setup/http'
import { act, as } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

const now = () => new Date().toISOString()

describe.each(KINDS)('%s', (kind) => {
  it('a writer writes on in what is theirs or assigned to them, and in nothing else', async () => {
    const id = await createDraft(payload, kind, editor)
    const write = () =>
      calls.writer('PATCH', `/${kind}/${id}?draft=true`, {
        [TITLE[kind]]: 'Mine now?',
        workflowVersion: 1,
      })
    expect((await write()).status).toBe(403)
    await act(payload, editor, 'assign', id, { target: users.writer.id }, kind)
    expect((await write()).status).toBe(200)
  })

  it('a scheduled document is locked for everybody, until it is unscheduled', async () => {
    const id = await createIn(payload, 'scheduled', kind, { author: users.writer, editor })
    const autosave = (call: Call) =>
      call('PATCH', `/${kind}/${id}?draft=true&autosave=true`, {
        [TITLE[kind]]: 'Late?',
        workflowVersion: 1,
      })
    for (const who of WHO) expect((await autosave(calls[who])).status).toBe(403)
    await act(payload, editor, 'unschedule', id, {}, kind)
    expect((await autosave(calls.editor)).status).toBe(200)
  })

  it('an old version comes back as a draft, and a copy is a draft of its own', async () => {
    const id = await createIn(payload, 'published', kind, { author: users.writer, editor })
    const version = await latestVersion(payload, kind, id)
    const restored = await calls.editor('POST', `/${kind}/versions/${version}?draft=true`)
    expect(restored.status).toBe(200)
    expect(await stored(payload, kind, id)).toMatchObject({
      state: 'draft',
      isLive: true,
      _status: 'published',
    })
    const copied = await calls.writer('POST', `/${kind}/${id}/duplicate`)
    expect(copied.status).toBe(200)
    const copy = copied.body.doc!.id
    expect(await stored(payload, kind, copy)).toMatchObject({
      state: 'draft',
      isLive: false,
      version: 1,
    })
  })

  it('the trash takes what readers never got; from it everything comes back as a draft', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const trash = (call: Call) => call('PATCH', `/${kind}/${id}`, { deletedAt: now() })
    const restore = (call: Call, _status: string) =>
      call('PATCH', `/${kind}/${id}?trash=true`, { deletedAt: null, _status })
    expect((await trash(calls.reviewer)).status).toBe(403)
    expect((await trash(calls.writer)).status).toBe(200)
    expect((await calls.editor('GET', `/${kind}/${id}/workflow`)).status).toBe(404)
    for (const who of ROLES) expect(isRefused(await restore(calls[who], 'published'))).toBe(true)
    const edit = { [TITLE[kind]]: 'From the trash?' }
    const edited = await calls.editor('PATCH', `/${kind}/${id}?trash=true&draft=true`, edit)
    expect(edited.status).toBe(403)
    expect((await restore(calls.writer, 'draft')).status).toBe(200)
    expect(await stored(payload, kind, id)).toMatchObject({ state: 'draft', isLive: false })
  })

  it('an administrator alone empties the trash, and the record stays', async () => {
    const id = await createIn(payload, 'changes_requested', kind, { author: users.writer, editor })
    await calls.editor('PATCH', `/${kind}/${id}`, { deletedAt: now() })
    const remove = (call: Call) => call('DELETE', `/${kind}/${id}?trash=true`)
    for (const who of ['writer', 'editor', 'anonymous'] as const)
      expect((await remove(calls[who])).status).toBe(403)
    // To whom it was never assigned, it is as if it had never been.
    expect((await remove(calls.reviewer)).status).toBe(404)
    expect((await remove(calls.admin)).status).toBe(200)
    const { totalDocs } = await payload.count({
      collection: 'workflow-events',
      where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    })
    expect(totalDocs).toBe(2)
  })

  it('the Local API is no way round: with an account, without one, with access switched off', async () => {
    const id = await createIn(payload, 'approved', kind, { author: users.writer, editor })
    const before = await stored(payload, kind, id)
    const data = { _status: 'published' } as never
    const ways = [as(users.admin), { user: users.admin }, {}]
    for (const way of ways) {
      const update = payload.update({ collection: kind, id, data, ...way })
      await expect(update).rejects.toMatchObject({ status: 403 })
      const create = payload.create({
        collection: kind,
        ...way,
        data: { ...contentOf(kind), _status: 'published' } as never,
      })
      await expect(create).rejects.toMatchObject({ status: 403 })
      const context = { workflowPass: true as never }
      const guessed = payload.update({ collection: kind, id, data, context, ...way })
      await expect(guessed).rejects.toMatchObject({ status: 403 })
    }
    expect(await stored(payload, kind, id)).toEqual(before)
    expect(await act(payload, editor, 'publish', id, {}, kind)).toMatchObject({ live: true })
  })

  it('the database refuses a live row that no event made', async () => {
    const id = await createDraft(payload, kind, users.writer)
    const published = payload.db.updateOne({
      collection: kind,
      id,
      data: { _status: 'published' },
    })
    await expect(published).rejects.toThrow()
    expect(await stored(payload, kind, id)).toMatchObject({ _status: 'draft' })
  })
})
