// Makes many rows at once, each like a row that the site itself has made: a column that is not given has that row's value.
import type pg from 'pg'

export type Row = Record<string, unknown>

/** Adds a row that is like a certain one, with other values in some columns; tells its id. */
export type Add = (row: Row) => number

/** Rows for several tables, stored together. */
export class Rows {
  readonly #client: pg.Client
  readonly #made = new Map<string, Row[]>()
  readonly #lastIds = new Map<string, number>()

  constructor(client: pg.Client) {
    this.#client = client
  }

  /**
   * Tables are stored in the order in which they are first named here.
   * @param where finds the row that others will be like. @throws when it finds none
   */
  async like(table: string, where: string): Promise<Add> {
    const { rows } = await this.#client.query<{ row: Row; last: number }>(
      `select to_jsonb(t) as row, (select max(id) from ${table})::int as last
       from ${table} t where ${where} order by id limit 1`,
    )
    const [found] = rows
    if (!found) throw new Error(`There is no row in ${table} where ${where}.`)
    if (!this.#lastIds.has(table)) this.#lastIds.set(table, found.last)
    return (row) => {
      const id = (this.#lastIds.get(table) ?? 0) + 1
      this.#lastIds.set(table, id)
      const made = this.#made.get(table) ?? []
      this.#made.set(table, made)
      made.push({ ...found.row, id, ...row })
      return id
    }
  }

  /** Stores what was added, in one transaction. Every constraint and trigger of the site sees it. */
  async store(): Promise<void> {
    await this.#client.query('begin')
    for (const table of this.#lastIds.keys()) {
      const made = this.#made.get(table) ?? []
      this.#made.delete(table)
      if (made.length === 0) continue
      await this.#client.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(made)],
      )
    }
    await this.#client.query('commit')
  }

  /** The site itself goes on numbering after them. */
  async settle(): Promise<void> {
    for (const [table, last] of this.#lastIds)
      await this.#client.query(`select setval(pg_get_serial_sequence($1, 'id'), $2)`, [table, last])
  }
}
