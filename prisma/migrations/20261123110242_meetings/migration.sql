-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "meetingId" UUID;

-- AlterTable
ALTER TABLE "BoardSettings" ADD COLUMN     "papersIssuedDays" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "updatesDueDays" INTEGER NOT NULL DEFAULT 10;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "papersIssued" DATE,
ADD COLUMN     "updatesDue" DATE;

-- AlterTable
ALTER TABLE "MeetingVersion" ADD COLUMN     "papersIssued" DATE,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "updatesDue" DATE;

-- AddForeignKey
ALTER TABLE "MeetingVersion" ADD CONSTRAINT "MeetingVersion_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;
