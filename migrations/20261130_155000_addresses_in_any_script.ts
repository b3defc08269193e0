// Addresses of live documents may have letters of any script, percent-encoded; old addresses with such letters get their one form.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** As `normalizePath` of src/domain/addresses/paths.ts was when this was written: composed, in lower case, encoded. */
function composed(from: string): string {
  const letters = from.replace(/(?:%[89a-f][0-9a-f])+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
  return letters
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\x7f]+/g, (run) => encodeURIComponent(run))
    .toLowerCase()
}

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE "articles" DROP CONSTRAINT "articles_live_complete";
    ALTER TABLE "articles" ADD CONSTRAINT "articles_live_complete" CHECK (
      "_status" <> 'published' OR (
        "title" IS NOT NULL AND "body" IS NOT NULL AND "published_at" IS NOT NULL
        AND "path" ~ '^(/([a-z0-9-]|%[89a-f][0-9a-f])+)+$' AND length("path") <= 1800
      ));
    ALTER TABLE "pages" DROP CONSTRAINT "pages_live_complete";
    ALTER TABLE "pages" ADD CONSTRAINT "pages_live_complete" CHECK (
      "_status" <> 'published' OR (
        "title" IS NOT NULL AND "body" IS NOT NULL
        AND "path" ~ '^(/([a-z0-9-]|%[89a-f][0-9a-f])+)+$' AND length("path") <= 1800
      ));
  `)
  const { rows } = await db.execute(sql`select id, "from" from redirects where position('%' in "from") > 0`)
  for (const { id, from } of rows as { id: number; from: string }[]) {
    const now = composed(from)
    if (now !== from)
      await db.execute(sql`update redirects set "from" = ${now} where id = ${id}
        and not exists (select from live_addresses where path = ${now})`)
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE "articles" DROP CONSTRAINT "articles_live_complete";
    ALTER TABLE "articles" ADD CONSTRAINT "articles_live_complete" CHECK (
      "_status" <> 'published' OR (
        "title" IS NOT NULL AND "body" IS NOT NULL AND "published_at" IS NOT NULL
        AND "path" ~ '^/[a-z0-9-]+(/[a-z0-9-]+)*$' AND length("path") <= 200
      ));
    ALTER TABLE "pages" DROP CONSTRAINT "pages_live_complete";
    ALTER TABLE "pages" ADD CONSTRAINT "pages_live_complete" CHECK (
      "_status" <> 'published' OR (
        "title" IS NOT NULL AND "body" IS NOT NULL
        AND "path" ~ '^/[a-z0-9-]+(/[a-z0-9-]+)*$' AND length("path") <= 200
      ));
  `)
}
