// Chooses the home of an FAQ item: the one live article that carries its markup, so that it is marked up once on the site.

/**
 * The home does not change while that article is live and shows the item; otherwise the earliest published candidate
 * takes over.
 * @param current id of the present home, if any
 * @param candidates ids of the live articles that show the item, earliest published first
 */
export function chooseHome(current: number | null, candidates: readonly number[]): number | null {
  if (current !== null && candidates.includes(current)) return current
  return candidates[0] ?? null
}
