// Reads and fills Payload's form for the saver, by Payload's documented hooks.
'use client'
import {
  useDocumentDrawerContext,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useServerFunctions,
} from '@payloadcms/ui'
import type { FormState } from 'payload'
import type { EditableField } from '@/cms/records/editableFields'
import { pick } from '@/domain/workflow/reconcile'
import type { DocumentKey } from '../ui/contract'
import type { Doc } from './contract'
import type { FormAdapter } from './saving'

type FieldsAdapter = Omit<FormAdapter, 'settle' | 'show'>

const within = (names: readonly string[], path: string): boolean =>
  names.some((name) => path === name || path.startsWith(`${name}.`))

export function useFormAdapter(key: DocumentKey, fields: readonly EditableField[]): FieldsAdapter {
  const info = useDocumentInfo()
  const { dispatchFields, getData, getFields } = useForm()
  const { getFormState } = useServerFunctions()
  const { reportUpdate } = useDocumentEvents()
  const { drawerSlug, onSave } = useDocumentDrawerContext()
  const names = fields.map(({ name }) => name)

  const enter = (entries: FormState) =>
    dispatchFields({
      type: 'UPDATE_MANY',
      formState: Object.fromEntries(
        Object.entries(entries).map(([path, entry]) => [
          path,
          {
            ...entry,
            valid: entry.valid !== false,
            passesCondition: entry.passesCondition !== false,
          },
        ]),
      ),
    })

  const put: FormAdapter['put'] = (values) => {
    const current = getFields()
    const entries = Object.entries(values).map(([name, value]) => [
      name,
      { ...current[name], value, initialValue: value },
    ])
    enter(Object.fromEntries(entries))
  }

  return {
    values() {
      const data = getData() as Record<string, unknown>
      // An empty list has its length, 0, for its value.
      const lists = fields.filter(
        ({ name, type }) => type === 'array' && !Array.isArray(data[name]),
      )
      return { ...pick(data, names), ...Object.fromEntries(lists.map(({ name }) => [name, []])) }
    },
    put,
    async prepare(doc) {
      const { collectionSlug = '', docPermissions, getDocPreferences, id } = info
      const answer = await getFormState({
        id,
        collectionSlug,
        data: doc,
        operation: 'update',
        docPermissions: docPermissions ?? undefined,
        docPreferences: await getDocPreferences(),
        renderAllFields: true,
        schemaPath: collectionSlug,
        skipValidation: true,
      } as Parameters<typeof getFormState>[0])
      const state = 'state' in answer ? answer.state : undefined
      if (!state) throw new Error('The form could not be prepared.')
      return (wanted) => {
        for (const path of Object.keys(getFields()))
          if (within(wanted, path) && !(path in state)) dispatchFields({ type: 'REMOVE', path })
        enter(Object.fromEntries(Object.entries(state).filter(([path]) => within(wanted, path))))
      }
    },
    rest(doc: Doc) {
      const updatedAt = doc.updatedAt ?? new Date().toISOString()
      const saved = { ...doc, id: key.id }
      // What is only shown, such as the permanent address of an answer, is as hooks made it.
      const shown = Object.keys(getFields()).filter(
        (path) => !names.includes(path) && path in doc && typeof (doc[path] ?? '') !== 'object',
      )
      put(pick(doc, shown))
      info.setData(doc)
      info.setLastUpdateTime(new Date(updatedAt).getTime())
      reportUpdate({
        id: key.id,
        doc: saved,
        drawerSlug,
        entitySlug: key.kind,
        operation: 'update',
        updatedAt,
      })
      // Where it was opened from another document, that one shows what it is called now.
      void onSave?.({ doc: saved, operation: 'update', result: saved })
    },
  }
}
