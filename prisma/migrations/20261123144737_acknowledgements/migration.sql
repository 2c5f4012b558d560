-- CreateTable
CREATE TABLE "Acknowledgement" (
    "meetingId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "takenBack" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("meetingId","itemId","rule","number")
);

-- CreateIndex
CREATE INDEX "Acknowledgement_itemId_idx" ON "Acknowledgement"("itemId");

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- Append-only, as the tables of 20261123080100_append_only are.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Acknowledgement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "Acknowledgement"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "Acknowledgement" ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE "Acknowledgement" ENABLE ALWAYS TRIGGER append_only_truncate;
