// Reads the part of a long list that an address asks for: `?page=2` and so on; the first part has the bare address.

/**
 * A number from 2, 1 without the parameter; `bare` for `?page=1`, which redirects to the bare address; undefined for
 * any other text.
 */
export function pageNumber(query: URLSearchParams): number | 'bare' | undefined {
  const asked = query.getAll('page')
  const [value] = asked
  if (value === undefined) return 1
  if (asked.length === 1 && value === '1') return 'bare'
  return asked.length === 1 && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined
}

/** A query as it is appended to an address, without the number of a first part: that belongs to no address. */
export function withoutFirstPage(search: string): string {
  const query = new URLSearchParams(search)
  if (pageNumber(query) !== 'bare') return search
  query.delete('page')
  return query.size > 0 ? `?${query}` : ''
}

/** The address of a part of the list at `path`. */
export const pagedPath = (path: string, page: number): string =>
  page === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`
