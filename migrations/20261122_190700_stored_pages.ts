// Readers' pages as they were rendered, ready to be sent; and how far a shared cache in front has been told of changes.
//
// A row is fresh while none of its facts has a later revision in page_facts, and its build is the one that serves. Nothing
// refers to these tables: they can be emptied at any time, and pages are rendered again.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE "stored_pages" (
      "address" text PRIMARY KEY,
      "status" smallint NOT NULL,
      "headers" jsonb NOT NULL,
      "plain" bytea NOT NULL,
      "gzip" bytea,
      "br" bytea,
      "etag" text NOT NULL,
      "last_modified" timestamptz NOT NULL,
      "facts" text[] NOT NULL,
      "revision" bigint NOT NULL,
      "build" text NOT NULL,
      "checksum" text NOT NULL
    );
    -- They are compressed already.
    ALTER TABLE "stored_pages"
      ALTER COLUMN "gzip" SET STORAGE EXTERNAL, ALTER COLUMN "br" SET STORAGE EXTERNAL;
    CREATE TABLE "purges" (
      "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
      "revision" bigint NOT NULL
    );
    INSERT INTO "purges" ("revision") SELECT "revision" FROM "site_revision";
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE "purges";
    DROP TABLE "stored_pages";
  `)
}
