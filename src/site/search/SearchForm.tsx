// Renders the search form: plain, and sent as an address that can be bookmarked.
import type { ReactNode } from 'react'
import { LIMITS } from '@/domain/access/limits'
import { searchPath } from '@/domain/addresses/paths'

export const SearchForm = ({ words = '' }: { words?: string }): ReactNode => (
  <form className="search" action={searchPath} method="get" role="search">
    <label htmlFor="q">What are you looking for?</label>
    <div>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={words}
        maxLength={LIMITS.search}
        required
      />
      <button type="submit">Search</button>
    </div>
  </form>
)
