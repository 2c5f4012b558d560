-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('local_actions', 'status_updates', 'recommendations');

-- CreateEnum
CREATE TYPE "ImportRowState" AS ENUM ('new', 'changed', 'stale');

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "importId" UUID,
ADD COLUMN     "importRow" INTEGER;

-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "yourReference" TEXT;

-- AlterTable
ALTER TABLE "ItemWording" ADD COLUMN     "yourReference" TEXT;

-- CreateTable
CREATE TABLE "ImportUpload" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "setup" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "appliedImportId" UUID,

    CONSTRAINT "ImportUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportUploadChunk" (
    "uploadId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportUploadChunk_pkey" PRIMARY KEY ("uploadId","index")
);

-- CreateTable
CREATE TABLE "ImportColumnMemory" (
    "kind" "ImportKind" NOT NULL,
    "heading" TEXT NOT NULL,
    "use" JSONB NOT NULL,

    CONSTRAINT "ImportColumnMemory_pkey" PRIMARY KEY ("kind","heading")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "kind" "ImportKind" NOT NULL,
    "sourceId" UUID,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "state" "ImportRowState" NOT NULL,
    "itemId" UUID NOT NULL,

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("importId","row")
);

-- CreateTable
CREATE TABLE "ImportedNote" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "statedOn" DATE,
    "rag" "RagStatus",

    CONSTRAINT "ImportedNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportUpload_appliedImportId_key" ON "ImportUpload"("appliedImportId");

-- CreateIndex
CREATE INDEX "ImportUpload_personId_idx" ON "ImportUpload"("personId");

-- CreateIndex
CREATE INDEX "ImportUpload_expiresAt_idx" ON "ImportUpload"("expiresAt");

-- CreateIndex
CREATE INDEX "ImportRow_itemId_idx" ON "ImportRow"("itemId");

-- CreateIndex
CREATE INDEX "ImportedNote_itemId_idx" ON "ImportedNote"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportedNote_importId_row_ordinal_key" ON "ImportedNote"("importId", "row", "ordinal");

-- CreateIndex
CREATE INDEX "AuditEvent_importId_importRow_idx" ON "AuditEvent"("importId", "importRow");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportUpload" ADD CONSTRAINT "ImportUpload_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportUpload" ADD CONSTRAINT "ImportUpload_appliedImportId_fkey" FOREIGN KEY ("appliedImportId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportUploadChunk" ADD CONSTRAINT "ImportUploadChunk_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "ImportUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedNote" ADD CONSTRAINT "ImportedNote_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedNote" ADD CONSTRAINT "ImportedNote_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedNote" ADD CONSTRAINT "ImportedNote_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was imported is said once, like everything else. A file's name and what it noted can hold a
-- name like any text; an upload that waits is gone after a day.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Import"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('fileName');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ImportRow"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ImportedNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('heading', 'text');
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Import', 'ImportRow', 'ImportedNote'] LOOP
    EXECUTE format(
      'CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER append_only_truncate', name);
  END LOOP;
END
$$;

-- An item's own number in the list that it came from is words of its wording, and is kept on the
-- item like the title.
SELECT allow_redaction('ItemWording', 'shortTitle', 'text', 'yourReference', 'amount',
  'amountPeriod', 'editorNote', 'alsoInvolved', 'area', 'fundingSource', 'successMeasure',
  'baseline', 'target', 'reason');
CREATE OR REPLACE FUNCTION redactable_copies() RETURNS TABLE (name text, columns text[])
LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('Item', ARRAY['headline', 'shortTitle', 'text', 'yourReference']),
    ('Meeting', ARRAY['venue']),
    ('Grouping', ARRAY['name']),
    ('Source', ARRAY['title', 'publisher', 'published'])
$$;
