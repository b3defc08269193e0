// Does what must happen outside the database once a transaction has ended: removes a file, for instance.
import type { PayloadRequest } from 'payload'

/** Neither is called when it is unknown how the transaction ended. */
export interface AfterTransaction {
  committed?: () => Promise<void>
  undone?: () => Promise<void>
}

const endings = new Map<string, AfterTransaction[]>()

/** Without a transaction the work is done already. */
export async function afterTransaction(
  { transactionID }: Pick<PayloadRequest, 'transactionID'>,
  ending: AfterTransaction,
): Promise<void> {
  const id = await transactionID
  if (id === undefined) await ending.committed?.()
  else endings.set(String(id), [...(endings.get(String(id)) ?? []), ending])
}

/** The transaction has ended so; failures are logged, since nothing can be undone any more. */
export async function runAfterTransaction(
  id: string | number,
  how: keyof AfterTransaction | 'unknown',
  log: (error: unknown) => void,
): Promise<void> {
  const due = endings.get(String(id)) ?? []
  endings.delete(String(id))
  if (how === 'unknown') return
  await Promise.all(due.map((ending) => ending[how]?.().catch(log)))
}
