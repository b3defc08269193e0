// Search: a word is found whatever sign, visible or not, stands beside it or inside it, and in a sentence of a script
// that writes no spaces, in a database of any locale.
//
// Postgres takes words out of a text as the libc locale of its database says, and in "C" every character past ASCII is a
// letter: “word” is another word than word. So what is searched, and what is asked, is first made the same everywhere:
// compatibility forms composed, small letters, nothing invisible, and between words one space instead of any signs.
// Of scripts without spaces each two neighbouring letters are a word, and the last one: "abc" is "ab bc c". A
// piece of a sentence is then a phrase of such pairs.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

type Db = MigrateUpArgs['db']

/** Between words: punctuation, symbols, spaces, and what has no meaning of its own. */
const isBreak = (character: string): boolean => /[\p{P}\p{S}\p{Z}\p{Cc}\p{Co}]/u.test(character)

/**
 * Not a part of any word, wherever it stands: soft hyphens, joiners and marks of direction; accents that belong to no one
 * script, where they are no part of a letter; points of Hebrew; the stroke that makes Arabic words longer.
 */
const isIgnored = (character: string): boolean =>
  /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?=\p{M})(\p{Script=Inherited}|\p{Script=Hebrew})|\u0640/u.test(
    character,
  )

/** Letters of scripts that write no spaces between words; and of Korean, which writes particles to its words. */
const isUnspaced = (character: string): boolean =>
  /(?=[\p{L}\p{M}\p{N}])(\p{scx=Han}|\p{scx=Hira}|\p{scx=Kana}|\p{scx=Bopo}|\p{scx=Hang}|\p{scx=Yiii}|\p{scx=Thai}|\p{scx=Laoo}|\p{scx=Khmr}|\p{scx=Mymr}|\p{scx=Tale}|\p{scx=Talu}|\p{scx=Lana}|\p{scx=Tavt}|\p{scx=Java}|\p{scx=Bali})/u.test(
    character,
  )

/** The characters of one kind as ranges in a regular expression of Postgres, without its brackets. */
function rangesOf(isOfKind: (character: string) => boolean): string {
  const escaped = (point: number) => `\\U${point.toString(16).padStart(8, '0')}`
  const ranges: string[] = []
  let first: number | undefined
  for (let point = 1; point <= 0x110000; point++) {
    const isSurrogate = point >= 0xd800 && point <= 0xdfff
    const isIn = point < 0x110000 && !isSurrogate && isOfKind(String.fromCodePoint(point))
    if (isIn) first ??= point
    else if (first !== undefined) {
      ranges.push(`${escaped(first)}-${escaped(point - 1)}`)
      first = undefined
    }
  }
  return ranges.join('')
}

const UNSPACED = rangesOf((character) => isUnspaced(character) && !isIgnored(character))
const IGNORED = rangesOf(isIgnored)
const BREAKS = rangesOf((character) => isBreak(character) && !isIgnored(character))

type Change = readonly [from: string, to: string]

/** What these functions of earlier migrations read through `search_text` or `plain_words` from now on. */
const REWRITTEN: Record<string, readonly Change[]> = {
  'keep_search_document()': [
    [
      'INSERT INTO "search_documents" ("kind", "document", "title", "text", "words")',
      'INSERT INTO "search_documents" ("kind", "document", "title", "folded_title", "text", "words")',
    ],
    ['NEW."id", "title", "text"', 'NEW."id", "title", "folded"("title"), "text"'],
    ['"search_config"(), "title")', '"search_config"(), "search_text"("title"))'],
    [
      `"search_config"(), "rich_text_words"("body", '{heading}'))`,
      `"search_config"(), "search_text"("rich_text_words"("body", '{heading}')))`,
    ],
    ['"search_config"(), "text")', '"search_config"(), "search_text"("text"))'],
  ],
  'learn_search_words()': [
    [`NEW."title" || ' ' || NEW."text"`, `"plain_words"(NEW."title" || ' ' || NEW."text")`],
    [`'[^[:alpha:]]'`, `'[0-9${UNSPACED}]'`],
  ],
  'search_meant_by_title(text)': [
    [
      'SELECT "title" FROM "search_documents" WHERE "word" <% "title"',
      'SELECT "folded_title" FROM "search_documents" WHERE "word" <% "folded_title"',
    ],
    [
      `regexp_split_to_table(lower("title"), '[^[:alpha:]]+')`,
      `regexp_split_to_table("folded_title", ' ')`,
    ],
  ],
}

