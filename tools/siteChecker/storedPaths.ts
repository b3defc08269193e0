// Asks the database what may be listed, on another way than the sitemap's own.
import { askDatabase } from '@/database/askDatabase'
import { openDatabase } from '@/cli/database/openDatabase'

const LISTED = ['articles', 'pages'].map(
  (table) =>
    `select path from ${table} where _status = 'published' and deleted_at is null and index is not false`,
)

/** @throws when the settings name no database that can be opened */
export async function storedPaths(): Promise<string[]> {
  const database = await openDatabase()
  try {
    const rows = await askDatabase<{ path: string }>(`${LISTED.join(' union all ')} order by path`)
    return rows.map(({ path }) => path)
  } finally {
    await database.close()
  }
}
