// Search: of titles that only look alike at most a thousand are compared, as of texts that have the words. A question
// of words that every other title begins with ("What does") compared a hundred thousand.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

type Args = MigrateUpArgs | MigrateDownArgs

const ALL = `"search_documents" AS "d"
          WHERE "wanted" <% "d"."title"`
const SOME = `(
            SELECT * FROM "search_documents" AS "s" WHERE "wanted" <% "s"."title" LIMIT 1000
          ) AS "d"
          WHERE "wanted" <% "d"."title"`

/** @throws when the function does not have this text, so that a change of it is never lost */
const replaceInSearch = (db: Args['db'], from: string, to: string) =>
  db.execute(
    sql.raw(`
      DO $replacing$
      DECLARE
        "was" text := pg_get_functiondef('search_site(text,integer,integer)'::regprocedure);
      BEGIN
        IF strpos("was", $text$${from}$text$) = 0 THEN RAISE EXCEPTION 'search_site has another text.'; END IF;
        EXECUTE replace("was", $text$${from}$text$, $text$${to}$text$);
      END $replacing$`),
  )

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await replaceInSearch(db, ALL, SOME)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await replaceInSearch(db, SOME, ALL)
}
