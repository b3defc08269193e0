// Says once in SQL what readers get: live articles, answers and pages, and the images that the site shows with the reason for each.
//
// The columns are listed, since a view on all of a table's columns would stand in the way of every later change to that table.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE VIEW "live_articles" AS
      SELECT "id", "path", "title", "summary", "index", "category_id", "reviewer_id", "hero_image_id",
        "published_at", "created_at", "modified_at"
      FROM "articles" WHERE "_status" = 'published' AND "deleted_at" IS NULL;

    CREATE VIEW "live_faq_items" AS
      SELECT "id", "question", "answer", "anchor", "reviewer_id", "modified_at"
      FROM "faq_items" WHERE "_status" = 'published' AND "deleted_at" IS NULL;

    CREATE VIEW "live_pages" AS
      SELECT "id", "path", "title", "body", "index"
      FROM "pages" WHERE "_status" = 'published' AND "deleted_at" IS NULL;

    -- One row for each reason; a reason of the site settings names no document.
    CREATE VIEW "shown_media" ("media_id", "article_id", "notice_path", "author_id", "page_id") AS
      -- The text of an article that was withdrawn with a notice is still shown under it, with its pictures.
      SELECT picture."media_id", shown."article_id", shown."notice_path", NULL::integer, NULL::integer
        FROM (
          SELECT "id" AS "article_id", NULL::varchar AS "notice_path" FROM "live_articles"
          UNION ALL
          SELECT article."id", article."path" FROM "articles" AS article
            JOIN "workflows" AS workflow
              ON workflow."kind" = 'articles' AND workflow."document" = article."id"
            WHERE workflow."withdrawal" ->> 'reason' = 'notice' AND article."deleted_at" IS NULL
        ) AS shown
        JOIN (
          SELECT "id" AS "article_id", "hero_image_id" AS "media_id" FROM "articles"
          UNION ALL
          SELECT "parent_id", "media_id" FROM "articles_rels" WHERE "path" = 'images'
        ) AS picture ON picture."article_id" = shown."article_id"
        WHERE picture."media_id" IS NOT NULL
      UNION ALL
      SELECT picture."media_id", NULL, NULL, NULL, NULL
        FROM "site_settings", LATERAL (VALUES ("organization_logo_id"), ("share_image_id")) AS picture ("media_id")
        WHERE picture."media_id" IS NOT NULL
      UNION ALL
      -- The portrait of somebody who wrote or checked a live article.
      SELECT author."photo_id", signed."article_id", NULL, author."id", NULL
        FROM "authors" AS author
        JOIN (
          SELECT "reviewer_id" AS "author_id", "id" AS "article_id" FROM "live_articles"
          UNION ALL
          SELECT byline."authors_id", article."id" FROM "articles_rels" AS byline
            JOIN "live_articles" AS article ON article."id" = byline."parent_id"
            WHERE byline."path" = 'authors'
        ) AS signed ON signed."author_id" = author."id"
        WHERE author."photo_id" IS NOT NULL
      UNION ALL
      -- Pages are few; what their text shows is in the text alone (bodyReferences of src/domain/articles).
      SELECT media."id", NULL, NULL, NULL, page."id"
        FROM "live_pages" AS page
        CROSS JOIN LATERAL (
          WITH RECURSIVE nodes ("node") AS (
            SELECT jsonb_path_query(page."body", '$.root.children[*]')
            UNION ALL
            SELECT jsonb_path_query("node", '$.children[*]') FROM nodes
          )
          SELECT jsonb_path_query("node", '$.value[*]') AS "value" FROM nodes WHERE "node" ->> 'type' = 'upload'
          UNION ALL
          SELECT jsonb_path_query("node", 'lax $.fields.poster') FROM nodes WHERE "node" ->> 'type' = 'block'
          UNION ALL
          SELECT jsonb_path_query("node", 'lax $.fields.entries[*].image') FROM nodes WHERE "node" ->> 'type' = 'block'
        ) AS upload
        JOIN "media" AS media ON to_jsonb(media."id") = coalesce(upload."value" -> 'id', upload."value");
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP VIEW "shown_media";
    DROP VIEW "live_pages";
    DROP VIEW "live_faq_items";
    DROP VIEW "live_articles";
  `)
}
