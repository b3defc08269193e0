// The site's revision: one number for each commit that changed what readers get, in the order of the commits.
//
// A transaction that changes content inserts the facts that change into changed_facts. At its commit the trigger numbers
// it, notes the number beside each fact and tells every listener. The row of site_revision is locked from there to the end
// of the commit, so that a reader who sees a revision sees every earlier one. changed_facts is empty between transactions.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE "site_revision" (
      "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
      "revision" bigint NOT NULL
    );
    INSERT INTO "site_revision" ("revision") VALUES (0);
    CREATE TABLE "page_facts" ("fact" text PRIMARY KEY, "revision" bigint NOT NULL);
    CREATE INDEX "page_facts_revision" ON "page_facts" ("revision");
    CREATE TABLE "changed_facts" ("fact" text NOT NULL);

    CREATE FUNCTION "settle_changed_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE "now_at" bigint;
    BEGIN
      -- It runs once for each row; the first run settles them all.
      IF EXISTS (SELECT FROM "changed_facts") THEN
        UPDATE "site_revision" SET "revision" = "revision" + 1 RETURNING "revision" INTO "now_at";
        WITH "settled" AS (DELETE FROM "changed_facts" RETURNING "fact")
        INSERT INTO "page_facts" ("fact", "revision") SELECT DISTINCT "fact", "now_at" FROM "settled"
          ON CONFLICT ("fact") DO UPDATE SET "revision" = excluded."revision";
        PERFORM pg_notify('site_revision', "now_at"::text);
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER "changed_facts_settle" AFTER INSERT ON "changed_facts"
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "settle_changed_facts"();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE "changed_facts";
    DROP FUNCTION "settle_changed_facts"();
    DROP TABLE "page_facts";
    DROP TABLE "site_revision";
  `)
}
