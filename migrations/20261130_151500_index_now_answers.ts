// Engines are told of every address that the sitemap lists and of no other: of answers that changed on the pages that show
// them, of questions on pages of their own, of written pages; not of what is closed to engines.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

const LISTED = `"_status" = 'published' AND "deleted_at" IS NULL`
const isListed = (row: 'OLD' | 'NEW', and = '') =>
  `${row}."_status" = 'published' AND ${row}."deleted_at" IS NULL${and}`

/** Sorted, so that two transactions that queue the same addresses do not wait for one another. */
const QUEUE = `
  CREATE FUNCTION "tell_index_now"("changed" text[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO "index_now_queue" ("path")
      SELECT DISTINCT "path" FROM unnest("changed") AS "path"
        WHERE "path" IS NOT NULL
          AND EXISTS (SELECT FROM "site_settings" WHERE coalesce("index_now_endpoint", '') <> '')
        ORDER BY "path"
      ON CONFLICT ("path") DO UPDATE SET "due_at" = now(), "tries" = 0, "failure" = NULL;
  $$;`

/** @param date the column that changes with what readers see */
const documents = (table: 'articles' | 'pages', date: string, name: string) => `
  CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    "was" text := CASE WHEN TG_OP <> 'INSERT' AND ${isListed('OLD', ' AND OLD."index" IS NOT FALSE')} THEN OLD."path" END;
    "is_now" text := CASE WHEN TG_OP <> 'DELETE' AND ${isListed('NEW', ' AND NEW."index" IS NOT FALSE')} THEN NEW."path" END;
  BEGIN
    IF "was" IS DISTINCT FROM "is_now" OR (
      "is_now" IS NOT NULL AND OLD."${date}" IS DISTINCT FROM NEW."${date}") THEN
      PERFORM "tell_index_now"(ARRAY["was", "is_now"]);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER "${table}_queue_index_now"
    AFTER INSERT OR UPDATE OF "path", "index", "_status", "deleted_at", "${date}" OR DELETE ON "${table}"
    FOR EACH ROW EXECUTE FUNCTION "${name}"();`

/** At the end of the transaction, when it is known which article shows the answer, and which carries it. */
const ANSWERS = `
  CREATE FUNCTION "question_page"("wanted" integer, "anchor" text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT '/questions/' || "anchor" WHERE NOT EXISTS (
      SELECT FROM "faq_homes" AS "home" JOIN "articles" ON "articles"."id" = "home"."article_id"
        WHERE "home"."item_id" = "wanted" AND ${LISTED});
  $$;

  CREATE FUNCTION "queue_index_now_answer"() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    "was" boolean := TG_OP <> 'INSERT' AND coalesce(${isListed('OLD')}, false);
    "is_now" boolean := TG_OP <> 'DELETE' AND coalesce(${isListed('NEW')}, false);
    "item" integer := CASE WHEN TG_OP = 'DELETE' THEN OLD."id" ELSE NEW."id" END;
  BEGIN
    IF "was" = "is_now" AND (NOT "is_now" OR (OLD."modified_at", OLD."anchor")
      IS NOT DISTINCT FROM (NEW."modified_at", NEW."anchor")) THEN
      RETURN NULL;
    END IF;
    PERFORM "tell_index_now"(
      ARRAY(SELECT "articles"."path" FROM "articles_rels" AS "shown"
        JOIN "articles" ON "articles"."id" = "shown"."parent_id"
        WHERE "shown"."faq_items_id" = "item" AND "shown"."path" = 'faqItems'
          AND ${LISTED} AND "index" IS NOT FALSE)
      || CASE WHEN "was" THEN "question_page"("item", OLD."anchor") END
      || CASE WHEN "is_now" THEN "question_page"("item", NEW."anchor") END);
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER "faq_items_queue_index_now"
    AFTER INSERT OR UPDATE OF "anchor", "_status", "deleted_at", "modified_at" OR DELETE ON "faq_items"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "queue_index_now_answer"();

  CREATE FUNCTION "queue_index_now_home"() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    "item" integer := CASE WHEN TG_OP = 'DELETE' THEN OLD."item_id" ELSE NEW."item_id" END;
  BEGIN
    -- One that is published just now had no page of its own before.
    PERFORM "tell_index_now"(ARRAY(SELECT '/questions/' || "anchor" FROM "faq_items"
      WHERE "id" = "item" AND ${LISTED} AND "published_at" < now()));
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER "faq_homes_queue_index_now"
    AFTER INSERT OR UPDATE OF "article_id" OR DELETE ON "faq_homes"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "queue_index_now_home"();`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
      DROP TRIGGER "articles_queue_index_now" ON "articles";
      ${QUEUE}
      ${documents('articles', 'modified_at', 'queue_index_now')}
      ${documents('pages', 'updated_at', 'queue_index_now_page')}
      ${ANSWERS}`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER "faq_homes_queue_index_now" ON "faq_homes";
    DROP TRIGGER "faq_items_queue_index_now" ON "faq_items";
    DROP TRIGGER "pages_queue_index_now" ON "pages";
    DROP FUNCTION "queue_index_now_home"();
    DROP FUNCTION "queue_index_now_answer"();
    DROP FUNCTION "question_page"(integer, text);
    DROP FUNCTION "queue_index_now_page"();
    DROP TRIGGER "articles_queue_index_now" ON "articles";
    DROP FUNCTION "tell_index_now"(text[]);
    CREATE OR REPLACE FUNCTION "queue_index_now"() RETURNS trigger LANGUAGE plpgsql AS $$
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
