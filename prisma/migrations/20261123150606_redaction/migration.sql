-- CreateEnum
CREATE TYPE "RedactionOutcomeKind" AS ENUM ('agreed', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "redactionId" UUID;

-- CreateTable
CREATE TABLE "Redaction" (
    "id" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID NOT NULL,
    "authorVersion" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "columns" TEXT[],
    "reason" TEXT NOT NULL,
    "itemId" UUID,
    "evidenceId" UUID,
    "meetingId" UUID,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedactionOutcome" (
    "redactionId" UUID NOT NULL,
    "kind" "RedactionOutcomeKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID NOT NULL,
    "authorVersion" INTEGER NOT NULL,
    "reason" TEXT,
    "hashes" JSONB,

    CONSTRAINT "RedactionOutcome_pkey" PRIMARY KEY ("redactionId")
);

-- CreateIndex
CREATE INDEX "Redaction_itemId_idx" ON "Redaction"("itemId");

-- CreateIndex
CREATE INDEX "Redaction_meetingId_idx" ON "Redaction"("meetingId");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_redactionId_fkey" FOREIGN KEY ("redactionId") REFERENCES "Redaction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionOutcome" ADD CONSTRAINT "RedactionOutcome_redactionId_fkey" FOREIGN KEY ("redactionId") REFERENCES "Redaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionOutcome" ADD CONSTRAINT "RedactionOutcome_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was asked and what came of it is said once, like everything else.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Redaction', 'RedactionOutcome'] LOOP
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

-- Redaction: the one way past those triggers (design, "Two exceptions"). Each function below
-- names its schema, so that no temporary table of a session can stand in for one of ours.

CREATE FUNCTION words_hash(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT encode(sha256(convert_to(words, 'UTF8')), 'hex')
$$;

CREATE FUNCTION redaction_tombstone(at timestamptz) RETURNS text
LANGUAGE sql STABLE STRICT AS $$
  SELECT 'Redacted on ' || to_char(at AT TIME ZONE 'Europe/London', 'FMDD FMMonth YYYY')
$$;

-- The same value with the tombstone in place of every text that has one of these hashes.
CREATE FUNCTION redacted_value(value jsonb, hashes text[], tombstone text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'string' THEN
      CASE WHEN words_hash(value #>> '{}') = ANY (hashes) THEN to_jsonb(tombstone) ELSE value END
    WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(redacted_value(e.value, hashes, tombstone) ORDER BY e.place), '[]')
      FROM jsonb_array_elements(value) WITH ORDINALITY AS e (value, place))
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(f.key, redacted_value(f.value, hashes, tombstone)), '{}')
      FROM jsonb_each(value) AS f)
    ELSE value
  END;
END
$$;

-- A row with some of its columns so treated.
CREATE FUNCTION redacted_row(held jsonb, columns text[], hashes text[], tombstone text) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT held || coalesce(
    (SELECT jsonb_object_agg(c, redacted_value(held -> c, hashes, tombstone))
     FROM unnest(columns) AS c WHERE held ? c), '{}')
$$;