/** @throws when one of the texts does not stand in the function, so that no change of it is ever lost */
async function rewriteFunctions(db: Db, back: boolean): Promise<void> {
  for (const [name, changes] of Object.entries(REWRITTEN)) {
    const steps = changes.map((change) => {
      const [from, to] = back ? change.toReversed() : change
      return `
        IF strpos("body", $text$${from}$text$) = 0 THEN RAISE EXCEPTION '${name} has another text.'; END IF;
        "body" := replace("body", $text$${from}$text$, $text$${to}$text$);`
    })
    await db.execute(
      sql.raw(`
        DO $rewriting$
        DECLARE
          "body" text := pg_get_functiondef('${name}'::regprocedure);
        BEGIN${steps.join('')}
          EXECUTE "body";
        END $rewriting$`),
    )
  }
}

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    -- Small letters as Unicode has them, whatever the database's locale.
    DO $$
    BEGIN
      EXECUTE format('CREATE FUNCTION "small_letters"("written" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN translate(lower("written"%s), ''ς'', ''σ'')', coalesce((
          SELECT format(' COLLATE %I', "collname") FROM "pg_collation"
          WHERE "collname" IN ('pg_c_utf8', 'und-x-icu') AND "collnamespace" = 'pg_catalog'::regnamespace
          ORDER BY "collname" LIMIT 1), ''));
    END $$;

    -- The words of a text as they are compared, with one space between them. Signs go first, as some are composed of
    -- letters (a trade mark), and then those that letters and digits are composed of (a fraction's stroke).
    CREATE FUNCTION "plain_words"("written" text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE
      "words" text := "small_letters"(regexp_replace("written", '[${BREAKS}]+', ' ', 'g'));
    BEGIN
      IF "words" ~ '[^\\u0001-\\u007f]' THEN
        "words" := regexp_replace("small_letters"(normalize("words", NFKC)), '[${IGNORED}]+', '', 'g');
        "words" := regexp_replace("words", '[${BREAKS}]+', ' ', 'g');
      END IF;
      RETURN btrim("words");
    END $$;

    -- The same with scripts that write no spaces as pairs of letters, and the last letter: each letter is written
    -- twice but for the first one, then cut after each second one.
    CREATE FUNCTION "search_text"("written" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      WITH "plain" AS MATERIALIZED (SELECT "plain_words"("written") AS "words")
      SELECT CASE WHEN "words" !~ '[${UNSPACED}]' THEN "words" ELSE
        btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
          "words", '([${UNSPACED}]+)', ' \\1 ', 'g'),
          '([${UNSPACED}])', '\\1\\1', 'g'),
          '(^| )[${UNSPACED}]', '\\1', 'g'),
          '([${UNSPACED}]{2})', '\\1 ', 'g')) END
      FROM "plain"
    $$;

    -- What was asked, word by word: each with the words that it is searched by, quoted where they are to follow one
    -- another. Curly quotes are quotes here; of a pair's last letter nothing is known.
    CREATE FUNCTION "asked_words"("asked" text)
    RETURNS TABLE ("place" bigint, "excluded" boolean, "words" text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT "place", "parts"[1] = '-', "words"
      FROM regexp_matches(regexp_replace(normalize("asked", NFKC), '[“”„‟«»「」『』]', '"', 'g'),
          '(-?)("[^"]*"?|[^[:space:]"]+)', 'g') WITH ORDINALITY AS "asked"("parts", "place"),
        LATERAL regexp_replace("search_text"("parts"[2]), '([${UNSPACED}]{2}) [${UNSPACED}](?= |$)', '\\1', 'g') AS "words"
      WHERE "words" <> ''
    $$;

    -- A letter alone is the beginning of any pair.
    CREATE FUNCTION "search_query"("config" regconfig, "words" text) RETURNS tsquery LANGUAGE sql STABLE AS $$
      SELECT regexp_replace(websearch_to_tsquery("config", "words")::text, '''([${UNSPACED}])''', '''\\1'':*', 'g')::tsquery
    $$;

    CREATE OR REPLACE FUNCTION "folded"("written" text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT unaccent("plain_words"("written"))
    $$;

    -- Those words of what was found that the search knows it by, so that they can be marked.
    CREATE FUNCTION "search_found"("config" regconfig, "written" text, "query" tsquery) RETURNS text[] LANGUAGE sql STABLE AS $$
      SELECT coalesce(array_agg("word"), '{}') FROM (
        SELECT DISTINCT "word" FROM unnest(string_to_array("search_text"("written"), ' ')) AS "word"
      ) AS "words" WHERE to_tsvector("config", "word") @@ "query"
    $$;

    ALTER FUNCTION "search_site" RENAME TO "search_site_by_locale";
    -- The best of what has all the words; else all as they may have been meant; else some of those; else titles that
    -- look alike. "found": the words of title and text that are to be marked (domain/search). "fits": a question that may
    -- be answered at once.
    CREATE FUNCTION "search_site"("asked" text, "most" integer, "skipped" integer)
    RETURNS TABLE (
      "kind" text, "document" integer, "title" text, "text" text, "found" text[], "fits" boolean, "matches" integer
    ) LANGUAGE plpgsql STABLE AS $$
    DECLARE
      "config" regconfig := "search_config"();
      "every" tsquery;
      "wanted" text;
      "unwanted" tsquery;
      "meant" text;
      "some" tsquery;
      "query" tsquery;
    BEGIN
      SELECT "search_query"("config", string_agg(
            CASE WHEN "excluded" THEN '-' ELSE '' END
              || CASE WHEN strpos("words", ' ') > 0 THEN '"' || "words" || '"' ELSE "words" END, ' ' ORDER BY "place")),
          string_agg("words", ' ' ORDER BY "place") FILTER (WHERE NOT "excluded"),
          "search_query"("config", coalesce(string_agg('-"' || "words" || '"', ' ') FILTER (WHERE "excluded"), ''))
        INTO "every", "wanted", "unwanted" FROM "asked_words"("asked");
      IF "wanted" IS NULL THEN RETURN; END IF;
      FOR "attempt" IN 1..3 LOOP
        IF "attempt" = 1 THEN
          "query" := "every";
        ELSIF "attempt" = 2 THEN
          "meant" := "search_meant"("wanted");
          "every" := "search_query"("config", "meant") && "unwanted";
          "query" := "every";
        ELSE
          "query" := "some" && "unwanted";
        END IF;
        "some" := nullif(replace("search_query"("config", coalesce("meant", "wanted"))::text, '&', '|'), '')::tsquery;
        CONTINUE WHEN "query" IS NULL OR numnode("query") = 0;
        RETURN QUERY
          WITH "matching" AS MATERIALIZED (
            SELECT * FROM "search_documents" AS "d" WHERE "d"."words" @@ "query" LIMIT 1000
          ), "ranked" AS (
            SELECT "m".*, count(*) OVER ()::integer AS "how_many",
              ts_rank_cd('{0.05, 0.2, 0.6, 1}', "m"."words", "query", 1)
                + similarity("m"."folded_title", "folded"(coalesce("meant", "wanted"))) AS "rank"
            FROM "matching" AS "m"
            ORDER BY "rank" DESC, "m"."kind", "m"."document" LIMIT "most" OFFSET "skipped"
          )
          SELECT "r"."kind", "r"."document", "r"."title", "r"."text",
            "search_found"("config", "r"."title" || ' ' || "r"."text", "some"),
            "r"."kind" = 'faq-items' AND to_tsvector("config", "search_text"("r"."title")) @@ "every"
              AND similarity("r"."folded_title", "folded"(coalesce("meant", "wanted"))) >= 0.3,
            "r"."how_many"
          FROM "ranked" AS "r" ORDER BY "r"."rank" DESC, "r"."kind", "r"."document";
        IF FOUND THEN RETURN; END IF;
      END LOOP;
      "wanted" := unaccent("wanted");
      RETURN QUERY
        WITH "alike" AS MATERIALIZED (
          SELECT "d".*, word_similarity("wanted", "d"."folded_title") AS "likeness" FROM (
            SELECT * FROM "search_documents" AS "s" WHERE "wanted" <% "s"."folded_title" LIMIT 1000
          ) AS "d"
          WHERE numnode("unwanted") = 0 OR "d"."words" @@ "unwanted"
          ORDER BY "likeness" DESC LIMIT 100
        )
        SELECT "a"."kind", "a"."document", "a"."title", "a"."text", '{}'::text[], false,
          count(*) OVER ()::integer
        FROM "alike" AS "a" ORDER BY "a"."likeness" DESC, "a"."kind", "a"."document"
        LIMIT "most" OFFSET "skipped";
    END $$;
    -- One mistyped letter in a word of six must not be too many.
    ALTER FUNCTION "search_site" SET "pg_trgm.word_similarity_threshold" = 0.45;

    ALTER TABLE "search_documents" ADD COLUMN "folded_title" text NOT NULL DEFAULT '';
    DROP INDEX "search_documents_title";
  `),
  )
  await rewriteFunctions(db, false)
  await db.execute(INDEX_AGAIN)
}

/** What is live, in place: the rows that hold it are not touched. */
const INDEX_AGAIN = sql`
  UPDATE "search_documents" AS "d" SET "folded_title" = "folded"("d"."title"), "words" =
    setweight(to_tsvector("search_config"(), "search_text"("d"."title")), 'A')
      || setweight(to_tsvector("search_config"(), "search_text"("rich_text_words"("s"."body", '{heading}'))), 'B')
      || setweight(to_tsvector("search_config"(), "search_text"("d"."text")), 'C')
    FROM (
      SELECT 'articles' AS "kind", "id", "body" FROM "articles"
      UNION ALL SELECT 'faq-items', "id", "answer" FROM "faq_items"
      UNION ALL SELECT 'pages', "id", "body" FROM "pages"
    ) AS "s" WHERE "s"."kind" = "d"."kind" AND "s"."id" = "d"."document";
  CREATE INDEX "search_documents_folded_title" ON "search_documents" USING gin ("folded_title" gin_trgm_ops);
  DELETE FROM "search_words";
  INSERT INTO "search_words" ("word", "near") SELECT "word", "nearly"("word") FROM (
    SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('folded_simple', "plain_words"("title" || ' ' || "text"))))
    FROM "search_documents"
  ) AS "used"("word") WHERE length("word") BETWEEN 3 AND 40 AND "word" !~ ${sql.raw(`'[0-9${UNSPACED}]'`)};
`

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await rewriteFunctions(db, true)
  await db.execute(sql`
    DROP INDEX "search_documents_folded_title";
    ALTER TABLE "search_documents" DROP COLUMN "folded_title";
    CREATE INDEX "search_documents_title" ON "search_documents" USING gin ("title" gin_trgm_ops);
    DROP FUNCTION "search_site";
    ALTER FUNCTION "search_site_by_locale" RENAME TO "search_site";
    CREATE OR REPLACE FUNCTION "folded"("written" text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT unaccent(lower("written"))
    $$;
    DROP FUNCTION "search_found";
    DROP FUNCTION "search_query";
    DROP FUNCTION "asked_words";
    DROP FUNCTION "search_text";
    DROP FUNCTION "plain_words";
    DROP FUNCTION "small_letters";
    UPDATE "articles" SET "title" = "title" WHERE "_status" = 'published';
    UPDATE "faq_items" SET "question" = "question" WHERE "_status" = 'published';
    UPDATE "pages" SET "title" = "title" WHERE "_status" = 'published';
  `)
}
