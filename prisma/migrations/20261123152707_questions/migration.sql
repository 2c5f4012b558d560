-- CreateEnum
CREATE TYPE "QuestionEventKind" AS ENUM ('answered', 'withdrawn');

-- AlterTable
ALTER TABLE "BoardSettings" ADD COLUMN     "ragKeyConfirmed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Question" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "meetingId" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "QuestionEvent" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "questionNumber" INTEGER NOT NULL,
    "kind" "QuestionEventKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "words" TEXT NOT NULL,

    CONSTRAINT "QuestionEvent_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateIndex
CREATE INDEX "Question_meetingId_idx" ON "Question"("meetingId");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionEvent" ADD CONSTRAINT "QuestionEvent_itemId_questionNumber_fkey" FOREIGN KEY ("itemId", "questionNumber") REFERENCES "Question"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionEvent" ADD CONSTRAINT "QuestionEvent_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- Questions and what became of them are never rewritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Question', 'QuestionEvent'] LOOP
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
