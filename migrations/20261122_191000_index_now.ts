// Which addresses engines are still to be told of: noted with the change itself, whichever door made it.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE "index_now_queue" (
      "path" text PRIMARY KEY,
      "due_at" timestamptz NOT NULL DEFAULT now(),
      "tries" integer NOT NULL DEFAULT 0,
      "failure" text
    );
    CREATE INDEX "index_now_queue_due" ON "index_now_queue" ("due_at");

    CREATE FUNCTION "queue_index_now"() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      "was" text := CASE WHEN TG_OP <> 'INSERT' AND OLD."_status" = 'published' AND OLD."deleted_at" IS NULL THEN OLD."path" END;
      "is_now" text := CASE WHEN TG_OP <> 'DELETE' AND NEW."_status" = 'published' AND NEW."deleted_at" IS NULL THEN NEW."path" END;
    BEGIN
      IF "was" IS NOT DISTINCT FROM "is_now" AND (
        "is_now" IS NULL OR OLD."modified_at" IS NOT DISTINCT FROM NEW."modified_at") THEN
        RETURN NULL;
      END IF;
      INSERT INTO "index_now_queue" ("path")
        SELECT DISTINCT "path" FROM unnest(ARRAY["was", "is_now"]) AS "path"
          WHERE "path" IS NOT NULL
            AND EXISTS (SELECT FROM "site_settings" WHERE coalesce("index_now_endpoint", '') <> '')
        ON CONFLICT ("path") DO UPDATE SET "due_at" = now(), "tries" = 0, "failure" = NULL;
      RETURN NULL;
    END $$;
    CREATE TRIGGER "articles_queue_index_now"
      AFTER INSERT OR UPDATE OF "path", "_status", "deleted_at", "modified_at" OR DELETE ON "articles"
      FOR EACH ROW EXECUTE FUNCTION "queue_index_now"();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER "articles_queue_index_now" ON "articles";
    DROP FUNCTION "queue_index_now"();
    DROP TABLE "index_now_queue";
  `)
}
