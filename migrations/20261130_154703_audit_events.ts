import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_audit_events_what" AS ENUM('signedIn', 'signInFailed', 'accountCreated', 'accountDeleted', 'accountDisabled', 'accountEnabled', 'roleChanged', 'passwordChanged', 'passwordReset', 'addressChanged', 'settingsChanged');
  CREATE TABLE "audit_events" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"when" timestamp(3) with time zone NOT NULL,
  	"what" "enum_audit_events_what" NOT NULL,
  	"account" numeric,
  	"who" numeric,
  	"client" varchar,
  	"note" varchar
  );
  
  CREATE INDEX "audit_events_when_idx" ON "audit_events" USING btree ("when");
  CREATE INDEX "audit_events_account_idx" ON "audit_events" USING btree ("account");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "audit_events" CASCADE;
  DROP TYPE "public"."enum_audit_events_what";`)
}
