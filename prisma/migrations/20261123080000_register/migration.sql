-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'member', 'commissioner', 'officer', 'administrator');

-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('recommendation', 'commitment', 'local_action');

-- CreateEnum
CREATE TYPE "CommitmentKind" AS ENUM ('commitment', 'context', 'heading', 'dependency');

-- CreateEnum
CREATE TYPE "RagStatus" AS ENUM ('red', 'amber', 'green', 'blue', 'not_rated');

-- CreateEnum
CREATE TYPE "Lifecycle" AS ENUM ('open', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('complete', 'superseded', 'no_longer_pursued', 'merged', 'passed_on');

-- CreateEnum
CREATE TYPE "OurRole" AS ENUM ('deliver', 'contribute', 'watch');

-- CreateEnum
CREATE TYPE "UpdateKind" AS ENUM ('baseline', 'rag', 'no_change', 'owner', 'dates', 'our_role', 'withdrawal');

-- CreateEnum
CREATE TYPE "StatementKind" AS ENUM ('our_response', 'national_position');

-- CreateEnum
CREATE TYPE "GroupingKind" AS ENUM ('theme', 'key_area', 'strategy_priority', 'objective', 'part');

-- CreateEnum
CREATE TYPE "LinkStrength" AS ENUM ('direct', 'partial', 'thematic');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('link', 'file');

-- CreateEnum
CREATE TYPE "EvidenceEventKind" AS ENUM ('withdrawn', 'restricted', 'released');

-- CreateEnum
CREATE TYPE "RestrictionCategory" AS ENUM ('personal', 'commercial', 'legal', 'other');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "email" TEXT,
    "passwordHash" TEXT,
    "roles" "Role"[],
    "deactivatedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "organisationId" UUID,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonVersion" (
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "organisationId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,

    CONSTRAINT "PersonVersion_pkey" PRIMARY KEY ("personId","version")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT,
    "national" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "nowCalled" TEXT,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationVersion" (
    "organisationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "nowCalled" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,

    CONSTRAINT "OrganisationVersion_pkey" PRIMARY KEY ("organisationId","version")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessLink" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "published" TEXT NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "kind" "ItemKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "sourceId" UUID,
    "commitmentKind" "CommitmentKind",
    "parentId" UUID,
    "rated" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "rag" "RagStatus" NOT NULL DEFAULT 'not_rated',
    "headline" TEXT,
    "ownerId" UUID,
    "leadOrganisationId" UUID,
    "ourRole" "OurRole",
    "firstDueDate" DATE,
    "dueDate" DATE,
    "reviewDate" DATE,
    "lifecycle" "Lifecycle" NOT NULL DEFAULT 'open',
    "outcome" "Outcome",
    "closedOn" DATE,
    "wordingNumber" INTEGER NOT NULL DEFAULT 0,
    "shortTitle" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "lastUpdateAt" TIMESTAMPTZ(3),
    "lastRecordedAt" TIMESTAMPTZ(3) NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "hiddenFrom" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NationalDeadline" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "date" DATE,
    "basis" TEXT NOT NULL,

    CONSTRAINT "NationalDeadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusUpdate" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "UpdateKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "onBehalfOfId" UUID,
    "rag" "RagStatus" NOT NULL,
    "headline" TEXT,
    "ownerId" UUID,
    "leadOrganisationId" UUID,
    "ourRole" "OurRole",
    "firstDueDate" DATE,
    "dueDate" DATE,
    "reviewDate" DATE,
    "lifecycle" "Lifecycle" NOT NULL,
    "outcome" "Outcome",
    "closedOn" DATE,
    "words" TEXT,
    "recovery" TEXT,
    "nextStep" TEXT,

    CONSTRAINT "StatusUpdate_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "ItemWording" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "reason" TEXT,
    "shortTitle" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "amount" TEXT,
    "amountPeriod" TEXT,
    "editorNote" TEXT,
    "alsoInvolved" TEXT,
    "area" TEXT,
    "startDate" DATE,
    "fundingSource" TEXT,
    "fundedUntil" DATE,
    "successMeasure" TEXT,
    "baseline" TEXT,
    "target" TEXT,

    CONSTRAINT "ItemWording_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "Statement" (
    "itemId" UUID NOT NULL,
    "kind" "StatementKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "statedOn" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("itemId","kind","number")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "readOn" DATE NOT NULL,
    "value" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemRestriction" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "restricted" BOOLEAN NOT NULL,
    "category" "RestrictionCategory",
    "reason" TEXT NOT NULL,
    "reviewOn" DATE,
    "hiddenFrom" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "ItemRestriction_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "Grouping" (
    "id" UUID NOT NULL,
    "kind" "GroupingKind" NOT NULL,
    "code" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Grouping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupingVersion" (
    "groupingId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,

    CONSTRAINT "GroupingVersion_pkey" PRIMARY KEY ("groupingId","version")
);

-- CreateTable
CREATE TABLE "Link" (
    "seq" BIGSERIAL NOT NULL,
    "fromId" UUID NOT NULL,
    "toItemId" UUID,
    "toGroupingId" UUID,
    "organisationId" UUID,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "strength" "LinkStrength",
    "capacity" TEXT,
    "closestFit" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "title" TEXT NOT NULL,
    "shows" TEXT NOT NULL,
    "datedOn" DATE NOT NULL,
    "reviewOn" DATE NOT NULL,
    "url" TEXT,
    "fileName" TEXT,
    "mediaType" TEXT,
    "size" INTEGER,
    "sha256" TEXT,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceEvent" (
    "evidenceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "EvidenceEventKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "reason" TEXT NOT NULL,
    "category" "RestrictionCategory",
    "reviewOn" DATE,
    "hiddenFrom" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "EvidenceEvent_pkey" PRIMARY KEY ("evidenceId","number")
);

-- CreateTable
CREATE TABLE "FileChunk" (
    "evidenceId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "FileChunk_pkey" PRIMARY KEY ("evidenceId","index")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "startsAt" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingVersion" (
    "meetingId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "startsAt" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "cancelled" BOOLEAN NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,

    CONSTRAINT "MeetingVersion_pkey" PRIMARY KEY ("meetingId","version")
);

-- CreateTable
CREATE TABLE "BoardSettings" (
    "version" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "boardName" TEXT NOT NULL,
    "areas" TEXT[],
    "illustrative" BOOLEAN NOT NULL,
    "dueSoonDays" INTEGER NOT NULL,
    "reviewMonths" INTEGER NOT NULL,

    CONSTRAINT "BoardSettings_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" BIGSERIAL NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "kind" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT,
    "itemId" UUID,
    "evidenceId" UUID,
    "personId" UUID,
    "organisationId" UUID,
    "subjectNumber" INTEGER,
    "submissionId" UUID,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_code_key" ON "Organisation"("code");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessLink_tokenHash_key" ON "AccessLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AccessLink_personId_idx" ON "AccessLink"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_prefix_key" ON "Source"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "Item_reference_key" ON "Item"("reference");

-- CreateIndex
CREATE INDEX "Item_kind_ordinal_idx" ON "Item"("kind", "ordinal");

-- CreateIndex
CREATE INDEX "Item_ownerId_idx" ON "Item"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "NationalDeadline_itemId_text_key" ON "NationalDeadline"("itemId", "text");

-- CreateIndex
CREATE INDEX "StatusUpdate_recordedAt_idx" ON "StatusUpdate"("recordedAt");

-- CreateIndex
CREATE INDEX "Reading_itemId_idx" ON "Reading"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Grouping_kind_code_key" ON "Grouping"("kind", "code");

-- CreateIndex
CREATE INDEX "Link_fromId_idx" ON "Link"("fromId");

-- CreateIndex
CREATE INDEX "Link_toItemId_idx" ON "Link"("toItemId");

-- CreateIndex
CREATE INDEX "Link_toGroupingId_idx" ON "Link"("toGroupingId");

-- CreateIndex
CREATE INDEX "Evidence_itemId_idx" ON "Evidence"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_slug_key" ON "Meeting"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_submissionId_key" ON "AuditEvent"("submissionId");

-- CreateIndex
CREATE INDEX "AuditEvent_itemId_idx" ON "AuditEvent"("itemId");

-- CreateIndex
CREATE INDEX "AuditEvent_recordedAt_idx" ON "AuditEvent"("recordedAt");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonVersion" ADD CONSTRAINT "PersonVersion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationVersion" ADD CONSTRAINT "OrganisationVersion_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessLink" ADD CONSTRAINT "AccessLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_leadOrganisationId_fkey" FOREIGN KEY ("leadOrganisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NationalDeadline" ADD CONSTRAINT "NationalDeadline_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusUpdate" ADD CONSTRAINT "StatusUpdate_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemWording" ADD CONSTRAINT "ItemWording_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemWording" ADD CONSTRAINT "ItemWording_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemRestriction" ADD CONSTRAINT "ItemRestriction_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemRestriction" ADD CONSTRAINT "ItemRestriction_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupingVersion" ADD CONSTRAINT "GroupingVersion_groupingId_fkey" FOREIGN KEY ("groupingId") REFERENCES "Grouping"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_toItemId_fkey" FOREIGN KEY ("toItemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_toGroupingId_fkey" FOREIGN KEY ("toGroupingId") REFERENCES "Grouping"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceEvent" ADD CONSTRAINT "EvidenceEvent_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceEvent" ADD CONSTRAINT "EvidenceEvent_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileChunk" ADD CONSTRAINT "FileChunk_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingVersion" ADD CONSTRAINT "MeetingVersion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;
