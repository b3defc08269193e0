// What the doors need of the database: a count of attempts, and a second look at every stored address of a link.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- Of src/rateLimit.ts. A crash of Postgres may empty it: then everybody has their attempts again.
    CREATE UNLOGGED TABLE "rate_limits" (
      "key" varchar(255) PRIMARY KEY,
      "points" integer NOT NULL DEFAULT 0,
      "expire" bigint
    );

    -- As safeUrl of src/domain/text/links.ts, in short: one of four schemes written out, a path on this site, or a fragment.
    CREATE FUNCTION "is_linkable"("url" text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
      SELECT "url" IS NULL OR "url" = '' OR (
        "url" ~* '^(https?://[^/\\\\]|mailto:|tel:|/($|[^/\\\\])|#)' AND "url" !~ '[[:cntrl:]]')
    $$;
    ALTER TABLE "read_also_links" DROP CONSTRAINT "read_also_links_url_scheme";
    ALTER TABLE "articles_sources" DROP CONSTRAINT "articles_sources_url_scheme";
    ALTER TABLE "read_also_links" ADD CONSTRAINT "read_also_links_linkable" CHECK ("is_linkable"("url"));
    ALTER TABLE "_read_also_links_v" ADD CONSTRAINT "_read_also_links_v_linkable" CHECK ("is_linkable"("version_url"));
    ALTER TABLE "articles_sources" ADD CONSTRAINT "articles_sources_linkable" CHECK ("is_linkable"("url"));
    ALTER TABLE "_articles_v_version_sources" ADD CONSTRAINT "_articles_v_version_sources_linkable" CHECK ("is_linkable"("url"));
    ALTER TABLE "authors_profiles" ADD CONSTRAINT "authors_profiles_linkable" CHECK ("is_linkable"("url"));
    ALTER TABLE "redirects" ADD CONSTRAINT "redirects_linkable" CHECK ("is_linkable"("to"));
    ALTER TABLE "navigation_header" ADD CONSTRAINT "navigation_header_linkable" CHECK ("is_linkable"("url"));
    ALTER TABLE "navigation_footer" ADD CONSTRAINT "navigation_footer_linkable" CHECK ("is_linkable"("url"));
    ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_linkable" CHECK ("is_linkable"("index_now_endpoint"));
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE "site_settings" DROP CONSTRAINT "site_settings_linkable";
    ALTER TABLE "navigation_footer" DROP CONSTRAINT "navigation_footer_linkable";
    ALTER TABLE "navigation_header" DROP CONSTRAINT "navigation_header_linkable";
    ALTER TABLE "redirects" DROP CONSTRAINT "redirects_linkable";
    ALTER TABLE "authors_profiles" DROP CONSTRAINT "authors_profiles_linkable";
    ALTER TABLE "_articles_v_version_sources" DROP CONSTRAINT "_articles_v_version_sources_linkable";
    ALTER TABLE "articles_sources" DROP CONSTRAINT "articles_sources_linkable";
    ALTER TABLE "_read_also_links_v" DROP CONSTRAINT "_read_also_links_v_linkable";
    ALTER TABLE "read_also_links" DROP CONSTRAINT "read_also_links_linkable";
    ALTER TABLE "read_also_links" ADD CONSTRAINT "read_also_links_url_scheme"
      CHECK ("url" IS NULL OR "url" ~* '^(https?://|mailto:|tel:|/)');
    ALTER TABLE "articles_sources" ADD CONSTRAINT "articles_sources_url_scheme"
      CHECK ("url" IS NULL OR "url" ~* '^(https?://|mailto:|tel:|/)');
    DROP FUNCTION "is_linkable"(text);
    DROP TABLE "rate_limits";
  `)
}
