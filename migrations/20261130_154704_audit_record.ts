// The record of accounts and settings is append-only, as that of the workflow is.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE FUNCTION "keep_audit"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the record of accounts and settings is append-only' USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER "audit_events_keep" BEFORE UPDATE OR DELETE ON "audit_events"
      FOR EACH ROW EXECUTE FUNCTION "keep_audit"();
    CREATE TRIGGER "audit_events_keep_all" BEFORE TRUNCATE ON "audit_events"
      FOR EACH STATEMENT EXECUTE FUNCTION "keep_audit"();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER "audit_events_keep_all" ON "audit_events";
    DROP TRIGGER "audit_events_keep" ON "audit_events";
    DROP FUNCTION "keep_audit"();
  `)
}
