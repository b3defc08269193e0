// Search: words that no text has are read as the words of titles that look like them, and what is excluded stays excluded.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER FUNCTION "search_site" RENAME TO "search_site_by_letter";

    -- What was asked, each word that no text has in place of the likeliest word of a title. One like no
    -- other stays as it is.
    CREATE FUNCTION "search_meant"("asked" text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT coalesce(string_agg(CASE
        WHEN length("word") < 4 OR numnode(plainto_tsquery("search_config"(), "word")) = 0
          OR EXISTS (SELECT FROM "search_documents" AS "d"
            WHERE "d"."words" @@ plainto_tsquery("search_config"(), "word")) THEN "word"
        ELSE coalesce((
          SELECT "likely" FROM (
            SELECT "title" FROM "search_documents" WHERE "word" <% "title" LIMIT 200
          ) AS "titles", regexp_split_to_table(lower("title"), '[^[:alpha:]]+') AS "likely"
          WHERE similarity("likely", "word") >= 0.35
          ORDER BY similarity("likely", "word") DESC, "likely" LIMIT 1), "word")
        END, ' ' ORDER BY "place"), '')
      FROM regexp_split_to_table(left("asked", 200), '[[:space:]]+') WITH ORDINALITY AS "words"("word", "place")
    $$;
    ALTER FUNCTION "search_meant" SET "pg_trgm.word_similarity_threshold" = 0.45;

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
                + similarity("f"."title", coalesce("meant", "asked")) AS "rank"
            FROM "found" AS "f"
            ORDER BY "rank" DESC, "f"."kind", "f"."document" LIMIT "most" OFFSET "skipped"
          )
          SELECT "r"."kind", "r"."document",
            ts_headline("config", "r"."title", "query", 'HighlightAll=true,' || "marks"),
            ts_headline("config", "r"."text", "query",
              'MaxFragments=2,MinWords=8,MaxWords=24,FragmentDelimiter=" … ",' || "marks"),
            "r"."kind" = 'faq-items' AND to_tsvector("config", "r"."title") @@ "every"
              AND similarity("r"."title", coalesce("meant", "asked")) >= 0.3,
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
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP FUNCTION "search_site";
    DROP FUNCTION "search_meant";
    ALTER FUNCTION "search_site_by_letter" RENAME TO "search_site";
  `)
}
