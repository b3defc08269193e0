// The policy of what does not pass through the workflow: written out as it should be.
import { describe, expect, it } from 'vitest'
import type { Collection, Operation } from '@/domain/workflow/policy'
import { who } from './policyCells'

describe('everything else', () => {
  const may = (
    collection: Collection,
    operation: Operation,
    visibility: 'never' | 'live' = 'never',
  ) => who(collection, operation, { state: null, visibility, trashed: false })

  it.each<[Collection, string]>([
    //  readLive | create | edit | bulkEdit | duplicate | deleteForEver | changeRules
    ['categories', 'SWREAO EAO EAO EA EA EA A'],
    ['topics', 'SWREAO EAO EAO EA EA EA -'],
    ['authors', 'SWREAO EAO EAO EA EA EA -'],
    ['redirects', 'SWREAO EAO EAO EA - EA -'],
    ['faq-homes', 'SWREAO - EA - - - -'],
    ['site-settings', 'SWREAO - EAO - - - AO'],
    ['navigation', 'SWREAO - EAO - - - -'],
    ['workflow-events', '- - - - - - -'],
    ['comments', '- S - - - - -'],
    ['review-links', 'S - - - - - -'],
    ['notices', '- - - - - - -'],
    ['workflows', '- - - - - - -'],
    ['imports', '- - - - - - -'],
    ['missed-addresses', '- - - - - EA -'],
    ['missed-searches', '- - - - - EA -'],
    ['users', '- AO wreAO - - A -'],
    ['media', 'WREAO WREAO WREAO EA - EA -'],
    ['pages', '- EAO EAO EA EA EA -'],
  ])('%s: %s', (collection, expected) => {
    const operations = [
      'readLive',
      'create',
      'edit',
      'bulkEdit',
      'duplicate',
      'deleteForEver',
      'changeRules',
    ] as Operation[]
    expect(operations.map((operation) => may(collection, operation)).join(' ')).toBe(expected)
  })

  it('shows the public an image only where a page shows it, and then leaves it alone', () => {
    expect(may('media', 'readLive', 'live')).toBe('SWREAO')
    expect(may('media', 'edit', 'live')).toBe('EAO')
    expect(may('media', 'deleteForEver', 'live')).toBe('-')
  })

  it('shows names to the staff, and what is private of an account to its holder and to admins', () => {
    expect(may('users', 'readWorking')).toBe('WREA')
    expect(may('users', 'readPrivate')).toBe('wreA')
    expect(may('users', 'changeRole')).toBe('AO')
  })

  it.each<[Collection, string]>([
    ['workflow-events', 'WREAO'],
    ['comments', 'WREAO'],
    ['review-links', 'WREAO'],
    ['notices', 'wrea'],
    ['missed-addresses', 'EA'],
    ['missed-searches', 'EA'],
    ['imports', 'EAO'],
    ['workflows', '-'],
  ])('shows %s to %s', (collection, expected) => {
    expect(may(collection, 'readWorking')).toBe(expected)
  })

  it('shows readers a page that is published, and leaves publishing it to editors', () => {
    expect(may('pages', 'readLive')).toBe('-')
    expect(may('pages', 'readLive', 'live')).toBe('S')
    for (const operation of ['publishByStatus', 'unpublishByStatus', 'editLive'] as const)
      expect(may('pages', operation, 'live')).toBe('EAO')
    expect(may('pages', 'readVersions')).toBe('WREAO')
    const trashed = { state: null, visibility: 'never', trashed: true } as const
    expect(who('pages', 'readTrash', trashed)).toBe('EA')
    expect(who('pages', 'restoreFromTrash', trashed)).toBe('EA')
  })

  it('tells the site alone what became of a withdrawn article', () => {
    const gone = { state: null, visibility: 'gone', trashed: false } as const
    expect(who('workflows', 'readLive', gone)).toBe('S')
  })
})
