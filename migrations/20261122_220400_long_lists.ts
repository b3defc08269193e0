// Lists that may be long are read from indexes alone, at their end too: the articles of a topic or an author, all questions,
// sitemaps.
//
// listed_questions has the live FAQ items in the order in which readers get them: by the category of the article that
// carries each, then by question. It is kept beside the rows themselves by triggers, so that no door forgets it.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE INDEX "articles_rels_of_topic" ON "articles_rels" ("topics_id", "parent_id") WHERE "path" = 'topics';
    CREATE INDEX "articles_rels_of_author" ON "articles_rels" ("authors_id", "parent_id") WHERE "path" = 'authors';

    -- What sitemaps say of an article: its address, and its date or that of an answer in it.
    CREATE INDEX "articles_mapped" ON "articles" ("id") INCLUDE ("path", "modified_at")
      WHERE "_status" = 'published' AND "deleted_at" IS NULL AND "index" IS NOT FALSE;
    CREATE INDEX "articles_rels_of_items" ON "articles_rels" ("parent_id", "faq_items_id") WHERE "path" = 'faqItems';
    CREATE INDEX "faq_items_dated" ON "faq_items" ("id") INCLUDE ("modified_at")
      WHERE "_status" = 'published' AND "deleted_at" IS NULL;

    CREATE TABLE "listed_questions" (
      "item_id" integer PRIMARY KEY REFERENCES "faq_items"("id") ON DELETE CASCADE,
      "category" varchar,
      "question" varchar NOT NULL
    );
    CREATE INDEX "listed_questions_order" ON "listed_questions" ("category" NULLS LAST, "question", "item_id");

    CREATE FUNCTION "list_questions"("items" integer[]) RETURNS void LANGUAGE sql AS $$
      DELETE FROM "listed_questions" WHERE "item_id" = ANY ("items") AND NOT EXISTS (
        SELECT FROM "faq_items" WHERE "id" = "item_id" AND "_status" = 'published' AND "deleted_at" IS NULL);
      INSERT INTO "listed_questions" AS "listed" ("item_id", "category", "question")
        SELECT "item"."id", "category"."name", "item"."question" FROM "faq_items" AS "item"
          LEFT JOIN "faq_homes" AS "home" ON "home"."item_id" = "item"."id"
          LEFT JOIN "articles" AS "article" ON "article"."id" = "home"."article_id"
            AND "article"."_status" = 'published' AND "article"."deleted_at" IS NULL
          LEFT JOIN "categories" AS "category" ON "category"."id" = "article"."category_id"
          WHERE "item"."id" = ANY ("items")
            AND "item"."_status" = 'published' AND "item"."deleted_at" IS NULL
        ON CONFLICT ("item_id") DO UPDATE SET "category" = excluded."category", "question" = excluded."question"
          WHERE ("listed"."category", "listed"."question")
            IS DISTINCT FROM (excluded."category", excluded."question");
    $$;

    CREATE FUNCTION "keep_listed_item"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM "list_questions"(ARRAY[NEW."id"]);
      RETURN NULL;
    END $$;
    CREATE TRIGGER "faq_items_keep_listed" AFTER INSERT OR UPDATE OF "question", "_status", "deleted_at" ON "faq_items"
      FOR EACH ROW EXECUTE FUNCTION "keep_listed_item"();

    CREATE FUNCTION "keep_listed_home"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM "list_questions"(array_remove(ARRAY[
        CASE WHEN TG_OP <> 'INSERT' THEN OLD."item_id" END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW."item_id" END], NULL));
      RETURN NULL;
    END $$;
    CREATE TRIGGER "faq_homes_keep_listed" AFTER INSERT OR UPDATE OR DELETE ON "faq_homes"
      FOR EACH ROW EXECUTE FUNCTION "keep_listed_home"();

    CREATE FUNCTION "keep_listed_article"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM "list_questions"(ARRAY(SELECT "item_id" FROM "faq_homes" WHERE "article_id" = NEW."id"));
      RETURN NULL;
    END $$;
    CREATE TRIGGER "articles_keep_listed" AFTER UPDATE OF "category_id", "_status", "deleted_at" ON "articles"
      FOR EACH ROW WHEN ((OLD."category_id", OLD."_status", OLD."deleted_at")
        IS DISTINCT FROM (NEW."category_id", NEW."_status", NEW."deleted_at"))
      EXECUTE FUNCTION "keep_listed_article"();

    CREATE FUNCTION "keep_listed_category"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM "list_questions"(ARRAY(SELECT "home"."item_id" FROM "faq_homes" AS "home"
        JOIN "articles" ON "articles"."id" = "home"."article_id" WHERE "articles"."category_id" = NEW."id"));
      RETURN NULL;
    END $$;
    CREATE TRIGGER "categories_keep_listed" AFTER UPDATE OF "name" ON "categories"
      FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION "keep_listed_category"();

    SELECT "list_questions"(ARRAY(SELECT "id" FROM "faq_items"));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER "categories_keep_listed" ON "categories";
    DROP TRIGGER "articles_keep_listed" ON "articles";
    DROP TRIGGER "faq_homes_keep_listed" ON "faq_homes";
    DROP TRIGGER "faq_items_keep_listed" ON "faq_items";
    DROP FUNCTION "keep_listed_category"();
    DROP FUNCTION "keep_listed_article"();
    DROP FUNCTION "keep_listed_home"();
    DROP FUNCTION "keep_listed_item"();
    DROP FUNCTION "list_questions"(integer[]);
    DROP TABLE "listed_questions";
    DROP INDEX "faq_items_dated";
    DROP INDEX "articles_rels_of_items";
    DROP INDEX "articles_mapped";
    DROP INDEX "articles_rels_of_author";
    DROP INDEX "articles_rels_of_topic";
  `)
}
