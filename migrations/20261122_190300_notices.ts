// The outbox of the mails is found without reading every notice that was ever sent.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE INDEX "notices_to_mail" ON "notices" ("mail_tries", "id")
      WHERE "mailed_at" IS NULL AND "mail_tries" < 5;
    CREATE INDEX "notices_unseen" ON "notices" ("who") WHERE "seen_at" IS NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP INDEX "notices_unseen";
    DROP INDEX "notices_to_mail";
  `)
}
