// Removes files that no image names: of an upload or a change whose process was killed between the file and its row.
import type { MediaStore } from '@/storage/mediaStore'
import { isMadeHere } from './files'

/** Much longer than any upload takes, and time enough to find out that a database and its files do not belong together. */
const LEAST_AGE_MS = 24 * 60 * 60 * 1000

/** Names of one question. */
const BATCH = 500

/** More than killed uploads leave behind while there are hardly any images. */
const FEW = 100

/**
 * Removes what is older than a day.
 * @param namedAmong those of these names that images have
 * @returns the names that are gone
 * @throws when most of the files have no image: then they are another site's, or the database is
 */
export async function sweep(
  store: MediaStore,
  namedAmong: (names: string[]) => Promise<string[]>,
  now = Date.now(),
): Promise<string[]> {
  const old = new Map<string, boolean>()
  for await (const { name, changedAt } of store.list())
    if (isMadeHere(name)) old.set(name, now - changedAt.getTime() > LEAST_AGE_MS)
  const names = [...old.keys()]
  const named = new Set<string>()
  for (let from = 0; from < names.length; from += BATCH)
    for (const name of await namedAmong(names.slice(from, from + BATCH))) named.add(name)
  const orphans = names.filter((name) => old.get(name) && !named.has(name))
  if (orphans.length > Math.max(FEW, named.size))
    throw new Error(
      `${orphans.length} files of images have no image, and only ${named.size} have one: this database and these files do not belong together. Nothing was removed.`,
    )
  for (const name of orphans) await store.remove(name)
  return orphans
}
