// Closes the idle connections of a pool: after one of them was found dead, the others may be too.
import type { Pool } from 'pg'

/**
 * Closes them, so that the next query gets a new one. A connection that a network has swallowed looks like any other
 * until a query waits for an answer on it.
 */
export async function dropIdle(pool: Pool): Promise<void> {
  const idle = Array.from({ length: pool.idleCount }, () => pool.connect())
  for (const taken of await Promise.allSettled(idle))
    if (taken.status === 'fulfilled') taken.value.release(true)
}
