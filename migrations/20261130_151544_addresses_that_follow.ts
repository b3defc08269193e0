// Whether a title can still change an address: not those that there are, whoever made them.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" ADD COLUMN "path_is_fixed" boolean;
  ALTER TABLE "_articles_v" ADD COLUMN "version_path_is_fixed" boolean;
  ALTER TABLE "categories" ADD COLUMN "slug_is_fixed" boolean;
  ALTER TABLE "topics" ADD COLUMN "slug_is_fixed" boolean;
  ALTER TABLE "authors" ADD COLUMN "slug_is_fixed" boolean;
  ALTER TABLE "pages" ADD COLUMN "path_is_fixed" boolean;
  ALTER TABLE "_pages_v" ADD COLUMN "version_path_is_fixed" boolean;
  UPDATE "articles" SET "path_is_fixed" = true WHERE "path" <> '';
  UPDATE "_articles_v" SET "version_path_is_fixed" = true WHERE "version_path" <> '';
  UPDATE "categories" SET "slug_is_fixed" = true;
  UPDATE "topics" SET "slug_is_fixed" = true;
  UPDATE "authors" SET "slug_is_fixed" = true;
  UPDATE "pages" SET "path_is_fixed" = true WHERE "path" <> '';
  UPDATE "_pages_v" SET "version_path_is_fixed" = true WHERE "version_path" <> '';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" DROP COLUMN "path_is_fixed";
  ALTER TABLE "_articles_v" DROP COLUMN "version_path_is_fixed";
  ALTER TABLE "categories" DROP COLUMN "slug_is_fixed";
  ALTER TABLE "topics" DROP COLUMN "slug_is_fixed";
  ALTER TABLE "authors" DROP COLUMN "slug_is_fixed";
  ALTER TABLE "pages" DROP COLUMN "path_is_fixed";
  ALTER TABLE "_pages_v" DROP COLUMN "version_path_is_fixed";`)
}
