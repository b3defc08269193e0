// Questions that are nearly the same are found with the likeness that is asked for, whoever asks, in a transaction or not.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  // The index is read as far as the setting says; its default would be a tenth of all questions.
  await db.execute(sql`
    CREATE FUNCTION "questions_alike"("asked" text, "own" integer, "least" double precision)
    RETURNS TABLE ("id" integer, "question" text) LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('pg_trgm.similarity_threshold', "least"::text, true);
      RETURN QUERY
        SELECT "f"."id", "f"."question"::text FROM "faq_items" AS "f"
        WHERE "f"."question" % "asked" AND "f"."id" <> "own" AND "f"."deleted_at" IS NULL
        ORDER BY similarity("f"."question", "asked") DESC, "f"."id" LIMIT 3;
    END $$;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP FUNCTION "questions_alike";`)
}
