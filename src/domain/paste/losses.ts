// Lists the losses and changes that a paste can cause, and counts each of them.

/** In the order in which they are named: first what no reader would get any more, then what only looks different. */
export const PASTE_LOSSES = [
  'picture',
  'pictureInAnswer',
  'block',
  'embedded',
  'control',
  'address',
  'table',
  'rule',
  'headingLevel',
  'heading',
  'quote',
  'checklist',
  'deepList',
  'listInQuote',
  'definitionList',
  'code',
  'underline',
  'strikethrough',
  'script',
  'colour',
  'alignment',
] as const

export type PasteLossCode = (typeof PASTE_LOSSES)[number]

export interface PasteLoss {
  code: PasteLossCode
  count: number
  /** Those of the things lost, as they were written, each once; `''` for one without. Empty for what has none. */
  addresses: readonly string[]
}

/** Notes a loss; the address only for what has one. */
export type NoteLoss = (code: PasteLossCode, address?: string) => void

export function collectLosses(): { note: NoteLoss; list: () => PasteLoss[] } {
  const found = new Map<PasteLossCode, { count: number; addresses: Set<string> }>()
  return {
    note: (code, address) => {
      const entry = found.get(code) ?? { count: 0, addresses: new Set<string>() }
      entry.count += 1
      if (address !== undefined) entry.addresses.add(address)
      found.set(code, entry)
    },
    list: () =>
      PASTE_LOSSES.flatMap((code) => {
        const entry = found.get(code)
        return entry ? [{ code, count: entry.count, addresses: [...entry.addresses] }] : []
      }),
  }
}
