// Holds a transaction of another process at a place of our choice: inside Postgres, by triggers that only tests install.
import pg from 'pg'

/** The processes that may be held: what their connections call themselves. */
export const HELD = 'held'

const LOCK = 190600
/** In place of a number: while it commits. */
export const AT_COMMIT = -1

/** Every table that a publish writes to, directly or by way of Payload. */
const TABLES = [
  'workflows',
  'workflow_events',
  'articles',
  '_articles_v',
  'faq_items',
  '_faq_items_v',
  'read_also_links',
  '_read_also_links_v',
  'faq_homes',
  'articles_rels',
  '_articles_v_rels',
]

const INSTALL = `
  create sequence held_writes;
  create table hold_at (write int);
  insert into hold_at values (0);
  create function hold() returns trigger language plpgsql as $$
  declare number int;
  begin
    if current_setting('application_name') = '${HELD}' then
      number := case when TG_NARGS = 1 then ${AT_COMMIT} else nextval('held_writes') end;
      if number = (select write from hold_at) then
        perform pg_advisory_xact_lock(${LOCK});
      end if;
    end if;
    return null;
  end $$;
  ${TABLES.map(
    (table) =>
      `create trigger hold after insert or update or delete on ${table} for each row execute function hold();`,
  ).join('\n')}
  create constraint trigger hold_commit after insert on workflow_events
    deferrable initially deferred for each row execute function hold('at commit');
`

export interface Pause {
  /** From now on the given write of a held process waits, counted from here; 0 for none. */
  at(write: number): Promise<void>
  /** How many writes there were since. */
  writes(): Promise<number>
  /** Waits until a process is held; its connection's number. */
  reached(): Promise<number>
  /** Lets it go on, if it can, and waits until it has gone on or away. */
  release(): Promise<void>
  close(): Promise<void>
}

export async function installPause(connectionString: string): Promise<Pause> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(INSTALL)
  const waiting = async () => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`,
    )
    return rows[0]?.pid
  }
  return {
    async at(write) {
      await client.query(`select pg_advisory_unlock_all(), setval('held_writes', 1, false)`)
      await client.query('update hold_at set write = $1', [write])
      await client.query(`select pg_advisory_lock(${LOCK})`)
    },
    async writes() {
      const { rows } = await client.query<{ n: string }>(
        `select case when is_called then last_value else 0 end as n from held_writes`,
      )
      return Number(rows[0]?.n)
    },
    async reached() {
      for (;;) {
        const pid = await waiting()
        if (pid) return pid
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async release() {
      await client.query('select pg_advisory_unlock_all()')
      for (;;) {
        const { rowCount } = await client.query(
          `select from pg_stat_activity where datname = current_database()
             and application_name = '${HELD}' and state <> 'idle'`,
        )
        if (!rowCount) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    close: () => client.end(),
  }
}
