// Every door to a document, in every state, for every role: what the policy refuses is refused, its twin is let through.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import { allows, type Situation } from '@/domain/workflow/policy'
import type { Id, Kind } from '@/domain/workflow/subject'
import { STATES, type State } from '@/domain/workflow/table'
import { contentOf, createIn, TITLE } from '../../setup/documents'
import {
  isRefused,
  latestVersion,
  openRestClients,
  policyRoleOf,
  stored,
  WHO,
} from '../../setup/restClients'
import type { Call } from '../../setup/http'

const { calls, editor, payload, users } = await openRestClients()

const now = () => new Date().toISOString()

/** A write that no role may make in any state; `only` where it would do nothing. */
const CLOSED: Record<
  string,
  {
    only?: readonly State[]
    go: (call: Call, kind: Kind, id: Id) => Promise<{ status: number; body: object }>
  }
> = {
  'PATCH with _status published': {
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { _status: 'published' }),
  },
  'PATCH ?draft=true with _status published': {
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}?draft=true`, { _status: 'published' }),
  },
  'autosave with _status published': {
    go: (call, kind, id) =>
      call('PATCH', `/${kind}/${id}?draft=true&autosave=true`, { _status: 'published' }),
  },
  'bulk PATCH with _status published': {
    go: (call, kind, id) => call('PATCH', `/${kind}?where[id][in]=${id}`, { _status: 'published' }),
  },
  'POST with _status published': {
    go: (call, kind) => call('POST', `/${kind}`, { ...contentOf(kind), _status: 'published' }),
  },
  'PATCH of the live row without a status': {
    only: ['published', 'withdrawn'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { [TITLE[kind]]: 'By the way?' }),
  },
  'PATCH that takes the status away': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { _status: 'draft' }),
  },
  'bulk PATCH that takes the status away': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}?where[id][in]=${id}`, { _status: 'draft' }),
  },
  'PATCH with unpublishAllLocales': {
    only: ['published'],
    go: (call, kind, id) =>
      call('PATCH', `/${kind}/${id}?unpublishAllLocales=true`, { _status: 'draft' }),
  },
  'restore of a published version as live': {
    only: ['published'],
    go: async (call, kind, id) =>
      call('POST', `/${kind}/versions/${await latestVersion(payload, kind, id)}?draft=false`),
  },
  'duplicate ?draft=false of what is published': {
    only: ['published'],
    go: (call, kind, id) =>
      call('POST', `/${kind}/${id}/duplicate?draft=false`, { _status: 'published' }),
  },
  'trash of what is live': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}`, { deletedAt: now() }),
  },
  'trash of what is live, as a draft': {
    only: ['published'],
    go: (call, kind, id) => call('PATCH', `/${kind}/${id}?draft=true`, { deletedAt: now() }),
  },
  'DELETE past the trash': {
    go: (call, kind, id) => call('DELETE', `/${kind}/${id}`),
  },
  'bulk DELETE past the trash': {
    go: (call, kind, id) => call('DELETE', `/${kind}?where[id][in]=${id}`),
  },
}

const situation = (state: State, own: boolean): Situation => ({
  state,
  own,
  trashed: false,
  visibility: state === 'published' ? 'live' : state === 'withdrawn' ? 'gone' : 'never',
})

describe.each(KINDS)('%s', (kind) => {
  describe.each(STATES)('%s', (state) => {
    it.each(WHO)('by %s: only an event changes what readers get', async (who) => {
      const id = await createIn(payload, state, kind, { author: users.writer, editor })
      const before = await stored(payload, kind, id)
      const count = await payload.count({ collection: kind })
      for (const [door, { only, go }] of Object.entries(CLOSED)) {
        if (only && !only.includes(state)) continue
        const answer = await go(calls[who], kind, id)
        expect(isRefused(answer), `${door}: ${JSON.stringify(answer)}`).toBe(true)
        expect(await stored(payload, kind, id), door).toEqual(before)
      }
      expect(await payload.count({ collection: kind })).toEqual(count)

      const allowed = allows(kind, 'edit', policyRoleOf(who), situation(state, who === 'writer'))
      const twin = await calls[who]('PATCH', `/${kind}/${id}?draft=true`, {
        [TITLE[kind]]: 'A next version?',
        workflowVersion: before.version,
      })
      expect(twin.status).toBe(allowed ? 200 : 403)
      const after = await stored(payload, kind, id)
      expect(after.version).toBe(before.version + (allowed ? 1 : 0))
      expect(after.isLive).toBe(before.isLive)
      if (before.isLive) expect(after.shown).toBe(before.shown)
    })
  })
})
