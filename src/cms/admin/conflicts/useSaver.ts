// Ties the saver to the open form: saves what is written, and stores in the browser what the server has not stored yet.
'use client'
import {
  useAllFormFields,
  useAuth,
  useDocumentInfo,
  useForm,
  useFormModified,
} from '@payloadcms/ui'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { editableFields, type EditableField } from '@/cms/records/editableFields'
import type { DocumentKey } from '../ui/contract'
import type { Doc } from './contract'
import { forgetLocalDraft, saveLocalDraft } from './localDraft'
import { createSaver } from './saver'
import type { FormAdapter, Saver, SaveState } from './saving'
import { useFormAdapter } from './useFormAdapter'

/** After the last key. */
const AUTOSAVE_MS = 1000
const KEEP_MS = 500

const savers = new Map<string, Saver>()
const makeDocumentKey = ({ kind, id }: DocumentKey): string => `${kind}/${id}`

/** The saver of an open document; undefined when it is open nowhere on this page. */
export const saverOf = (key: DocumentKey): Saver | undefined => savers.get(makeDocumentKey(key))

/** Saves what is not stored yet; false when it could not be, and then the document says why. */
export const saveNow = (key: DocumentKey): Promise<boolean> =>
  saverOf(key)?.save(false) ?? Promise.resolve(true)

/** Saves what is written beside the document on this page, such as its questions; false when some of it could not be. */
export async function saveBeside(key: DocumentKey): Promise<boolean> {
  const beside = [...savers].filter(([name]) => name !== makeDocumentKey(key))
  const saved = await Promise.all(beside.map(([, saver]) => saver.save(false)))
  return saved.every(Boolean)
}

export interface Saving {
  state: SaveState
  /** False when the browser cannot store what is not saved. */
  keeps: boolean
  fields: readonly EditableField[]
}

const IDLE: SaveState = { is: 'idle' }

/** A form whose words are to be saved: that of a document, or one of a document within another's form. */
export interface SavedForm {
  adapter: Omit<FormAdapter, 'settle' | 'show'>
  /** What it began from. */
  doc: Doc
  modified: boolean
  setModified: (modified: boolean) => void
  /** Another one whenever something was written. */
  written: unknown
}

/** The saver of the document on the screen, tied to Payload's form. */
export function useSaver(key: DocumentKey): Saving {
  const { data, docConfig } = useDocumentInfo()
  const { setModified } = useForm()
  const [written] = useAllFormFields()
  const modified = useFormModified()
  const fields = useMemo(() => editableFields(docConfig?.fields ?? []), [docConfig])
  const adapter = useFormAdapter(key, fields)
  const doc = useMemo(() => (data ?? {}) as Doc, [data])
  return useTiedSaver(key, fields, { adapter, doc, modified, setModified, written })
}

/** @param fields the same list each time */
export function useTiedSaver(
  key: DocumentKey,
  fields: readonly EditableField[],
  { adapter, doc, modified, setModified, written }: SavedForm,
): Saving {
  const { user } = useAuth()
  const [state, setState] = useState(IDLE)
  const [keeps, setKeeps] = useState(true)
  const account = user?.id ?? 'nobody'
  const name = makeDocumentKey(key)

  const now = useEffectEvent((): FormAdapter & { doc: Doc } => ({
    ...adapter,
    doc,
    settle: (isSettled) => {
      setModified(!isSettled)
      if (isSettled) forgetLocalDraft(account, key)
    },
    show: setState,
  }))

  useEffect(() => {
    const saver = createSaver(key, fields, now().doc, {
      values: () => now().values(),
      put: (values) => now().put(values),
      prepare: (doc) => now().prepare(doc),
      rest: (doc) => now().rest(doc),
      settle: (isSettled) => now().settle(isSettled),
      show: (shown) => now().show(shown),
    })
    savers.set(name, saver)
    const retry = () => void saver.save(true)
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('online', retry)
      saver.stop()
      if (savers.get(name) === saver) savers.delete(name)
    }
  }, [fields, key, name])

  useEffect(() => savers.get(name)?.beginFrom(doc), [doc, name])

  // Even where the permission was lost under the editor's hands: the refusal says what happened, and that the text is kept.
  useEffect(() => {
    if (!modified) return
    const timer = setTimeout(() => void savers.get(name)?.save(true), AUTOSAVE_MS)
    return () => clearTimeout(timer)
  }, [written, modified, name])

  useEffect(() => {
    if (!modified) return
    const storeDraft = () => {
      const unsaved = savers.get(name)?.unsaved()
      if (unsaved) setKeeps(saveLocalDraft(account, key, unsaved))
      else forgetLocalDraft(account, key)
    }
    const timer = setInterval(storeDraft, KEEP_MS)
    window.addEventListener('pagehide', storeDraft)
    return () => {
      storeDraft()
      clearInterval(timer)
      window.removeEventListener('pagehide', storeDraft)
    }
  }, [account, key, modified, name])

  return { state, keeps, fields }
}
