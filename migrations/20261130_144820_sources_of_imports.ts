// What says which source an import was made from, and the dates that the source states.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
  ALTER TABLE "imports" ADD COLUMN "source_id" varchar;
  ALTER TABLE "imports" ADD COLUMN "site" varchar;
  ALTER TABLE "imports" ADD COLUMN "address" varchar;
  ALTER TABLE "imports" ADD COLUMN "name" varchar;
  ALTER TABLE "imports" ADD COLUMN "published_at" timestamp(3) with time zone;
  ALTER TABLE "imports" ADD COLUMN "modified_at" timestamp(3) with time zone;
  CREATE INDEX "imports_source_id_idx" ON "imports" USING btree ("source_id");
  CREATE INDEX "imports_address_idx" ON "imports" USING btree ("address");
  CREATE INDEX "imports_name_idx" ON "imports" USING btree ("name");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
  DROP INDEX "imports_source_id_idx";
  DROP INDEX "imports_address_idx";
  DROP INDEX "imports_name_idx";
  ALTER TABLE "imports" DROP COLUMN "source_id";
  ALTER TABLE "imports" DROP COLUMN "site";
  ALTER TABLE "imports" DROP COLUMN "address";
  ALTER TABLE "imports" DROP COLUMN "name";
  ALTER TABLE "imports" DROP COLUMN "published_at";
  ALTER TABLE "imports" DROP COLUMN "modified_at";`)
}
