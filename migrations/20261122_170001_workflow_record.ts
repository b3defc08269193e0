// What the database itself holds the workflow to: nothing is live without it, and the record is append-only.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    -- What was there before the workflow: live rows are published, unless a later version waits as a draft.
    INSERT INTO "workflows" ("kind", "document", "version", "state", "live")
      SELECT 'articles', d."id", 1,
        (CASE WHEN v."version__status" = 'published' THEN 'published' ELSE 'draft' END)::"enum_workflows_state",
        coalesce(d."_status" = 'published', false)
      FROM "articles" d LEFT JOIN "_articles_v" v ON v."parent_id" = d."id" AND v."latest";
    INSERT INTO "workflows" ("kind", "document", "version", "state", "live")
      SELECT 'faq-items', d."id", 1,
        (CASE WHEN v."version__status" = 'published' THEN 'published' ELSE 'draft' END)::"enum_workflows_state",
        coalesce(d."_status" = 'published', false)
      FROM "faq_items" d LEFT JOIN "_faq_items_v" v ON v."parent_id" = d."id" AND v."latest";
    INSERT INTO "workflows" ("kind", "document", "version", "state", "live")
      SELECT 'read-also-links', d."id", 1,
        (CASE WHEN v."version__status" = 'published' THEN 'published' ELSE 'draft' END)::"enum_workflows_state",
        coalesce(d."_status" = 'published', false)
      FROM "read_also_links" d LEFT JOIN "_read_also_links_v" v ON v."parent_id" = d."id" AND v."latest";

    ALTER TABLE "workflows"
      ADD CONSTRAINT "workflows_scheduled_has_date"
        CHECK (("state" = 'scheduled') = ("scheduled_at" IS NOT NULL)),
      ADD CONSTRAINT "workflows_approved_has_seal"
        CHECK (("state" IN ('approved', 'scheduled')) = ("approval" IS NOT NULL AND "approval" <> 'null'::jsonb)),
      ADD CONSTRAINT "workflows_live_or_withdrawn"
        CHECK (NOT ("live" AND "withdrawn_path" IS NOT NULL));

    -- Readers get a row exactly when its workflow says so, whichever door wrote it.
    CREATE FUNCTION "require_workflow"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF coalesce(NEW."_status" = 'published', false) <> coalesce(
        (SELECT "live" FROM "workflows" WHERE "kind"::text = TG_ARGV[0] AND "document" = NEW."id"), false)
      THEN
        RAISE EXCEPTION 'only an event of the workflow publishes or withdraws (% %)', TG_ARGV[0], NEW."id"
          USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER "articles_require_workflow" AFTER INSERT OR UPDATE OF "_status" ON "articles"
      FOR EACH ROW EXECUTE FUNCTION "require_workflow"('articles');
    CREATE TRIGGER "faq_items_require_workflow" AFTER INSERT OR UPDATE OF "_status" ON "faq_items"
      FOR EACH ROW EXECUTE FUNCTION "require_workflow"('faq-items');
    CREATE TRIGGER "read_also_links_require_workflow" AFTER INSERT OR UPDATE OF "_status" ON "read_also_links"
      FOR EACH ROW EXECUTE FUNCTION "require_workflow"('read-also-links');

    CREATE FUNCTION "keep_record"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the record of the workflow is append-only' USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER "workflow_events_keep" BEFORE UPDATE OR DELETE ON "workflow_events"
      FOR EACH ROW EXECUTE FUNCTION "keep_record"();
    CREATE TRIGGER "workflow_events_keep_all" BEFORE TRUNCATE ON "workflow_events"
      FOR EACH STATEMENT EXECUTE FUNCTION "keep_record"();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER "workflow_events_keep_all" ON "workflow_events";
    DROP TRIGGER "workflow_events_keep" ON "workflow_events";
    DROP FUNCTION "keep_record"();
    DROP TRIGGER "read_also_links_require_workflow" ON "read_also_links";
    DROP TRIGGER "faq_items_require_workflow" ON "faq_items";
    DROP TRIGGER "articles_require_workflow" ON "articles";
    DROP FUNCTION "require_workflow"();
    ALTER TABLE "workflows"
      DROP CONSTRAINT "workflows_live_or_withdrawn",
      DROP CONSTRAINT "workflows_approved_has_seal",
      DROP CONSTRAINT "workflows_scheduled_has_date";
    DELETE FROM "workflows";
  `)
}
