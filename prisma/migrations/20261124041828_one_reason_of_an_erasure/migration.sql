-- Why somebody's name was erased stands in the audit event alone, where words can be redacted.
CREATE OR REPLACE FUNCTION erase_person(
  person_id uuid, by_id uuid, by_version integer, at timestamptz, why text, submission uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "Person" WHERE id = person_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such person' USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO "Erasure" ("personId", "recordedAt", "authorId", "authorVersion")
  VALUES (person_id, at, by_id, by_version);
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
ALTER TABLE "Erasure" DROP COLUMN "reason";
