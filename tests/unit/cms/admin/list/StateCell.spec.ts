// The column "State" where there is no row: Payload draws the columns of a table before it has any.
import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import StateCell from '@/cms/admin/list/StateCell'

it('shows nothing, and asks nobody', async () => {
  const payload = {} as Payload
  expect(await StateCell({ collectionSlug: 'articles', payload, rowData: undefined })).toBeNull()
  expect(await StateCell({ collectionSlug: 'articles', payload, rowData: {} })).toBeNull()
})
