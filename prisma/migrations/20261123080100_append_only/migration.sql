-- Nothing is overwritten: PostgreSQL itself refuses UPDATE, DELETE and TRUNCATE on the tables
-- marked ★ in the schema. ENABLE ALWAYS, since the app is usually the owner and a session could
-- otherwise switch ordinary triggers off with session_replication_role.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'PersonVersion', 'OrganisationVersion', 'GroupingVersion', 'MeetingVersion',
    'StatusUpdate', 'ItemWording', 'Statement', 'Reading', 'ItemRestriction', 'Link',
    'Evidence', 'EvidenceEvent', 'FileChunk', 'BoardSettings', 'AuditEvent'
  ] LOOP
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

-- A link has exactly one end.
ALTER TABLE "Link" ADD CONSTRAINT "Link_one_target"
  CHECK (num_nonnulls("toItemId", "toGroupingId", "organisationId") = 1);

-- Evidence is a web address or a file, never both or neither.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_link_or_file" CHECK (
  (kind = 'link' AND url IS NOT NULL AND "fileName" IS NULL)
  OR (kind = 'file' AND url IS NULL AND num_nulls("fileName", "mediaType", size, sha256) = 0)
);

-- recordedAt never goes backwards for an item (design, "A schema to start from").
CREATE FUNCTION refuse_backwards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "StatusUpdate" s
    WHERE s."itemId" = NEW."itemId" AND s."recordedAt" > NEW."recordedAt"
  ) THEN
    RAISE EXCEPTION 'an item''s record cannot go back in time' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER record_in_order BEFORE INSERT ON "StatusUpdate"
  FOR EACH ROW EXECUTE FUNCTION refuse_backwards();
ALTER TABLE "StatusUpdate" ENABLE ALWAYS TRIGGER record_in_order;
