-- An erasure blanks what a security event says of somebody's browser too, and their address where
-- an event of nobody's account holds it: an attempt before they were invited, a refusal of a provider.
CREATE OR REPLACE FUNCTION keep_security_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."recordedAt" < now() - interval '6 months' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE'
    AND (NEW.detail IS NULL OR NEW.detail = OLD.detail)
    AND (NEW.agent IS NULL OR NEW.agent = OLD.agent)
    AND to_jsonb(NEW) - 'detail' - 'agent' = to_jsonb(OLD) - 'detail' - 'agent'
    AND EXISTS (
      SELECT FROM "Erasure" e
      WHERE (OLD."personId" IS NULL OR e."personId" = OLD."personId")
        AND e.xmin = pg_current_xact_id()::xid)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a security event is kept: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE OR REPLACE FUNCTION erase_person(
  person_id uuid, by_id uuid, by_version integer, at timestamptz, why text, submission uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  mail text;
BEGIN
  SELECT email INTO mail FROM "Person" WHERE id = person_id FOR UPDATE;
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
  UPDATE "SecurityEvent" SET detail = NULL, agent = NULL
  WHERE "personId" = person_id AND (detail IS NOT NULL OR agent IS NOT NULL);
  UPDATE "SecurityEvent" SET detail = NULL
  WHERE "personId" IS NULL
    AND (lower(detail) = lower(mail)
      OR right(lower(detail), length(mail) + 2) = ': ' || lower(mail));
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
