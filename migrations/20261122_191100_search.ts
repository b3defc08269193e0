// Search: what readers may find, kept beside the rows themselves by triggers, so that no door forgets it.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE EXTENSION IF NOT EXISTS "pg_trgm";

    -- How words of the site's language are reduced to their stems; unknown languages keep their words.
    CREATE FUNCTION "search_config"() RETURNS regconfig LANGUAGE sql STABLE AS $$
      SELECT coalesce((
        SELECT "cfgname" FROM "pg_ts_config"
        WHERE "cfgname" = '{"ar":"arabic","ca":"catalan","da":"danish","de":"german","el":"greek","en":"english",
          "es":"spanish","eu":"basque","fi":"finnish","fr":"french","ga":"irish","hi":"hindi","hu":"hungarian",
          "hy":"armenian","id":"indonesian","it":"italian","lt":"lithuanian","nb":"norwegian","ne":"nepali",
          "nl":"dutch","nn":"norwegian","no":"norwegian","pt":"portuguese","ro":"romanian","ru":"russian",
          "sr":"serbian","sv":"swedish","ta":"tamil","tr":"turkish","yi":"yiddish"}'::jsonb
          ->> split_part(lower(coalesce((SELECT "language" FROM "site_settings" LIMIT 1), 'en')), '-', 1)
      ), 'simple')::regconfig
    $$;

    -- The words of a rich text, or of its nodes of one type: a block's pieces joined as they are, blocks apart.
    CREATE FUNCTION "rich_text_words"("body" jsonb, "types" text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT coalesce(string_agg((
        SELECT string_agg("piece" #>> '{}', '' ORDER BY "n")
          FROM jsonb_path_query("block", 'strict $.children[*].** ? (@.type == "text").text', '{}', true)
            WITH ORDINALITY AS "pieces"("piece", "n")
      ), E'\n' ORDER BY "place"), '')
      FROM jsonb_path_query("body", 'strict $.** ? (@.type == "paragraph" || @.type == "heading" || @.type == "quote" || @.type == "listitem")', '{}', true)
        WITH ORDINALITY AS "blocks"("block", "place")
      WHERE "block" ->> 'type' = ANY ("types")
    $$;

    CREATE TABLE "search_documents" (
      "kind" text NOT NULL,
      "document" integer NOT NULL,
      "title" text NOT NULL,
      "text" text NOT NULL,
      "words" tsvector NOT NULL,
      PRIMARY KEY ("kind", "document")
    );
    CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words");
    CREATE INDEX "search_documents_title" ON "search_documents" USING gin ("title" gin_trgm_ops);

    CREATE FUNCTION "keep_search_document"() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      "row" jsonb := to_jsonb(NEW);
      "title" text := coalesce("row" ->> 'title', "row" ->> 'question', '');
      "body" jsonb := coalesce("row" -> 'body', "row" -> 'answer');
      "text" text;
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        DELETE FROM "search_documents" WHERE "kind" = TG_ARGV[0] AND "document" = OLD."id";
      END IF;
      IF "row" ->> '_status' = 'published' AND "row" ->> 'deleted_at' IS NULL THEN
        "text" := concat_ws(E'\n', "row" ->> 'summary',
          "rich_text_words"("body", '{paragraph,heading,quote,listitem}'));
        INSERT INTO "search_documents" ("kind", "document", "title", "text", "words") VALUES (
          TG_ARGV[0], NEW."id", "title", "text",
          setweight(to_tsvector("search_config"(), "title"), 'A')
            || setweight(to_tsvector("search_config"(), "rich_text_words"("body", '{heading}')), 'B')
            || setweight(to_tsvector("search_config"(), "text"), 'C'));
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER "articles_keep_search_document"
      AFTER INSERT OR UPDATE OF "title", "summary", "body", "_status", "deleted_at" OR DELETE ON "articles"
      FOR EACH ROW EXECUTE FUNCTION "keep_search_document"('articles');
    CREATE TRIGGER "faq_items_keep_search_document"
      AFTER INSERT OR UPDATE OF "question", "answer", "_status", "deleted_at" OR DELETE ON "faq_items"
      FOR EACH ROW EXECUTE FUNCTION "keep_search_document"('faq-items');
    CREATE TRIGGER "pages_keep_search_document"
      AFTER INSERT OR UPDATE OF "title", "summary", "body", "_status", "deleted_at" OR DELETE ON "pages"
      FOR EACH ROW EXECUTE FUNCTION "keep_search_document"('pages');

    -- Finds questions that are nearly the same.
    CREATE INDEX "faq_items_question_alike" ON "faq_items" USING gin ("question" gin_trgm_ops);

    -- All of it again: for what was live before, and when the language of the site changes.
    CREATE FUNCTION "rebuild_search"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE "articles" SET "title" = "title" WHERE "_status" = 'published';
      UPDATE "faq_items" SET "question" = "question" WHERE "_status" = 'published';
      UPDATE "pages" SET "title" = "title" WHERE "_status" = 'published';
      RETURN NULL;
    END $$;
    CREATE TRIGGER "site_settings_rebuild_search" AFTER UPDATE OF "language" ON "site_settings"
      FOR EACH ROW WHEN (OLD."language" IS DISTINCT FROM NEW."language")
      EXECUTE FUNCTION "rebuild_search"();
    UPDATE "articles" SET "title" = "title" WHERE "_status" = 'published';
    UPDATE "faq_items" SET "question" = "question" WHERE "_status" = 'published';
    UPDATE "pages" SET "title" = "title" WHERE "_status" = 'published';

    -- The best of what has all the words; else of what has some; else titles that look alike, for words that were
    -- mistyped. U+E000 and U+E001 stand round what was found. "fits": a question that may be answered at once.
    CREATE FUNCTION "search_site"("asked" text, "most" integer, "skipped" integer)
    RETURNS TABLE (
      "kind" text, "document" integer, "title" text, "passage" text, "fits" boolean, "matches" integer
    ) LANGUAGE plpgsql STABLE AS $$
    DECLARE
      "config" regconfig := "search_config"();
      "every" tsquery := websearch_to_tsquery("config", "asked");
      "some" tsquery := nullif(replace("every"::text, '&', '|'), '')::tsquery;
      "query" tsquery;
      "marks" text := 'StartSel=' || chr(57344) || ',StopSel=' || chr(57345);
    BEGIN
      FOREACH "query" IN ARRAY ARRAY["every", "some"] LOOP
        RETURN QUERY
          WITH "found" AS MATERIALIZED (
            SELECT * FROM "search_documents" AS "d" WHERE "d"."words" @@ "query" LIMIT 1000
          ), "ranked" AS (
            SELECT "f".*, count(*) OVER ()::integer AS "how_many",
              ts_rank_cd('{0.05, 0.2, 0.6, 1}', "f"."words", "query", 1)
                + similarity("f"."title", "asked") AS "rank"
            FROM "found" AS "f"
            ORDER BY "rank" DESC, "f"."kind", "f"."document" LIMIT "most" OFFSET "skipped"
          )
          SELECT "r"."kind", "r"."document",
            ts_headline("config", "r"."title", "query", 'HighlightAll=true,' || "marks"),
            ts_headline("config", "r"."text", "query",
              'MaxFragments=2,MinWords=8,MaxWords=24,FragmentDelimiter=" … ",' || "marks"),
            "r"."kind" = 'faq-items' AND to_tsvector("config", "r"."title") @@ "every"
              AND similarity("r"."title", "asked") >= 0.3,
            "r"."how_many"
          FROM "ranked" AS "r" ORDER BY "r"."rank" DESC, "r"."kind", "r"."document";
        IF FOUND THEN RETURN; END IF;
      END LOOP;
      RETURN QUERY
        WITH "alike" AS MATERIALIZED (
          SELECT "d".*, word_similarity("asked", "d"."title") AS "likeness" FROM "search_documents" AS "d"
          WHERE "asked" <% "d"."title" ORDER BY "likeness" DESC LIMIT 100
        )
        SELECT "a"."kind", "a"."document", "a"."title", left("a"."text", 200), false,
          count(*) OVER ()::integer
        FROM "alike" AS "a" ORDER BY "a"."likeness" DESC, "a"."kind", "a"."document"
        LIMIT "most" OFFSET "skipped";
    END $$;
    -- One mistyped letter in a word of six must not be too many.
    ALTER FUNCTION "search_site" SET "pg_trgm.word_similarity_threshold" = 0.45;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION "search_site";
    DROP TRIGGER "site_settings_rebuild_search" ON "site_settings";
    DROP FUNCTION "rebuild_search"();
    DROP INDEX "faq_items_question_alike";
    DROP TRIGGER "pages_keep_search_document" ON "pages";
    DROP TRIGGER "faq_items_keep_search_document" ON "faq_items";
    DROP TRIGGER "articles_keep_search_document" ON "articles";
    DROP FUNCTION "keep_search_document"();
    DROP TABLE "search_documents";
    DROP FUNCTION "rich_text_words";
    DROP FUNCTION "search_config"();
    DROP EXTENSION "pg_trgm";
  `)
}