-- The columns of each append-only table that may be redacted are the arguments of its trigger.
-- Tables that come later join with one line: SELECT allow_redaction('Question', 'words');
CREATE FUNCTION allow_redaction(name text, VARIADIC columns text[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('DROP TRIGGER append_only ON %I', name);
  EXECUTE format(
    'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%s)',
    name, (SELECT string_agg(quote_literal(c), ', ') FROM unnest(columns) AS c));
  EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', name);
END
$$;

CREATE FUNCTION redactable() RETURNS TABLE (name text, columns text[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.relname::text, array_remove(string_to_array(encode(t.tgargs, 'escape'), '\000'), '')
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE t.tgname = 'append_only' AND t.tgnargs > 0 AND c.relnamespace = 'public'::regnamespace
$$;

-- Copies of those columns that are kept for speed and are no append-only rows.
CREATE FUNCTION redactable_copies() RETURNS TABLE (name text, columns text[])
LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('Item', ARRAY['headline', 'shortTitle', 'text']),
    ('Meeting', ARRAY['venue']),
    ('Grouping', ARRAY['name']),
    ('Source', ARRAY['title', 'publisher', 'published'])
$$;

-- Whether a row is the one a redaction is about, or belongs to the same thing: words
-- that were carried over or noted in the audit trail go with those they were copied from.
CREATE FUNCTION redaction_covers(r "Redaction", name text, held jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(
    (name = r.subject AND held @> r.key)
    OR held ->> 'itemId' = r."itemId"::text
    OR held ->> 'meetingId' = r."meetingId"::text
    OR (name = 'Item' AND held ->> 'id' = r."itemId"::text)
    -- Versions of one thing, the thing itself, and what the audit trail says of it.
    OR held ->> 'id' = r.key ->> (lower(name) || 'Id')
    OR EXISTS (
      SELECT FROM jsonb_each_text(r.key) AS k
      WHERE k.key IN ('groupingId', 'sourceId') AND held ->> k.key = k.value)
    OR EXISTS (
      SELECT FROM "Evidence" e
      WHERE e.id::text = held ->> 'evidenceId' AND e."itemId" = r."itemId")
    OR EXISTS (
      SELECT FROM "Redaction" o
      WHERE o.id::text = held ->> 'redactionId'
        AND (o.id = r.id OR o."itemId" = r."itemId" OR o."meetingId" = r."meetingId")),
    FALSE)
$$;

CREATE FUNCTION redaction_hashes(hashes jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(h.value) FROM jsonb_each_text(hashes) AS h
$$;

-- A redaction takes two: another person agrees, and of the two one is an administrator and one an
-- officer. Both still are, on the day.
CREATE FUNCTION redaction_takes_two() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  r "Redaction";
  asker "Person";
  other "Person";
BEGIN
  SELECT * INTO r FROM "Redaction" WHERE id = NEW."redactionId";
  IF NEW.kind = 'withdrawn' AND NEW."authorId" <> r."authorId" THEN
    RAISE EXCEPTION 'only who asked for a redaction withdraws it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.kind = 'agreed') <> (NEW.hashes IS NOT NULL) THEN
    RAISE EXCEPTION 'what was agreed, and nothing else, has hashes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.kind = 'agreed' THEN
    SELECT * INTO asker FROM "Person" WHERE id = r."authorId";
    SELECT * INTO other FROM "Person" WHERE id = NEW."authorId";
    IF asker.id = other.id
      OR asker."deactivatedAt" IS NOT NULL OR other."deactivatedAt" IS NOT NULL
      OR NOT coalesce(
        ('administrator' = ANY (asker.roles) AND 'officer' = ANY (other.roles))
        OR ('officer' = ANY (asker.roles) AND 'administrator' = ANY (other.roles)), FALSE)
    THEN
      RAISE EXCEPTION 'a redaction takes an administrator and an officer, two people'
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER takes_two BEFORE INSERT ON "RedactionOutcome"
  FOR EACH ROW EXECUTE FUNCTION redaction_takes_two();
ALTER TABLE "RedactionOutcome" ENABLE ALWAYS TRIGGER takes_two;

-- Anybody can set the marker: it says which redaction is meant, and proves nothing. What lets an
-- UPDATE through is that this redaction was agreed in this very transaction, that the row is
-- within it, and that all that changes are words with its hashes, into its tombstone.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  marker text := current_setting('board.redaction', TRUE);
  r "Redaction";
  o "RedactionOutcome";
BEGIN
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

SELECT
  allow_redaction('StatusUpdate', 'headline', 'words', 'recovery', 'nextStep'),
  allow_redaction('ItemWording', 'shortTitle', 'text', 'amount', 'amountPeriod', 'editorNote',
    'alsoInvolved', 'area', 'fundingSource', 'successMeasure', 'baseline', 'target', 'reason'),
  allow_redaction('Statement', 'words', 'url'),
  allow_redaction('Reading', 'value', 'note'),
  allow_redaction('ItemRestriction', 'reason'),
  allow_redaction('Evidence', 'title', 'shows', 'url', 'fileName'),
  allow_redaction('FileChunk', 'bytes'),
  allow_redaction('EvidenceEvent', 'reason'),
  allow_redaction('Proposal', 'reason', 'passedTo', 'headline', 'recovery'),
  allow_redaction('ProposalWithdrawal', 'reason'),
  allow_redaction('Decision', 'words', 'minuteReference'),
  allow_redaction('MeetingVersion', 'venue', 'reason'),
  allow_redaction('GroupingVersion', 'name', 'reason'),
  allow_redaction('SourceVersion', 'title', 'publisher', 'published'),
  allow_redaction('Acknowledgement', 'reason'),
  allow_redaction('AttendanceVersion', 'othersPresent'),
  allow_redaction('AttendanceEntry', 'deputy'),
  allow_redaction('DeclarationOfInterest', 'words'),
  allow_redaction('MeetingAction', 'what'),
  allow_redaction('MeetingActionEvent', 'words'),
  allow_redaction('MinutesVersion', 'title', 'sections'),
  allow_redaction('AuditEvent', 'reason', 'changes'),
  allow_redaction('Redaction', 'reason'),
  allow_redaction('RedactionOutcome', 'reason');

-- Carries out a redaction that somebody asked for and this person agrees to: the agreement with
-- the hashes of what was there, the tombstones, and the audit event, or nothing of it.
CREATE FUNCTION redact(
  redaction_id uuid, person_id uuid, person_version integer, at timestamptz, submission uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  r "Redaction";
  held jsonb;
  hashes jsonb := '{}';
  known text[];
  tombstone text := redaction_tombstone(at);
  subject text;
  subject_columns text[];
  hash text;
  c text;
BEGIN
  -- Rows of this table never change: the lock makes two who agree at once take turns.
  SELECT * INTO STRICT r FROM "Redaction" WHERE id = redaction_id FOR UPDATE;
  SELECT a.columns INTO STRICT subject_columns FROM redactable() a WHERE a.name = r.subject;
  EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE to_jsonb(t) @> $1', r.subject)
    INTO STRICT held USING r.key;

  FOREACH c IN ARRAY r.columns LOOP
    IF r.subject = 'Evidence' AND c = 'bytes' THEN
      SELECT encode(sha256(string_agg(f.bytes, ''::bytea ORDER BY f.index)), 'hex') INTO hash
      FROM "FileChunk" f WHERE f."evidenceId" = r."evidenceId" AND f.bytes <> '';
    -- One text of several that a column holds is named by its path: 'sections.2.words'.
    ELSIF split_part(c, '.', 1) = ANY (subject_columns)
      AND jsonb_typeof(held #> string_to_array(c, '.')) = 'string'
      AND held #>> string_to_array(c, '.') !~ '^Redacted on \d{1,2} [A-Z][a-z]+ \d{4}$'
    THEN
      hash := words_hash(held #>> string_to_array(c, '.'));
    ELSE
      hash := NULL;
    END IF;
    IF hash IS NULL THEN
      RAISE EXCEPTION 'there is nothing to redact in % of %', c, r.subject
        USING ERRCODE = 'restrict_violation';
    END IF;
    hashes := hashes || jsonb_build_object(c, hash);
  END LOOP;
  known := redaction_hashes(hashes);

  INSERT INTO "RedactionOutcome"
    ("redactionId", kind, "recordedAt", "authorId", "authorVersion", hashes)
  VALUES (r.id, 'agreed', at, person_id, person_version, hashes);

  PERFORM set_config('board.redaction', r.id::text, TRUE);
  FOR subject, subject_columns IN
    SELECT a.name, a.columns FROM redactable() a WHERE a.name <> 'FileChunk'
    UNION ALL SELECT b.name, b.columns FROM redactable_copies() b
  LOOP
    EXECUTE format(
      'UPDATE %1$I t SET %2$s
       WHERE redaction_covers($1, %1$L, to_jsonb(t))
         AND redacted_row(to_jsonb(t), $2, $3, $4) <> to_jsonb(t)',
      subject,
      (SELECT string_agg(format(
         '%1$I = (jsonb_populate_record(t, redacted_row(to_jsonb(t), $2, $3, $4))).%1$I', s), ', ')
       FROM unnest(subject_columns) AS s))
    USING r, subject_columns, known, tombstone;
  END LOOP;
  IF hashes ? 'bytes' THEN
    UPDATE "FileChunk" SET bytes = '' WHERE "evidenceId" = r."evidenceId";
  END IF;
  PERFORM set_config('board.redaction', '', TRUE);

  -- The reason is read again: it may have held the very words.
  INSERT INTO "AuditEvent"
    ("recordedAt", "authorId", "authorVersion", kind, changes, reason,
     "itemId", "evidenceId", "meetingId", "redactionId", "submissionId")
  SELECT at, person_id, person_version, 'redaction.agreed',
    (SELECT jsonb_agg(jsonb_build_object('field', h.key, 'from', h.value, 'to', tombstone)
       ORDER BY array_position(r.columns, h.key)) FROM jsonb_each_text(hashes) AS h),
    w.reason, r."itemId", r."evidenceId", r."meetingId", r.id, submission
  FROM "Redaction" w WHERE w.id = r.id;
END
$$;
