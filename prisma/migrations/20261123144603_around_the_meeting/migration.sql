-- CreateEnum
CREATE TYPE "BoardCapacity" AS ENUM ('chair', 'vice_chair', 'member', 'in_attendance');

-- CreateEnum
CREATE TYPE "AttendanceAnswer" AS ENUM ('present', 'apologies', 'absent');

-- CreateEnum
CREATE TYPE "MeetingActionEventKind" AS ENUM ('done', 'reopened', 'withdrawn');

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "meetingActionId" UUID;

-- CreateTable
CREATE TABLE "BoardMembership" (
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "capacity" "BoardCapacity" NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "BoardMembership_pkey" PRIMARY KEY ("personId","number")
);

-- CreateTable
CREATE TABLE "AttendanceVersion" (
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "othersPresent" TEXT,

    CONSTRAINT "AttendanceVersion_pkey" PRIMARY KEY ("meetingId","number")
);

-- CreateTable
CREATE TABLE "AttendanceEntry" (
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "personVersion" INTEGER NOT NULL,
    "capacity" "BoardCapacity" NOT NULL,
    "answer" "AttendanceAnswer" NOT NULL,
    "deputy" TEXT,

    CONSTRAINT "AttendanceEntry_pkey" PRIMARY KEY ("meetingId","number","personId")
);

-- CreateTable
CREATE TABLE "DeclarationOfInterest" (
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "personVersion" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "itemIds" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "DeclarationOfInterest_pkey" PRIMARY KEY ("meetingId","number","id")
);

-- CreateTable
CREATE TABLE "MeetingAction" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "what" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueDate" DATE,

    CONSTRAINT "MeetingAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingActionEvent" (
    "actionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MeetingActionEventKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "words" TEXT NOT NULL,

    CONSTRAINT "MeetingActionEvent_pkey" PRIMARY KEY ("actionId","number")
);

-- CreateTable
CREATE TABLE "MinutesVersion" (
    "meetingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "title" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "agreedAtId" UUID,

    CONSTRAINT "MinutesVersion_pkey" PRIMARY KEY ("meetingId","number")
);

-- CreateIndex
CREATE INDEX "MeetingAction_ownerId_idx" ON "MeetingAction"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingAction_meetingId_number_key" ON "MeetingAction"("meetingId", "number");

-- AddForeignKey
ALTER TABLE "BoardMembership" ADD CONSTRAINT "BoardMembership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMembership" ADD CONSTRAINT "BoardMembership_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceVersion" ADD CONSTRAINT "AttendanceVersion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceVersion" ADD CONSTRAINT "AttendanceVersion_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_meetingId_number_fkey" FOREIGN KEY ("meetingId", "number") REFERENCES "AttendanceVersion"("meetingId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_personId_personVersion_fkey" FOREIGN KEY ("personId", "personVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclarationOfInterest" ADD CONSTRAINT "DeclarationOfInterest_meetingId_number_fkey" FOREIGN KEY ("meetingId", "number") REFERENCES "AttendanceVersion"("meetingId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclarationOfInterest" ADD CONSTRAINT "DeclarationOfInterest_personId_personVersion_fkey" FOREIGN KEY ("personId", "personVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAction" ADD CONSTRAINT "MeetingAction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAction" ADD CONSTRAINT "MeetingAction_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAction" ADD CONSTRAINT "MeetingAction_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingActionEvent" ADD CONSTRAINT "MeetingActionEvent_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "MeetingAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingActionEvent" ADD CONSTRAINT "MeetingActionEvent_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesVersion" ADD CONSTRAINT "MinutesVersion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesVersion" ADD CONSTRAINT "MinutesVersion_agreedAtId_fkey" FOREIGN KEY ("agreedAtId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutesVersion" ADD CONSTRAINT "MinutesVersion_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- Nothing of it is overwritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'BoardMembership', 'AttendanceVersion', 'AttendanceEntry', 'DeclarationOfInterest',
    'MeetingAction', 'MeetingActionEvent', 'MinutesVersion'
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

-- Minutes that were agreed are frozen: no row comes after the one that says so.
CREATE FUNCTION refuse_after_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "MinutesVersion" m
    WHERE m."meetingId" = NEW."meetingId" AND m."agreedAtId" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'these minutes were agreed and are frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER frozen BEFORE INSERT ON "MinutesVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_agreement();
ALTER TABLE "MinutesVersion" ENABLE ALWAYS TRIGGER frozen;
