// Saves one open document: as it is written, again and again until it is stored, and never over what it has not seen.
//
// Payload's own autosave does not report that it failed: `submit` of its form gives undefined, and shows a message that goes
// away. So the panel's saves go through here, by the documented hooks (useForm, useDocumentInfo; see useFormAdapter.ts), and the
// interval of Payload's loop is set so long that it never begins (plugins/safeSaving.ts). It sends only the fields that were
// changed here, which is why two people on different fields do not meet at all.
import type { EditableField } from '@/cms/records/editableFields'
import { changedFields, mergeBoth, meet, pick, type Values } from '@/domain/workflow/reconcile'
import type { DocumentKey } from '../ui/contract'
import { readWorking, sendSave, type Doc, type Newer, type Outcome } from './contract'
import { valueText } from './localDraft'
import type { Choice, Conflict, FormAdapter, Saver, SaveState } from './saving'

const FIRST_RETRY_MS = 2000
const LAST_RETRY_MS = 30_000
const SLOW_MS = 4000

/** Values of these are more than one entry of the form. */
const COMPOUND = ['array', 'blocks', 'group', 'richText']

const CHOOSE: Record<Choice, (theirs: unknown, mine: unknown) => unknown> = {
  mine: (_theirs, mine) => mine,
  theirs: (theirs) => theirs,
  both: mergeBoth,
}

export function createSaver(
  key: DocumentKey,
  fields: readonly EditableField[],
  first: Doc,
  form: FormAdapter,
): Saver {
  const names = fields.map(({ name }) => name)
  const isCompound = (name: string) =>
    COMPOUND.includes(fields.find((field) => field.name === name)?.type ?? '')
  let base = first
  let rested = first
  let unsure: Values = {}
  let conflict: Conflict | null = null
  let calm: SaveState = { is: 'idle' }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<unknown> = Promise.resolve()

  const changes = (): Values => {
    const values = form.values()
    return pick(values, changedFields(names, base, values))
  }

  const beginFrom = (doc: Doc, kept: Values = {}): void => {
    if (doc !== rested) form.rest(doc)
    rested = doc
    base = { ...doc, ...kept }
  }

  /** What hooks made of the fields, such as a path from the title, goes into the form where the editor wrote nothing meanwhile. */
  function stored(doc: Doc, sentFrom: Values): void {
    const now = form.values()
    const untouched = names.filter((name) => changedFields([name], sentFrom, now).length === 0)
    const made = changedFields(untouched, now, doc)
    form.put(
      pick(
        doc,
        made.filter((name) => !isCompound(name)),
      ),
    )
    beginFrom(doc, pick(now, made.filter(isCompound)))
    if (untouched.length === names.length) form.settle(true)
  }

  /** @param values the form's, or what it will show as soon as it is drawn again */
  async function attempt(
    autosave: boolean,
    beside: Newer | null = null,
    values = form.values(),
  ): Promise<boolean> {
    const data = pick(values, changedFields(names, base, values))
    if (Object.keys(data).length === 0) {
      form.settle(true)
      form.show(calm)
      return true
    }
    form.show({ is: 'saving' })
    const clock = setTimeout(() => form.show({ is: 'slow' }), SLOW_MS)
    const sent = { ...data, workflowVersion: base.workflowVersion }
    const outcome = await sendSave(key, sent, autosave)
    clearTimeout(clock)
    if (outcome.is === 'stale') return meetNewer(outcome, autosave)
    if (outcome.is === 'failed') return fail(data, outcome.signedOut)
    failures = 0
    if (outcome.is === 'refused') {
      form.show(outcome)
      return false
    }
    unsure = {}
    stored(outcome.doc, values)
    calm = { is: 'saved', beside }
    form.show(calm)
    return true
  }

  /** It may have arrived all the same: then what is stored is this very text, and no conflict. */
  function fail(data: Values, signedOut: boolean): boolean {
    unsure = { ...unsure, ...data }
    const wait = Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS)
    clearTimeout(timer)
    timer = setTimeout(() => void save(true), wait)
    form.show({ is: 'failed', signedOut })
    return false
  }

  /** Changes to different fields are put together without a question; for the same field the editor has to choose. */
  async function meetNewer(
    { differs, newer }: Outcome & { is: 'stale' },
    autosave: boolean,
  ): Promise<boolean> {
    const fresh = await readWorking(key)
    const put = fresh && (await form.prepare(fresh).catch(() => null))
    if (!fresh || !put) return fail({}, false)
    const mine = form.values()
    const meeting = meet(names, { base, mine, theirs: fresh, unsure })
    const { contested } = meeting
    if (contested.length === 0) {
      put(meeting.theirs)
      beginFrom(fresh)
      const beside = meeting.theirs.length > 0 ? newer : null
      return attempt(autosave, beside, { ...mine, ...pick(fresh, meeting.theirs) })
    }
    // The refusal does not know of what was written after the save was sent.
    const told = (field: string) =>
      differs.find((difference) => difference.field === field) ?? {
        field,
        label: field,
        yours: valueText(mine[field]),
        theirs: valueText(fresh[field]),
      }
    conflict = { newer, fresh, differs: contested.map(told) }
    form.show({ is: 'stale', conflict, asked: !autosave })
    return false
  }

  /** One save at a time: a later one finds what the earlier one has stored. */
  function after<Result>(doing: () => Promise<Result>): Promise<Result> {
    const done = running.then(doing)
    running = done.catch(() => undefined)
    return done
  }

  function save(autosave: boolean): Promise<boolean> {
    clearTimeout(timer)
    return after(async () => {
      // Saving by itself waits for the choice; an editor who saves gets both texts as they are now.
      if (conflict && autosave) return false
      conflict = null
      return attempt(autosave)
    })
  }

  const resolve: Saver['resolve'] = (choices) =>
    after(async () => {
      if (!conflict) return true
      const { differs, fresh } = conflict
      const mine = changes()
      const chosen = differs.map(({ field }) => [
        field,
        CHOOSE[choices[field] ?? 'mine'](fresh[field], mine[field]),
      ])
      const wanted: Doc = { ...fresh, ...mine, ...Object.fromEntries(chosen) }
      const put = await form.prepare(wanted).catch(() => null)
      if (!put) return false
      put(changedFields(names, form.values(), wanted))
      conflict = null
      beginFrom(fresh)
      await attempt(false, null, pick(wanted, names))
      return true
    })

  const bringBack: Saver['bringBack'] = (kept) =>
    after(async () => {
      const fields = pick(
        kept.fields,
        names.filter((name) => name in kept.fields),
      )
      const put = await form.prepare({ ...base, ...fields }).catch(() => null)
      if (!put) return false
      put(Object.keys(fields))
      form.settle(false)
      base = { ...base, ...kept.before, workflowVersion: kept.version }
      await attempt(false, null, { ...form.values(), ...fields })
      return true
    })

  return {
    save,
    resolve,
    bringBack,
    beginFrom: (doc) => {
      if (doc === rested) return
      rested = doc
      base = doc
    },
    unsaved() {
      const fields = changes()
      const [at, version] = [new Date().toISOString(), base.workflowVersion ?? null]
      const written = Object.keys(fields)
      return written.length > 0 ? { at, version, fields, before: pick(base, written) } : null
    },
    stop: () => clearTimeout(timer),
  }
}
