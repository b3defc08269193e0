// The names of accounts that are gone: the history says who wrote, approved and published, whoever has left since.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE "former_accounts" (
      "id" integer PRIMARY KEY,
      "name" text NOT NULL
    );
    CREATE FUNCTION "keep_name_of_account"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO "former_accounts" ("id", "name") VALUES (OLD."id", OLD."name")
        ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name";
      RETURN NULL;
    END $$;
    CREATE TRIGGER "users_keep_name"
      AFTER DELETE ON "users"
      FOR EACH ROW EXECUTE FUNCTION "keep_name_of_account"();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER "users_keep_name" ON "users";
    DROP FUNCTION "keep_name_of_account"();
    DROP TABLE "former_accounts";
  `)
}
