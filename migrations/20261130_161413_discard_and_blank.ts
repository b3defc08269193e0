// The event "discard", answers to comments, and a mark on documents into which nobody has written: old ones are marked too,
// where no version, comment or event of theirs holds a word, so that lists no longer show them.
import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_workflow_events_what" ADD VALUE 'discard';
  ALTER TABLE "articles" ADD COLUMN "blank" boolean;
  ALTER TABLE "_articles_v" ADD COLUMN "version_blank" boolean;
  ALTER TABLE "faq_items" ADD COLUMN "blank" boolean;
  ALTER TABLE "_faq_items_v" ADD COLUMN "version_blank" boolean;
  ALTER TABLE "read_also_links" ADD COLUMN "blank" boolean;
  ALTER TABLE "_read_also_links_v" ADD COLUMN "version_blank" boolean;
  ALTER TABLE "comments" ADD COLUMN "answers" numeric;
  CREATE INDEX "comments_answers_idx" ON "comments" USING btree ("answers");

  CREATE TEMPORARY TABLE unwritten ON COMMIT DROP AS
    SELECT w.kind::text AS kind, w.document::int AS id FROM workflows w
    WHERE w.version = 1 AND w.state = 'draft' AND NOT w.live AND w.assignee IS NULL
      AND NOT EXISTS (SELECT FROM workflow_events e
        WHERE e.kind::text = w.kind::text AND e.document = w.document)
      AND NOT EXISTS (SELECT FROM comments c
        WHERE c.kind::text = w.kind::text AND c.document = w.document);
  UPDATE articles a SET blank = true FROM unwritten u WHERE u.kind = 'articles' AND u.id = a.id
    AND coalesce(title, summary, body::text, path, seo_title, seo_description) IS NULL
    AND coalesce(hero_image_id, reviewer_id, category_id) IS NULL
    AND coalesce(last_reviewed, next_review) IS NULL AND index IS NOT false
    AND NOT EXISTS (SELECT FROM articles_rels r WHERE r.parent_id = a.id)
    AND NOT EXISTS (SELECT FROM articles_sources s WHERE s._parent_id = a.id)
    AND NOT EXISTS (SELECT FROM articles_corrections c WHERE c._parent_id = a.id);
  UPDATE faq_items f SET blank = true FROM unwritten u WHERE u.kind = 'faq-items' AND u.id = f.id
    AND coalesce(question, answer::text) IS NULL AND reviewer_id IS NULL
    AND coalesce(last_reviewed, next_review) IS NULL;
  UPDATE read_also_links l SET blank = true FROM unwritten u
    WHERE u.kind = 'read-also-links' AND u.id = l.id
    AND coalesce(title, url, publisher) IS NULL AND article_id IS NULL
    AND l.kind IS NOT DISTINCT FROM 'internal' AND l.relation IS NOT DISTINCT FROM 'editorial';
  UPDATE _articles_v v SET version_blank = true FROM articles d
    WHERE d.blank AND v.parent_id = d.id;
  UPDATE _faq_items_v v SET version_blank = true FROM faq_items d
    WHERE d.blank AND v.parent_id = d.id;
  UPDATE _read_also_links_v v SET version_blank = true FROM read_also_links d
    WHERE d.blank AND v.parent_id = d.id;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "workflow_events" ALTER COLUMN "what" SET DATA TYPE text;
  DROP TYPE "public"."enum_workflow_events_what";
  CREATE TYPE "public"."enum_workflow_events_what" AS ENUM('submit', 'recall', 'requestChanges', 'approve', 'schedule', 'unschedule', 'publish', 'unpublish', 'forcePublish', 'approveAfterwards', 'assign');
  ALTER TABLE "workflow_events" ALTER COLUMN "what" SET DATA TYPE "public"."enum_workflow_events_what" USING "what"::"public"."enum_workflow_events_what";
  DROP INDEX "comments_answers_idx";
  ALTER TABLE "articles" DROP COLUMN "blank";
  ALTER TABLE "_articles_v" DROP COLUMN "version_blank";
  ALTER TABLE "faq_items" DROP COLUMN "blank";
  ALTER TABLE "_faq_items_v" DROP COLUMN "version_blank";
  ALTER TABLE "read_also_links" DROP COLUMN "blank";
  ALTER TABLE "_read_also_links_v" DROP COLUMN "version_blank";
  ALTER TABLE "comments" DROP COLUMN "answers";`)
}
