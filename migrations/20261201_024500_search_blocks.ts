// Search finds the words of blocks, captions of tables and footnotes, each once and beside the line that a footnote stands in.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The fields of blocks that hold words, as `BLOCKS` of src/domain/blocks/blocks.ts had them when this was written. */
const FIELDS = ['heading', 'language', 'code', 'term', 'quote', 'source', 'caption', 'title', 'duration', 'label']

const NAMED = FIELDS.map((name) => `@.key == "${name}"`).join(' || ')

const withBlocks = sql.raw(`
  CREATE OR REPLACE FUNCTION "rich_text_words"("body" jsonb, "types" text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg(CASE
      WHEN "block" ->> 'type' = 'table' THEN "block" -> '$' ->> 'caption'
      WHEN "block" ? 'fields' THEN (
        SELECT string_agg("field" #>> '{}', E'\\n') FROM (
          SELECT jsonb_path_query("block", 'lax $.fields.keyvalue() ? (${NAMED}).value', '{}', true)
          UNION ALL
          SELECT jsonb_path_query("block", 'lax $.fields.entries[*].keyvalue() ? (${NAMED}).value', '{}', true)
        ) AS "filled"("field") WHERE jsonb_typeof("field") = 'string')
      ELSE (
        SELECT string_agg("piece" #>> '{}', '' ORDER BY "n")
          FROM jsonb_path_query("block",
            'strict $.children[*] ? (@.type != "list" && @.type != "inlineBlock").** ? (@.type == "text").text', '{}', true)
            WITH ORDINALITY AS "pieces"("piece", "n"))
    END, E'\\n' ORDER BY "place"), '')
    FROM jsonb_path_query("body", 'strict $.** ? (@.type == "paragraph" || @.type == "heading" || @.type == "quote"
        || @.type == "listitem" || @.type == "table" || @.type == "block" || @.type == "inlineBlock")', '{}', true)
      WITH ORDINALITY AS "blocks"("block", "place")
    WHERE "block" ->> 'type' = ANY ("types")
      OR ('paragraph' = ANY ("types") AND "block" ->> 'type' IN ('table', 'block', 'inlineBlock'))
  $$`)

const withoutBlocks = sql.raw(`
  CREATE OR REPLACE FUNCTION "rich_text_words"("body" jsonb, "types" text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg((
      SELECT string_agg("piece" #>> '{}', '' ORDER BY "n")
        FROM jsonb_path_query("block", 'strict $.children[*].** ? (@.type == "text").text', '{}', true)
          WITH ORDINALITY AS "pieces"("piece", "n")
    ), E'\\n' ORDER BY "place"), '')
    FROM jsonb_path_query("body", 'strict $.** ? (@.type == "paragraph" || @.type == "heading" || @.type == "quote" || @.type == "listitem")', '{}', true)
      WITH ORDINALITY AS "blocks"("block", "place")
    WHERE "block" ->> 'type' = ANY ("types")
  $$`)

/** No text has a block yet, so nothing is indexed again. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(withBlocks)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(withoutBlocks)
}
