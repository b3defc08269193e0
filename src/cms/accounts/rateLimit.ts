// Counts attempts in Postgres and limits them, so that several instances count as one.
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { sign } from '@/signature'

export interface Limit {
  /** Distinct for each limit; part of the stored key. */
  name: string
  /** So many attempts… */
  attempts: number
  /** …in so many seconds, from the first one on. */
  seconds: number
}

/** Made by a migration; see migrations/20261122_190500_doors.ts. */
const TABLE = 'rate_limits'

const counters = new WeakMap<object, Map<string, RateLimiterPostgres>>()

function counterOf(pool: object, { attempts, name, seconds }: Limit): RateLimiterPostgres {
  const known = counters.get(pool) ?? new Map<string, RateLimiterPostgres>()
  counters.set(pool, known)
  const counter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: TABLE,
      tableCreated: true,
      keyPrefix: name,
      points: attempts,
      duration: seconds,
    })
  known.set(name, counter)
  return counter
}

/** Neither names nor addresses are stored, only what they sign to. */
const signKey = (parts: readonly string[]): string => sign(parts.join('\n'))

/**
 * Counts one attempt.
 *
 * @param pool the connections to the database
 * @param parts what is counted: an address, an account at an address
 * @returns how many seconds to wait; 0 when the attempt may go on
 */
export async function attempt(pool: object, limit: Limit, ...parts: string[]): Promise<number> {
  try {
    await counterOf(pool, limit).consume(signKey(parts))
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Takes the attempts back, after one that was right. */
export async function forgive(pool: object, limit: Limit, ...parts: string[]): Promise<void> {
  await counterOf(pool, limit).delete(signKey(parts))
}
