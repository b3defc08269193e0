// The check on live rows finds their workflow by its index, so that a publish costs the same among few articles and many.
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** @param kind the comparison with the trigger's argument; a column that is cast is not found by its index */
const requireWorkflow = (kind: string) => `
  CREATE OR REPLACE FUNCTION "require_workflow"() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF coalesce(NEW."_status" = 'published', false) <> coalesce(
      (SELECT "live" FROM "workflows" WHERE ${kind} AND "document" = NEW."id"), false)
    THEN
      RAISE EXCEPTION 'only an event of the workflow publishes or withdraws (% %)', TG_ARGV[0], NEW."id"
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(requireWorkflow(`"kind" = TG_ARGV[0]::"enum_workflows_kind"`)))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(requireWorkflow(`"kind"::text = TG_ARGV[0]`)))
}
