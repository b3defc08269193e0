// One address, one answer: pages too share the table of live addresses with articles and redirects.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE "live_addresses"
      ADD COLUMN "page_id" integer UNIQUE REFERENCES "pages"("id") ON DELETE CASCADE,
      DROP CONSTRAINT "live_addresses_one_owner",
      ADD CONSTRAINT "live_addresses_one_owner"
        CHECK (num_nonnulls("article_id", "page_id", "redirect_id") = 1);
    CREATE FUNCTION "keep_page_address"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM "live_addresses" WHERE "page_id" = NEW."id";
      IF NEW."_status" = 'published' AND NEW."deleted_at" IS NULL THEN
        INSERT INTO "live_addresses" ("path", "page_id") VALUES (NEW."path", NEW."id");
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER "pages_keep_address"
      AFTER INSERT OR UPDATE OF "path", "_status", "deleted_at" ON "pages"
      FOR EACH ROW EXECUTE FUNCTION "keep_page_address"();
    ALTER TABLE "pages" ADD CONSTRAINT "pages_live_complete" CHECK (
      "_status" <> 'published' OR (
        "title" IS NOT NULL AND "body" IS NOT NULL
        AND "path" ~ '^/[a-z0-9-]+(/[a-z0-9-]+)*$' AND length("path") <= 200
      ));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE "pages" DROP CONSTRAINT "pages_live_complete";
    DROP TRIGGER "pages_keep_address" ON "pages";
    DROP FUNCTION "keep_page_address"();
    DELETE FROM "live_addresses" WHERE "page_id" IS NOT NULL;
    ALTER TABLE "live_addresses"
      DROP CONSTRAINT "live_addresses_one_owner",
      DROP COLUMN "page_id",
      ADD CONSTRAINT "live_addresses_one_owner" CHECK (num_nonnulls("article_id", "redirect_id") = 1);
  `)
}
