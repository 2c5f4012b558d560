-- CreateEnum
CREATE TYPE "PaperIssueKind" AS ENUM ('paper', 'addendum');

-- CreateEnum
CREATE TYPE "PaperAudience" AS ENUM ('members', 'public');

-- CreateTable
CREATE TABLE "PaperIssue" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "PaperIssueKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "cutOff" TIMESTAMPTZ(3) NOT NULL,
    "replacesVersion" INTEGER,
    "replacesReason" TEXT,
    "refreshed" BOOLEAN NOT NULL,
    "openChallenges" INTEGER NOT NULL,
    "clearedBy" TEXT,
    "clearedRole" TEXT,
    "model" JSONB,
    "publicModel" JSONB,

    CONSTRAINT "PaperIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IssuedFile" (
    "issueId" UUID NOT NULL,
    "audience" "PaperAudience" NOT NULL,
    "name" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "IssuedFile_pkey" PRIMARY KEY ("issueId","audience","name")
);

-- CreateTable
CREATE TABLE "IssuedFileChunk" (
    "issueId" UUID NOT NULL,
    "audience" "PaperAudience" NOT NULL,
    "name" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "IssuedFileChunk_pkey" PRIMARY KEY ("issueId","audience","name","index")
);

-- CreateTable
CREATE TABLE "PaperWithdrawal" (
    "issueId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID NOT NULL,
    "authorVersion" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "PaperWithdrawal_pkey" PRIMARY KEY ("issueId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PaperIssue_meetingId_kind_version_key" ON "PaperIssue"("meetingId", "kind", "version");

-- CreateIndex
CREATE INDEX "IssuedFile_sha256_idx" ON "IssuedFile"("sha256");

-- AddForeignKey
ALTER TABLE "PaperIssue" ADD CONSTRAINT "PaperIssue_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperIssue" ADD CONSTRAINT "PaperIssue_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedFile" ADD CONSTRAINT "IssuedFile_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "PaperIssue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedFileChunk" ADD CONSTRAINT "IssuedFileChunk_issueId_audience_name_fkey" FOREIGN KEY ("issueId", "audience", "name") REFERENCES "IssuedFile"("issueId", "audience", "name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperWithdrawal" ADD CONSTRAINT "PaperWithdrawal_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "PaperIssue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperWithdrawal" ADD CONSTRAINT "PaperWithdrawal_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was issued is never rewritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['PaperIssue', 'IssuedFile', 'IssuedFileChunk', 'PaperWithdrawal'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      name);
    EXECUTE format(
      'CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_truncate', name);
  END LOOP;
END
$$;

SELECT
  allow_redaction('PaperIssue', 'replacesReason'),
  allow_redaction('PaperWithdrawal', 'reason');

-- Nor added to: files come in the transaction of their issue, or never.
CREATE FUNCTION refuse_after_issue() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "PaperIssue" i
    WHERE i.id = NEW."issueId" AND i.xmin = pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'this paper was issued and is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER frozen BEFORE INSERT ON "IssuedFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_issue();
ALTER TABLE "IssuedFile" ENABLE ALWAYS TRIGGER frozen;
CREATE TRIGGER frozen BEFORE INSERT ON "IssuedFileChunk"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_issue();
ALTER TABLE "IssuedFileChunk" ENABLE ALWAYS TRIGGER frozen;

-- Withdrawing destroys, so the database asks again who does it.
CREATE FUNCTION paper_withdrawn_by_officer() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Person" p
    WHERE p.id = NEW."authorId" AND 'officer' = ANY (p.roles) AND p."deactivatedAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'an issued paper is withdrawn by an officer' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (
    SELECT FROM "PaperIssue" i WHERE i.id = NEW."issueId" AND i."meetingId" = NEW."meetingId"
  ) THEN
    RAISE EXCEPTION 'a withdrawal is of the meeting of its paper' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER by_officer BEFORE INSERT ON "PaperWithdrawal"
  FOR EACH ROW EXECUTE FUNCTION paper_withdrawn_by_officer();
ALTER TABLE "PaperWithdrawal" ENABLE ALWAYS TRIGGER by_officer;

-- As before, and one way more: in the very transaction in which its withdrawal was written, the
-- models of an issued paper become null and the bytes of its files empty. Nothing else of them
-- can change, nor at any other time.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  marker text := current_setting('board.redaction', TRUE);
  r "Redaction";
  o "RedactionOutcome";
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'PaperIssue' THEN
    IF paper_withdrawn_now(OLD.id)
      AND to_jsonb(NEW) = to_jsonb(OLD) || '{"model": null, "publicModel": null}'
    THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'IssuedFileChunk' THEN
    IF paper_withdrawn_now(OLD."issueId") AND NEW.bytes = ''
      AND (NEW."issueId", NEW.audience, NEW.name, NEW.index)
        = (OLD."issueId", OLD.audience, OLD.name, OLD.index)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_NARGS > 0 AND marker <> '' THEN
    SELECT * INTO r FROM "Redaction" WHERE id::text = marker;
    SELECT * INTO o FROM "RedactionOutcome"
    WHERE "redactionId" = r.id AND kind = 'agreed' AND xmin = pg_current_xact_id()::xid;
    IF o."redactionId" IS NOT NULL THEN
      IF TG_TABLE_NAME = 'FileChunk' THEN
        IF o.hashes ? 'bytes' AND NEW.bytes = ''
          AND OLD."evidenceId" = r."evidenceId"
          AND (NEW."evidenceId", NEW.index) = (OLD."evidenceId", OLD.index)
        THEN
          RETURN NEW;
        END IF;
      ELSIF redaction_covers(r, TG_TABLE_NAME, to_jsonb(OLD))
        AND to_jsonb(NEW) = redacted_row(
          to_jsonb(OLD), TG_ARGV, redaction_hashes(o.hashes), redaction_tombstone(o."recordedAt"))
      THEN
        RETURN NEW;
      END IF;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION paper_withdrawn_now(issue_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "PaperWithdrawal" w
    WHERE w."issueId" = issue_id AND w.xmin = pg_current_xact_id()::xid)
$$;

-- Withdraws an issued paper: the tombstone, the models and bytes gone, and the audit event, or
-- nothing of it.
CREATE FUNCTION withdraw_paper(
  issue_id uuid, person_id uuid, person_version integer, at timestamptz, because text,
  submission uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  i "PaperIssue";
BEGIN
  SELECT * INTO STRICT i FROM "PaperIssue" WHERE id = issue_id;
  INSERT INTO "PaperWithdrawal"
    ("issueId", "meetingId", "recordedAt", "authorId", "authorVersion", reason)
  VALUES (i.id, i."meetingId", at, person_id, person_version, because);
  UPDATE "PaperIssue" SET model = NULL, "publicModel" = NULL WHERE id = i.id;
  UPDATE "IssuedFileChunk" SET bytes = '' WHERE "issueId" = i.id;
  INSERT INTO "AuditEvent"
    ("recordedAt", "authorId", "authorVersion", kind, changes, reason, "meetingId",
     "subjectNumber", "submissionId")
  VALUES (at, person_id, person_version, i.kind::text || '.withdrawn', '[]', because, i."meetingId",
    i.version, submission);
END
$$;
