// Every version knows who saved it.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" ADD COLUMN "saved_by" numeric;
  ALTER TABLE "_articles_v" ADD COLUMN "version_saved_by" numeric;
  ALTER TABLE "faq_items" ADD COLUMN "saved_by" numeric;
  ALTER TABLE "_faq_items_v" ADD COLUMN "version_saved_by" numeric;
  ALTER TABLE "read_also_links" ADD COLUMN "saved_by" numeric;
  ALTER TABLE "_read_also_links_v" ADD COLUMN "version_saved_by" numeric;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" DROP COLUMN "saved_by";
  ALTER TABLE "_articles_v" DROP COLUMN "version_saved_by";
  ALTER TABLE "faq_items" DROP COLUMN "saved_by";
  ALTER TABLE "_faq_items_v" DROP COLUMN "version_saved_by";
  ALTER TABLE "read_also_links" DROP COLUMN "saved_by";
  ALTER TABLE "_read_also_links_v" DROP COLUMN "version_saved_by";`)
}
