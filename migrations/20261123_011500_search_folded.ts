// Search: accents make no difference, and a mistyped word is read as one of the words that live texts hold.
//
// search_words has those words, each once or, where two transactions learned it at once, twice: without a unique
// index nobody waits for anybody, and a publish that brings many texts cannot deadlock with another one. A word whose
// texts are gone stays, and is never taken for the one that was meant, because each is looked for in live texts first.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Everything live once more, through the triggers. */
const REINDEX = sql`
    UPDATE "articles" SET "title" = "title" WHERE "_status" = 'published';
    UPDATE "faq_items" SET "question" = "question" WHERE "_status" = 'published';
    UPDATE "pages" SET "title" = "title" WHERE "_status" = 'published';
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE EXTENSION IF NOT EXISTS "unaccent";

    -- Postgres's own configurations, each with accents taken away before a word is reduced to its stem. A headline is
    -- made with the same configuration, so that what was found is marked as it is written.
    DO $$
    DECLARE
      "known" record;
    BEGIN
      FOR "known" IN SELECT "cfgname" FROM "pg_ts_config" WHERE "cfgnamespace" = 'pg_catalog'::regnamespace LOOP
        EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)',
          'folded_' || "known"."cfgname", "known"."cfgname");
        EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR word, hword, hword_part WITH unaccent, %I',
          'folded_' || "known"."cfgname",
          CASE "known"."cfgname" WHEN 'simple' THEN 'simple' ELSE "known"."cfgname" || '_stem' END);
      END LOOP;
    END $$;

    ALTER FUNCTION "search_config"() RENAME TO "search_config_accented";
    CREATE FUNCTION "search_config"() RETURNS regconfig LANGUAGE sql STABLE AS $$
      SELECT ('folded_' || "search_config_accented"()::text)::regconfig
    $$;

    CREATE FUNCTION "folded"("written" text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT unaccent(lower("written"))
    $$;

    -- A word, and what it is without one of its letters. Two words have one of these in common when one letter too
    -- many, too few or another one lies between them, or two that changed places.
    CREATE FUNCTION "nearly"("word" text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
      SELECT array_agg(DISTINCT overlay("word" PLACING '' FROM "n" FOR 1)) || "word"
      FROM generate_series(1, length("word")) AS "n"
    $$;

    CREATE TABLE "search_words" ("word" text NOT NULL, "near" text[] NOT NULL);
    CREATE INDEX "search_words_word" ON "search_words" ("word");
    CREATE INDEX "search_words_near" ON "search_words" USING gin ("near") WITH (fastupdate = off);

    -- As many looks into an index as the text has different words, and as many rows as nobody had used before.
    CREATE FUNCTION "learn_search_words"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO "search_words" ("word", "near")
        SELECT "used"."word", "nearly"("used"."word")
        FROM unnest(tsvector_to_array(to_tsvector('folded_simple', NEW."title" || ' ' || NEW."text"))) AS "used"("word")
        WHERE length("used"."word") BETWEEN 3 AND 40 AND "used"."word" !~ '[^[:alpha:]]'
          AND NOT EXISTS (SELECT FROM "search_words" AS "known" WHERE "known"."word" = "used"."word");
      RETURN NULL;
    END $$;
    CREATE TRIGGER "search_documents_learn_words" AFTER INSERT ON "search_documents"
      FOR EACH ROW EXECUTE FUNCTION "learn_search_words"();

    -- Settings that are saved for the first time may name another language than the one assumed until then.
    CREATE TRIGGER "site_settings_rebuild_search_first" AFTER INSERT ON "site_settings"
      FOR EACH ROW WHEN (NEW."language" IS DISTINCT FROM 'en') EXECUTE FUNCTION "rebuild_search"();

    ALTER FUNCTION "search_meant" RENAME TO "search_meant_by_title";
    -- The likeliest of the words nearly the same that a live text has.
    CREATE FUNCTION "search_near"("mistyped" text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT "likely"."word" FROM (
        SELECT DISTINCT "word", similarity("word", "mistyped") AS "likeness"
        FROM "search_words" WHERE "near" && "nearly"("mistyped")
        ORDER BY "likeness" DESC, "word" LIMIT 5
      ) AS "likely"
      WHERE EXISTS (SELECT FROM "search_documents" AS "d"
        WHERE "d"."words" @@ plainto_tsquery("search_config"(), "likely"."word"))
      ORDER BY "likeness" DESC, "word" LIMIT 1
    $$;

    -- What was asked, each of the first twelve words that no text has in place of the likeliest word that is nearly
    -- the same; else of the likeliest of a title. One like no other stays as it is.
    CREATE FUNCTION "search_meant"("asked" text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT coalesce(string_agg(CASE
        WHEN "place" > 12 OR length("word") < 4 OR numnode(plainto_tsquery("search_config"(), "word")) = 0
          OR EXISTS (SELECT FROM "search_documents" AS "d"
            WHERE "d"."words" @@ plainto_tsquery("search_config"(), "word")) THEN "word"
        ELSE coalesce("search_near"("folded"("word")), "search_meant_by_title"("word"))
        END, ' ' ORDER BY "place"), '')
      FROM regexp_split_to_table(left("asked", 200), '[[:space:]]+') WITH ORDINALITY AS "asked"("word", "place")
    $$;

    ALTER FUNCTION "search_site" RENAME TO "search_site_accented";
    -- The best of what has all the words; else all as they may have been meant; else some of those; else titles that
    -- look alike. U+E000 and U+E001 stand round what was found. "fits": a question that may be answered at once.
    CREATE FUNCTION "search_site"("asked" text, "most" integer, "skipped" integer)
    RETURNS TABLE (
      "kind" text, "document" integer, "title" text, "passage" text, "fits" boolean, "matches" integer
    ) LANGUAGE plpgsql STABLE AS $$
    DECLARE
      "config" regconfig := "search_config"();
      "wanted" text := regexp_replace("asked", '(^|[[:space:]])-[^[:space:]]+', ' ', 'g');
      "every" tsquery := websearch_to_tsquery("config", "asked");
      "meant" text;
      "unwanted" tsquery;
      "query" tsquery;
      "marks" text := 'StartSel=' || chr(57344) || ',StopSel=' || chr(57345);
    BEGIN
      IF btrim("wanted") = '' THEN RETURN; END IF;
      FOR "attempt" IN 1..3 LOOP
        IF "attempt" = 1 THEN
          "query" := "every";
        ELSIF "attempt" = 2 THEN
          "meant" := "search_meant"("wanted");
          "unwanted" := websearch_to_tsquery("config", coalesce((
            SELECT string_agg("exclusion"[1], ' ') FROM regexp_matches("asked", '(?:^|[[:space:]])(-[^[:space:]]+)', 'g') AS "exclusion"), ''));
          "query" := websearch_to_tsquery("config", "meant") && "unwanted";
          "every" := "query";
        ELSE
          "query" := nullif(replace(websearch_to_tsquery("config", "meant")::text, '&', '|'), '')::tsquery
            && "unwanted";
        END IF;
        CONTINUE WHEN "query" IS NULL OR numnode("query") = 0;
        RETURN QUERY
          WITH "found" AS MATERIALIZED (
            SELECT * FROM "search_documents" AS "d" WHERE "d"."words" @@ "query" LIMIT 1000
          ), "ranked" AS (
            SELECT "f".*, count(*) OVER ()::integer AS "how_many",
              ts_rank_cd('{0.05, 0.2, 0.6, 1}', "f"."words", "query", 1)
                + similarity("folded"("f"."title"), "folded"(coalesce("meant", "asked"))) AS "rank"
            FROM "found" AS "f"
            ORDER BY "rank" DESC, "f"."kind", "f"."document" LIMIT "most" OFFSET "skipped"
          )
          SELECT "r"."kind", "r"."document",
            ts_headline("config", "r"."title", "query", 'HighlightAll=true,' || "marks"),
            ts_headline("config", "r"."text", "query",
              'MaxFragments=2,MinWords=8,MaxWords=24,FragmentDelimiter=" … ",' || "marks"),
            "r"."kind" = 'faq-items' AND to_tsvector("config", "r"."title") @@ "every"
              AND similarity("folded"("r"."title"), "folded"(coalesce("meant", "asked"))) >= 0.3,
            "r"."how_many"
          FROM "ranked" AS "r" ORDER BY "r"."rank" DESC, "r"."kind", "r"."document";
        IF FOUND THEN RETURN; END IF;
      END LOOP;
      RETURN QUERY
        WITH "alike" AS MATERIALIZED (
          SELECT "d".*, word_similarity("wanted", "d"."title") AS "likeness" FROM "search_documents" AS "d"
          WHERE "wanted" <% "d"."title" AND (numnode("unwanted") = 0 OR "d"."words" @@ "unwanted")
          ORDER BY "likeness" DESC LIMIT 100
        )
        SELECT "a"."kind", "a"."document", "a"."title", left("a"."text", 200), false,
          count(*) OVER ()::integer
        FROM "alike" AS "a" ORDER BY "a"."likeness" DESC, "a"."kind", "a"."document"
        LIMIT "most" OFFSET "skipped";
    END $$;
    ALTER FUNCTION "search_site" SET "pg_trgm.word_similarity_threshold" = 0.45;
  `)
  await db.execute(REINDEX)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION "search_site";
    ALTER FUNCTION "search_site_accented" RENAME TO "search_site";
    DROP FUNCTION "search_meant";
    DROP FUNCTION "search_near";
    ALTER FUNCTION "search_meant_by_title" RENAME TO "search_meant";
    DROP TRIGGER "site_settings_rebuild_search_first" ON "site_settings";
    DROP TRIGGER "search_documents_learn_words" ON "search_documents";
    DROP FUNCTION "learn_search_words"();
    DROP TABLE "search_words";
    DROP FUNCTION "nearly";
    DROP FUNCTION "folded";
    DROP FUNCTION "search_config"();
    ALTER FUNCTION "search_config_accented" RENAME TO "search_config";
    DO $$
    DECLARE
      "known" record;
    BEGIN
      FOR "known" IN SELECT "cfgname" FROM "pg_ts_config" WHERE starts_with("cfgname", 'folded_') LOOP
        EXECUTE format('DROP TEXT SEARCH CONFIGURATION %I', "known"."cfgname");
      END LOOP;
    END $$;
    DROP EXTENSION "unaccent";
  `)
  await db.execute(REINDEX)
}
