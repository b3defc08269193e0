// The workflow of each document, the record of its events, and the settings that the workflow obeys.
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_workflows_kind" AS ENUM('articles', 'faq-items', 'read-also-links');
  CREATE TYPE "public"."enum_workflows_state" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'withdrawn');
  CREATE TYPE "public"."enum_workflow_events_kind" AS ENUM('articles', 'faq-items', 'read-also-links');
  CREATE TYPE "public"."enum_workflow_events_what" AS ENUM('submit', 'recall', 'requestChanges', 'approve', 'schedule', 'unschedule', 'publish', 'unpublish', 'forcePublish', 'approveAfterwards', 'assign');
  CREATE TYPE "public"."enum_workflow_events_from" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'withdrawn');
  CREATE TYPE "public"."enum_workflow_events_to" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'published', 'withdrawn');
  CREATE TYPE "public"."enum_workflow_events_reason" AS ENUM('gone', 'moved', 'notice');
  CREATE TABLE "workflows" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "enum_workflows_kind" NOT NULL,
  	"document" numeric NOT NULL,
  	"version" numeric NOT NULL,
  	"created_by" numeric,
  	"state" "enum_workflows_state" NOT NULL,
  	"live" boolean DEFAULT false NOT NULL,
  	"withdrawal" jsonb,
  	"withdrawn_path" varchar,
  	"approval" jsonb,
  	"expert_approval" jsonb,
  	"authors_since_approval" jsonb,
  	"authors_of_live" jsonb,
  	"scheduled_at" timestamp(3) with time zone,
  	"schedule_failure" jsonb,
  	"assignee" numeric,
  	"forced" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "workflow_events" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "enum_workflow_events_kind" NOT NULL,
  	"document" numeric NOT NULL,
  	"who" numeric,
  	"role" varchar NOT NULL,
  	"when" timestamp(3) with time zone NOT NULL,
  	"what" "enum_workflow_events_what" NOT NULL,
  	"from" "enum_workflow_events_from" NOT NULL,
  	"to" "enum_workflow_events_to" NOT NULL,
  	"version" numeric NOT NULL,
  	"note" varchar,
  	"four_eyes_off" boolean DEFAULT false,
  	"at" timestamp(3) with time zone,
  	"reason" "enum_workflow_events_reason",
  	"target" numeric
  );
  
  ALTER TABLE "categories" ADD COLUMN "expert_review" boolean DEFAULT false;
  ALTER TABLE "users" ADD COLUMN "active" boolean DEFAULT true;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "workflows_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "workflow_events_id" integer;
  ALTER TABLE "site_settings" ADD COLUMN "four_eyes" boolean DEFAULT true;
  ALTER TABLE "site_settings" ADD COLUMN "time_zone" varchar DEFAULT 'UTC' NOT NULL;
  CREATE INDEX "workflows_created_by_idx" ON "workflows" USING btree ("created_by");
  CREATE INDEX "workflows_state_idx" ON "workflows" USING btree ("state");
  CREATE INDEX "workflows_withdrawn_path_idx" ON "workflows" USING btree ("withdrawn_path");
  CREATE INDEX "workflows_scheduled_at_idx" ON "workflows" USING btree ("scheduled_at");
  CREATE INDEX "workflows_assignee_idx" ON "workflows" USING btree ("assignee");
  CREATE INDEX "workflows_updated_at_idx" ON "workflows" USING btree ("updated_at");
  CREATE INDEX "workflows_created_at_idx" ON "workflows" USING btree ("created_at");
  CREATE UNIQUE INDEX "kind_document_idx" ON "workflows" USING btree ("kind","document");
  CREATE INDEX "workflow_events_when_idx" ON "workflow_events" USING btree ("when");
  CREATE INDEX "kind_document_1_idx" ON "workflow_events" USING btree ("kind","document");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_workflows_fk" FOREIGN KEY ("workflows_id") REFERENCES "public"."workflows"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_workflow_events_fk" FOREIGN KEY ("workflow_events_id") REFERENCES "public"."workflow_events"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_workflows_id_idx" ON "payload_locked_documents_rels" USING btree ("workflows_id");
  CREATE INDEX "payload_locked_documents_rels_workflow_events_id_idx" ON "payload_locked_documents_rels" USING btree ("workflow_events_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "workflows" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "workflow_events" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "workflows" CASCADE;
  DROP TABLE "workflow_events" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_workflows_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_workflow_events_fk";
  
  DROP INDEX "payload_locked_documents_rels_workflows_id_idx";
  DROP INDEX "payload_locked_documents_rels_workflow_events_id_idx";
  ALTER TABLE "categories" DROP COLUMN "expert_review";
  ALTER TABLE "users" DROP COLUMN "active";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "workflows_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "workflow_events_id";
  ALTER TABLE "site_settings" DROP COLUMN "four_eyes";
  ALTER TABLE "site_settings" DROP COLUMN "time_zone";
  DROP TYPE "public"."enum_workflows_kind";
  DROP TYPE "public"."enum_workflows_state";
  DROP TYPE "public"."enum_workflow_events_kind";
  DROP TYPE "public"."enum_workflow_events_what";
  DROP TYPE "public"."enum_workflow_events_from";
  DROP TYPE "public"."enum_workflow_events_to";
  DROP TYPE "public"."enum_workflow_events_reason";`)
}
