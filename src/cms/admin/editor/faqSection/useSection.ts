// Holds the items of one FAQ section: reads what their ids stand for, and changes the list, which the article's form saves.
'use client'
import { useDocumentInfo, useField } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  addedWords,
  copiedWords,
  FAQ_WORDS,
  movedWords,
  removedWords,
  restWords,
} from '@/cms/wording/faqSection'
import { referenceIds } from '@/domain/text/richTextWalk'
import type { Id } from '@/domain/workflow/subject'
import type { Doc } from '../../conflicts/contract'
import {
  createFromText,
  createItem,
  fetchItems,
  restoreItem,
  trashItem,
  type ShownFaqItem,
} from './contract'
import type { Part, RowActions } from './QuestionRow'

type Known = Readonly<Record<Id, ShownFaqItem>>

interface Open {
  id: Id
  part: Part
}

/** What was removed from the list, and where it stood. */
interface Removed {
  id: Id
  at: number
  trashed: boolean
}

export function useSection() {
  const { setValue, value } = useField<unknown>({ path: 'items' })
  const info = useDocumentInfo()
  const article = info.id === undefined ? null : Number(info.id)
  const ids = useMemo(() => [...new Set(referenceIds(value))], [value])
  const [known, setKnown] = useState<Known>({})
  const [missing, setMissing] = useState<readonly Id[]>([])
  const [open, setOpen] = useState<readonly Open[]>([])
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<Removed | null>(null)
  /** Made here since the form was opened. */
  const begun = useRef(new Set<Id>())

  const read = async (wanted: readonly Id[]) => {
    const items = await fetchItems(wanted, article)
    if (items === null) {
      setSaid(FAQ_WORDS.failed)
      return
    }
    setKnown((before) => ({
      ...before,
      ...Object.fromEntries(items.map((shown) => [shown.item.id, shown])),
    }))
    const found = items.map(({ item }) => item.id)
    setMissing((before) => [
      ...before.filter((id) => !found.includes(id)),
      ...wanted.filter((id) => !found.includes(id)),
    ])
  }
  const readNew = useEffectEvent(() => {
    const unknown = ids.filter((id) => !(id in known) && !missing.includes(id))
    if (unknown.length > 0) void read(unknown)
  })
  useEffect(() => {
    void Promise.resolve().then(() => readNew())
  }, [ids])

  const change = (next: readonly Id[], words = '') => {
    setValue([...next])
    setSaid(words)
    setRemoved(null)
  }
  const show = (id: Id, part: Part) => {
    setOpen((before) => [
      ...before.filter((one) => one.id !== id),
      ...(part === 'text' ? [] : [{ id, part }]),
    ])
    // What others see of it, its state among them, may be another since it was written.
    if (part === 'text') void read([id])
  }
  const questionOf = (id: Id): string => known[id]?.item.question ?? ''
  const place = (id: Id, at: number) => {
    const next = ids.filter((one) => one !== id)
    next.splice(at, 0, id)
    change(next, movedWords(questionOf(id), at + 1, next.length))
  }

  const isBegunOnly = (id: Id): boolean => {
    const shown = known[id]
    const isOwn = begun.current.has(id) && shown?.mayTrash && shown.usedIn.total === 0
    return Boolean(isOwn && !shown.state.live)
  }

  const actionsOf = (id: Id): RowActions => ({
    show: (part) => show(id, part),
    move: (by) => place(id, ids.indexOf(id) + by),
    saved: (doc: Doc) =>
      setKnown((before) => {
        const shown = before[id]
        return shown ? { ...before, [id]: { ...shown, item: { ...shown.item, ...doc } } } : before
      }),
    replace: (offer) => {
      setKnown((before) => ({ ...before, [offer.item.id]: offer }))
      setOpen((before) => before.filter((one) => one.id !== id))
      change(ids.map((one) => (one === id ? offer.item.id : one)))
    },
    copy: async () => {
      const { answer, question } = known[id]?.item ?? {}
      const made = await createItem({ question, answer })
      if (made.is === 'refused') return setSaid(made.message)
      const copy = made.answer.doc.id
      begun.current.add(copy)
      await read([copy])
      change(
        ids.map((one) => (one === id ? copy : one)),
        copiedWords(question ?? ''),
      )
    },
    remove: async () => {
      const at = ids.indexOf(id)
      setOpen((before) => before.filter((one) => one.id !== id))
      change(ids.filter((one) => one !== id))
      const trashed = isBegunOnly(id) && (await trashItem(id))
      const words = questionOf(id)
      setSaid(removedWords(words, trashed))
      setRemoved({ id, at, trashed })
    },
  })

  return {
    actionsOf,
    article,
    ids,
    known,
    missing,
    said,
    canPutBack: removed !== null,
    partOf: (id: Id): Part => open.find((one) => one.id === id)?.part ?? 'text',
    place,
    drop: (id: Id) => change(ids.filter((one) => one !== id)),
    putBack: async () => {
      if (!removed || (removed.trashed && !(await restoreItem(removed.id)))) return
      const next = [...ids]
      next.splice(removed.at, 0, removed.id)
      change(next)
    },
    use: (offer: ShownFaqItem) => {
      setKnown((before) => ({ ...before, [offer.item.id]: offer }))
      change([...ids, offer.item.id], addedWords(1))
    },
    add: async (question: string): Promise<string | null> => {
      const made = await createItem({ question })
      if (made.is === 'refused') return made.message
      const { id } = made.answer.doc
      begun.current.add(id)
      await read([id])
      show(id, 'editor')
      change([...ids, id])
      return null
    },
    paste: async (text: string): Promise<void> => {
      const made = await createFromText(text)
      if (made.is === 'refused') return setSaid(made.message)
      const fresh = made.answer.ids.filter((id) => !ids.includes(id))
      for (const id of fresh) begun.current.add(id)
      const { rest } = made.answer
      const done = made.answer.ids.length > 0 ? addedWords(fresh.length) : FAQ_WORDS.nothingPasted
      change([...ids, ...fresh], [done, ...(rest.length > 0 ? [restWords(rest)] : [])].join(' '))
    },
  }
}
