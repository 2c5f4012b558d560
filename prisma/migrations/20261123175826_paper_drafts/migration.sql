-- CreateTable
CREATE TABLE "PaperVersion" (
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "frame" JSONB NOT NULL,
    "what" TEXT NOT NULL,
    "clearedBy" TEXT,
    "clearedRole" TEXT,

    CONSTRAINT "PaperVersion_pkey" PRIMARY KEY ("meetingId","number")
);

-- AddForeignKey
ALTER TABLE "PaperVersion" ADD CONSTRAINT "PaperVersion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperVersion" ADD CONSTRAINT "PaperVersion_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- A draft is not rewritten either: each change of it is a row. It can hold a name like any text.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PaperVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change('frame', 'clearedBy', 'clearedRole');
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "PaperVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "PaperVersion" ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE "PaperVersion" ENABLE ALWAYS TRIGGER append_only_truncate;
