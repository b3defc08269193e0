// Lists of live articles, newest first, are read from an index alone, however many articles there are.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE INDEX "articles_live_newest" ON "articles" ("published_at" DESC, "created_at" DESC)
      INCLUDE ("id") WHERE "_status" = 'published' AND "deleted_at" IS NULL;
    CREATE INDEX "articles_live_newest_in_category"
      ON "articles" ("category_id", "published_at" DESC, "created_at" DESC)
      INCLUDE ("id") WHERE "_status" = 'published' AND "deleted_at" IS NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX "articles_live_newest_in_category";
    DROP INDEX "articles_live_newest";
  `)
}
