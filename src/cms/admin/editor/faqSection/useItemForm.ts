// Holds the words of one FAQ item while they are written within an article's form, and saves them as the item's own draft.
'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { EditableField } from '@/cms/records/editableFields'
import { pick, type Values } from '@/domain/workflow/reconcile'
import type { Doc } from '../../conflicts/contract'
import { useTiedSaver, type Saving } from '../../conflicts/useSaver'
import type { DocumentKey } from '../../ui/contract'
import type { ShownFaqItem } from './contract'

/** What is written in place; the rest of an item has its own form. */
const FIELDS: readonly EditableField[] = [
  { name: 'question', type: 'text' },
  { name: 'answer', type: 'richText' },
]
const NAMES = FIELDS.map(({ name }) => name)

interface ItemForm {
  documentKey: DocumentKey
  modified: boolean
  saving: Saving
  values: Values
  write: (name: string, value: unknown) => void
}

/** @param onSaved is given the item as it is stored */
export function useItemForm(item: ShownFaqItem['item'], onSaved: (doc: Doc) => void): ItemForm {
  const { id } = item
  const documentKey = useMemo((): DocumentKey => ({ kind: 'faq-items', id }), [id])
  const [doc, setDoc] = useState(item as unknown as Doc)
  const [values, setValues] = useState(() => pick(doc, NAMES))
  const [modified, setModified] = useState(false)
  /** What the saver reads, before React has drawn it. */
  const latest = useRef(values)

  const put = useCallback((written: Values) => {
    latest.current = { ...latest.current, ...written }
    setValues(latest.current)
  }, [])
  const write = useCallback(
    (name: string, value: unknown) => {
      put({ [name]: value })
      setModified(true)
    },
    [put],
  )
  const adapter = {
    values: () => latest.current,
    put,
    prepare: async (stored: Doc) => (names: readonly string[]) => put(pick(stored, names)),
    rest: (stored: Doc) => {
      setDoc(stored)
      onSaved(stored)
    },
  }
  const saving = useTiedSaver(documentKey, FIELDS, {
    adapter,
    doc,
    modified,
    setModified,
    written: values,
  })
  return { documentKey, modified, saving, values, write }
}
