// Reads the one clock of publications and schedules: the database's, which is the same for every process on every machine.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { Instant } from '@/domain/time/instant'
import { execute } from './sql'

export async function readClock(req: PayloadRequest): Promise<Instant> {
  const [row] = await execute<{ now: Instant }>(
    req,
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  if (!row) throw new Error('The database did not say what time it is.')
  return row.now
}

/** What an event writes is dated with the moment of the event. */
export const setEventTime = (req: PayloadRequest, now: Instant): void => {
  req.context.eventTime = now
}

/** The moment of the event that writes, else what the clock says. */
export const eventTime = async (req: PayloadRequest): Promise<Instant> =>
  req.context.eventTime ?? readClock(req)
