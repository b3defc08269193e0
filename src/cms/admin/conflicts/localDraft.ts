// Stores what is not saved yet in this browser, where it survives a reload, a crash and a day without network.
import { valueInWords } from '@/cms/wording/differences'
import type { Values } from '@/domain/workflow/reconcile'
import type { DocumentKey } from '../ui/contract'

export interface LocalDraft {
  /** When it was written, ISO 8601. */
  at: string
  /** The version that it began from. */
  version: number | null
  /** The changed fields, and what stood in them before. */
  fields: Values
  before: Values
}

const NAMING = { nameOf: ({ id }: { id: number }) => `no. ${id}`, timeZone: 'UTC' }

/** A value as words, as far as the browser knows them. */
export const valueText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'root' in value
      ? valueInWords({ name: '', as: 'richText', where: 'page' }, value, NAMING)
      : ''

/** The words of it, for the clipboard; choices have none. */
export const draftText = ({ fields }: Pick<LocalDraft, 'fields'>): string =>
  Object.values(fields)
    .map(valueText)
    .filter((text) => text !== '')
    .join('\n\n')

/** Each opened page stores its own draft, so that two windows never overwrite each other's. */
const page = Math.random().toString(36).slice(2)

/** An account of its own: on a shared machine no account is offered what another one wrote. */
const folderOf = (account: number | string, { kind, id }: DocumentKey): string =>
  `backstory/unsaved/${account}/${kind}/${id}/`

/** Null where the browser forbids it. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** False when it could not be stored: the browser forbids it, or is full. */
export function saveLocalDraft(
  account: number | string,
  key: DocumentKey,
  kept: LocalDraft,
): boolean {
  try {
    storage()?.setItem(folderOf(account, key) + page, JSON.stringify(kept))
    return storage() !== null
  } catch {
    return false
  }
}

export const forgetLocalDraft = (
  account: number | string,
  key: DocumentKey,
  name = folderOf(account, key) + page,
): void => storage()?.removeItem(name)

function readLocalDraft(name: string): LocalDraft | null {
  try {
    const kept = JSON.parse(storage()?.getItem(name) ?? 'null') as LocalDraft | null
    return kept?.at && kept.fields && kept.before ? kept : null
  } catch {
    return null
  }
}

/** Drafts that pages opened earlier have stored and not saved, newest first, each with the name under which it is stored. */
export function findLocalDrafts(
  account: number | string,
  key: DocumentKey,
): { name: string; kept: LocalDraft }[] {
  const folder = folderOf(account, key)
  return Object.keys(storage() ?? {})
    .filter((name) => name.startsWith(folder) && name !== folder + page)
    .flatMap((name) => {
      const kept = readLocalDraft(name)
      return kept ? [{ name, kept }] : []
    })
    .sort((a, b) => b.kept.at.localeCompare(a.kept.at))
}
