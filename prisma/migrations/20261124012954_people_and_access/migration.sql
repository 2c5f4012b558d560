-- CreateEnum
CREATE TYPE "AccessLinkPurpose" AS ENUM ('invitation', 'password');

-- AlterTable
ALTER TABLE "AccessLink" ADD COLUMN     "purpose" "AccessLinkPurpose" NOT NULL DEFAULT 'invitation';

-- AlterTable
ALTER TABLE "BoardSettings" ADD COLUMN     "passwordsAllowed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "secondStepRoles" "Role"[] DEFAULT ARRAY[]::"Role"[],
ADD COLUMN     "securityMonths" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "sessionHours" INTEGER NOT NULL DEFAULT 12,
ADD COLUMN     "sessionIdleMinutes" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "agent" TEXT,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password';

-- CreateTable
CREATE TABLE "SecondFactor" (
    "personId" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PendingSignIn" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptForm" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "path" TEXT NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SecurityEvent" (
    "id" BIGSERIAL NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" UUID,
    "byId" UUID,
    "address" TEXT,
    "agent" TEXT,
    "detail" TEXT,

    CONSTRAINT "SecurityEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "personId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_codeHash_key" ON "RecoveryCode"("personId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "PendingSignIn_tokenHash_key" ON "PendingSignIn"("tokenHash");

-- CreateIndex
CREATE INDEX "PendingSignIn_personId_idx" ON "PendingSignIn"("personId");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_issuer_subject_key" ON "Identity"("issuer", "subject");

-- CreateIndex
CREATE INDEX "KeptForm_personId_idx" ON "KeptForm"("personId");

-- CreateIndex
CREATE INDEX "SecurityEvent_recordedAt_idx" ON "SecurityEvent"("recordedAt");

-- CreateIndex
CREATE INDEX "SecurityEvent_personId_idx" ON "SecurityEvent"("personId");

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingSignIn" ADD CONSTRAINT "PendingSignIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptForm" ADD CONSTRAINT "KeptForm_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecurityEvent" ADD CONSTRAINT "SecurityEvent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecurityEvent" ADD CONSTRAINT "SecurityEvent_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was erased is said once, like everything else.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Erasure"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Erasure"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Erasure" ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE "Erasure" ENABLE ALWAYS TRIGGER append_only_truncate;

-- Security events never change; old ones are deleted when the board's retention says so, none in
-- its first six months, whatever a setting says. What was typed as an address goes with an erasure.
CREATE FUNCTION keep_security_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."recordedAt" < now() - interval '6 months' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.detail IS NOT NULL AND NEW.detail IS NULL
    AND to_jsonb(NEW) - 'detail' = to_jsonb(OLD) - 'detail'
    AND EXISTS (
      SELECT FROM "Erasure" e
      WHERE e."personId" = OLD."personId" AND e.xmin = pg_current_xact_id()::xid)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a security event is kept: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON "SecurityEvent"
  FOR EACH ROW EXECUTE FUNCTION keep_security_event();
CREATE TRIGGER keep_truncate BEFORE TRUNCATE ON "SecurityEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "SecurityEvent" ENABLE ALWAYS TRIGGER keep;
ALTER TABLE "SecurityEvent" ENABLE ALWAYS TRIGGER keep_truncate;

-- Erasure: the other way past the triggers (design, "Two exceptions"). Names alone are blanked, in
-- the transaction that says so in a row of its own.
CREATE FUNCTION keep_person_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.name = 'Name erased'
    AND to_jsonb(NEW) - 'name' = to_jsonb(OLD) - 'name'
    AND EXISTS (
      SELECT FROM "Erasure" e
      WHERE e."personId" = OLD."personId" AND e.xmin = pg_current_xact_id()::xid)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'PersonVersion is append-only: % refused', TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER append_only ON "PersonVersion";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PersonVersion"
  FOR EACH ROW EXECUTE FUNCTION keep_person_version();
ALTER TABLE "PersonVersion" ENABLE ALWAYS TRIGGER append_only;

-- Blanks a person's name in every version, and deletes what only served to let them in. Every
-- other row holds the ids of the person and the version, so nothing else changes.
CREATE FUNCTION erase_person(
  person_id uuid, by_id uuid, by_version integer, at timestamptz, why text, submission uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Person" WHERE id = person_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such person' USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO "Erasure" ("personId", "recordedAt", "authorId", "authorVersion", reason)
  VALUES (person_id, at, by_id, by_version, why);
  UPDATE "PersonVersion" SET name = 'Name erased' WHERE "personId" = person_id;
  UPDATE "Person" SET
    name = 'Name erased', email = NULL, "passwordHash" = NULL, roles = '{}', "erasedAt" = at,
    "deactivatedAt" = coalesce("deactivatedAt", at)
  WHERE id = person_id;
  UPDATE "Session" SET "endedAt" = coalesce("endedAt", at), agent = NULL WHERE "personId" = person_id;
  UPDATE "SecurityEvent" SET detail = NULL WHERE "personId" = person_id AND detail IS NOT NULL;
  DELETE FROM "AccessLink" WHERE "personId" = person_id;
  DELETE FROM "SecondFactor" WHERE "personId" = person_id;
  DELETE FROM "RecoveryCode" WHERE "personId" = person_id;
  DELETE FROM "PendingSignIn" WHERE "personId" = person_id;
  DELETE FROM "Identity" WHERE "personId" = person_id;
  DELETE FROM "KeptForm" WHERE "personId" = person_id;
  INSERT INTO "AuditEvent"
    ("recordedAt", "authorId", "authorVersion", kind, changes, reason, "personId", "submissionId")
  VALUES (at, by_id, by_version, 'person.erased', '[]', why, person_id, submission);
END
$$;
