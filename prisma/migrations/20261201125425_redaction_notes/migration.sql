-- CreateEnum
CREATE TYPE "RedactionStage" AS ENUM ('asked', 'answered');

-- DropForeignKey
ALTER TABLE "RedactionOutcome" DROP CONSTRAINT "RedactionOutcome_authorId_authorVersion_fkey";

-- AlterTable
ALTER TABLE "RedactionOutcome" ALTER COLUMN "authorId" DROP NOT NULL,
ALTER COLUMN "authorVersion" DROP NOT NULL;

-- CreateTable
CREATE TABLE "RedactionNote" (
    "redactionId" UUID NOT NULL,
    "stage" "RedactionStage" NOT NULL,
    "personId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "mailedAt" TIMESTAMPTZ(3),
    "putAwayAt" TIMESTAMPTZ(3),

    CONSTRAINT "RedactionNote_pkey" PRIMARY KEY ("redactionId","stage","personId")
);

-- CreateIndex
CREATE INDEX "RedactionNote_personId_idx" ON "RedactionNote"("personId");

-- AddForeignKey
ALTER TABLE "RedactionOutcome" ADD CONSTRAINT "RedactionOutcome_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionNote" ADD CONSTRAINT "RedactionNote_redactionId_fkey" FOREIGN KEY ("redactionId") REFERENCES "Redaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionNote" ADD CONSTRAINT "RedactionNote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of two people neither had a hand in the other's account of late; lib/domain/independence.ts says
-- the whole of it, and this what no caller may get round. Where nobody else can agree, the operator
-- does by a command: an agreement without an author, which its transaction has to say aloud.
CREATE OR REPLACE FUNCTION redaction_takes_two() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  r "Redaction";
  asker "Person";
  other "Person";
BEGIN
  SELECT * INTO r FROM "Redaction" WHERE id = NEW."redactionId";
  IF NEW.kind = 'withdrawn' AND NEW."authorId" IS DISTINCT FROM r."authorId" THEN
    RAISE EXCEPTION 'only who asked for a redaction withdraws it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.kind = 'agreed') <> (NEW.hashes IS NOT NULL) THEN
    RAISE EXCEPTION 'what was agreed, and nothing else, has hashes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."authorId" IS NULL AND (
    NEW.kind <> 'agreed' OR coalesce(current_setting('board.operator', TRUE), '') <> r.id::text
  ) THEN
    RAISE EXCEPTION 'only the operator''s command agrees without a person'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.kind = 'agreed' THEN
    SELECT * INTO asker FROM "Person" WHERE id = r."authorId";
    IF asker."deactivatedAt" IS NOT NULL
      OR NOT asker.roles && ARRAY['officer', 'administrator']::"Role"[]
    THEN
      RAISE EXCEPTION 'a redaction takes an administrator and an officer, two people'
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.kind = 'agreed' AND NEW."authorId" IS NOT NULL THEN
    SELECT * INTO other FROM "Person" WHERE id = NEW."authorId";
    IF asker.id = other.id OR other."deactivatedAt" IS NOT NULL
      OR NOT coalesce(
        ('administrator' = ANY (asker.roles) AND 'officer' = ANY (other.roles))
        OR ('officer' = ANY (asker.roles) AND 'administrator' = ANY (other.roles)), FALSE)
    THEN
      RAISE EXCEPTION 'a redaction takes an administrator and an officer, two people'
        USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
      SELECT FROM "AuditEvent" a
      WHERE a."recordedAt" > NEW."recordedAt" - interval '90 days'
        AND a.kind IN ('person.invited', 'person.roles', 'person.reactivated', 'person.link_made',
          'person.second_step_reset', 'person.sessions_ended', 'person.unlinked', 'person.changed')
        AND (a.kind <> 'person.changed' OR a.changes @> '[{"field": "email"}]')
        AND (a."authorId", a."personId") IN ((asker.id, other.id), (other.id, asker.id))
    ) THEN
      RAISE EXCEPTION 'of the two who redact, neither had a hand in the account of the other'
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
