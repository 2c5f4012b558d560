-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "groupingId" UUID,
ADD COLUMN     "sourceId" UUID;

-- AlterTable
ALTER TABLE "Grouping" ADD COLUMN     "retired" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "GroupingVersion" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "retired" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "ordinal" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "SourceVersion" (
    "sourceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,

    CONSTRAINT "SourceVersion_pkey" PRIMARY KEY ("sourceId","version")
);

-- AddForeignKey
ALTER TABLE "SourceVersion" ADD CONSTRAINT "SourceVersion_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceVersion" ADD CONSTRAINT "SourceVersion_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupingVersion" ADD CONSTRAINT "GroupingVersion_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_groupingId_fkey" FOREIGN KEY ("groupingId") REFERENCES "Grouping"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the sources said from the start, recorded when their items were.
INSERT INTO "SourceVersion" ("sourceId", version, title, publisher, published, "recordedAt")
SELECT s.id, 1, s.title, s.publisher, s.published, min(i."createdAt")
FROM "Source" s JOIN "Item" i ON i."sourceId" = s.id
GROUP BY s.id;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SourceVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "SourceVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "SourceVersion" ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE "SourceVersion" ENABLE ALWAYS TRIGGER append_only_truncate;
