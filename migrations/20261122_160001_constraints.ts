// What must never be wrong, said to the database itself: every door ends here, also those that we forgot.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- One address, one answer: a live article and a redirect never share a path, nor do two of either.
    CREATE TABLE "live_addresses" (
      "path" varchar PRIMARY KEY,
      "article_id" integer UNIQUE REFERENCES "articles"("id") ON DELETE CASCADE,
      "redirect_id" integer UNIQUE REFERENCES "redirects"("id") ON DELETE CASCADE,
      CONSTRAINT "live_addresses_one_owner" CHECK (num_nonnulls("article_id", "redirect_id") = 1)
    );

    CREATE FUNCTION "keep_article_address"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM "live_addresses" WHERE "article_id" = NEW."id";
      IF NEW."_status" = 'published' AND NEW."deleted_at" IS NULL THEN
        INSERT INTO "live_addresses" ("path", "article_id") VALUES (NEW."path", NEW."id");
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER "articles_keep_address"
      AFTER INSERT OR UPDATE OF "path", "_status", "deleted_at" ON "articles"
      FOR EACH ROW EXECUTE FUNCTION "keep_article_address"();

    CREATE FUNCTION "keep_redirect_address"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM "live_addresses" WHERE "redirect_id" = NEW."id";
      INSERT INTO "live_addresses" ("path", "redirect_id") VALUES (NEW."from", NEW."id");
      RETURN NULL;
    END $$;
    CREATE TRIGGER "redirects_keep_address"
      AFTER INSERT OR UPDATE OF "from" ON "redirects"
      FOR EACH ROW EXECUTE FUNCTION "keep_redirect_address"();

    -- What is live is complete and has a well-formed address.
    ALTER TABLE "articles" ADD CONSTRAINT "articles_live_complete" CHECK (
      "_status" <> 'published' OR (
        "title" IS NOT NULL AND "body" IS NOT NULL AND "published_at" IS NOT NULL
        AND "path" ~ '^/[a-z0-9-]+(/[a-z0-9-]+)*$' AND length("path") <= 200
      ));
    ALTER TABLE "faq_items" ADD CONSTRAINT "faq_items_live_complete" CHECK (
      "_status" <> 'published' OR (
        "question" IS NOT NULL AND "answer" IS NOT NULL AND "anchor" ~ '^[a-z0-9-]+$'
      ));

    -- No other scheme is ever stored where a link is made from it.
    ALTER TABLE "read_also_links" ADD CONSTRAINT "read_also_links_url_scheme"
      CHECK ("url" IS NULL OR "url" ~* '^(https?://|mailto:|tel:|/)');
    ALTER TABLE "articles_sources" ADD CONSTRAINT "articles_sources_url_scheme"
      CHECK ("url" IS NULL OR "url" ~* '^(https?://|mailto:|tel:|/)');

    -- Finds the article of a source that came back with another name and another title.
    CREATE INDEX "imports_lines_idx" ON "imports" USING gin ("lines");
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX "imports_lines_idx";
    ALTER TABLE "articles_sources" DROP CONSTRAINT "articles_sources_url_scheme";
    ALTER TABLE "read_also_links" DROP CONSTRAINT "read_also_links_url_scheme";
    ALTER TABLE "faq_items" DROP CONSTRAINT "faq_items_live_complete";
    ALTER TABLE "articles" DROP CONSTRAINT "articles_live_complete";
    DROP TRIGGER "redirects_keep_address" ON "redirects";
    DROP TRIGGER "articles_keep_address" ON "articles";
    DROP FUNCTION "keep_redirect_address"();
    DROP FUNCTION "keep_article_address"();
    DROP TABLE "live_addresses";
  `)
}
