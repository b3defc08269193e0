// Who has which document open at this moment. Unlogged: after a crash nobody has anything open.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE UNLOGGED TABLE "presence" (
      "kind" text NOT NULL,
      "document" integer NOT NULL,
      "account" integer NOT NULL REFERENCES "users" ON DELETE CASCADE,
      "tab" text NOT NULL,
      "since" timestamptz NOT NULL DEFAULT now(),
      "seen" timestamptz NOT NULL DEFAULT now(),
      "changed" timestamptz,
      PRIMARY KEY ("kind", "document", "account", "tab")
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE "presence"`)
}
