// What a database knows of itself: where it was when it was last marked (see src/jobs/restored.ts), and how far the import of
// the demonstration articles came (see src/cli/import/demonstration.ts).
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE "installation" (
      "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
      "place" text,
      "marked_at" timestamptz,
      "demonstration" text CHECK ("demonstration" IN ('begun', 'done'))
    );
    INSERT INTO "installation" DEFAULT VALUES;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE "installation";`)
}
