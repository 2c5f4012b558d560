-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('extension', 'closure', 'reopening');

-- CreateEnum
CREATE TYPE "DecisionResult" AS ENUM ('agreed', 'refused', 'returned', 'noted');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "UpdateKind" ADD VALUE 'extension';

ALTER TYPE "UpdateKind" ADD VALUE 'closure';

ALTER TYPE "UpdateKind" ADD VALUE 'reopening';

ALTER TYPE "UpdateKind" ADD VALUE 'correction';

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "decisionId" UUID;

-- CreateTable
CREATE TABLE "Proposal" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "onBehalfOfId" UUID,
    "onBehalfOfVersion" INTEGER,
    "reason" TEXT NOT NULL,
    "presentDueDate" DATE,
    "dueDate" DATE,
    "reviewDate" DATE,
    "outcome" "Outcome",
    "finishedOn" DATE,
    "mergedIntoId" UUID,
    "passedTo" TEXT,
    "rag" "RagStatus",
    "headline" TEXT,
    "recovery" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "ProposalWithdrawal" (
    "itemId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ProposalWithdrawal_pkey" PRIMARY KEY ("itemId","number")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "authorVersion" INTEGER,
    "meetingId" UUID,
    "delegatedToId" UUID,
    "delegatedToVersion" INTEGER,
    "decidedOn" DATE NOT NULL,
    "minuteReference" TEXT NOT NULL,
    "itemId" UUID,
    "proposalNumber" INTEGER,
    "result" "DecisionResult" NOT NULL,
    "words" TEXT,
    "supersedesId" UUID,
    "updateNumber" INTEGER,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Decision_supersedesId_key" ON "Decision"("supersedesId");

-- CreateIndex
CREATE INDEX "Decision_itemId_idx" ON "Decision"("itemId");

-- CreateIndex
CREATE INDEX "Decision_meetingId_idx" ON "Decision"("meetingId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_onBehalfOfId_onBehalfOfVersion_fkey" FOREIGN KEY ("onBehalfOfId", "onBehalfOfVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalWithdrawal" ADD CONSTRAINT "ProposalWithdrawal_itemId_number_fkey" FOREIGN KEY ("itemId", "number") REFERENCES "Proposal"("itemId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalWithdrawal" ADD CONSTRAINT "ProposalWithdrawal_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_itemId_proposalNumber_fkey" FOREIGN KEY ("itemId", "proposalNumber") REFERENCES "Proposal"("itemId", "number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_delegatedToId_delegatedToVersion_fkey" FOREIGN KEY ("delegatedToId", "delegatedToVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Proposals, what became of them, and decisions are never rewritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Proposal', 'ProposalWithdrawal', 'Decision'] LOOP
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

-- Each kind of proposal asks for exactly what it is about.
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_asks_for" CHECK (
  CASE kind
    WHEN 'extension' THEN num_nonnulls("dueDate", "reviewDate") = 1
      AND num_nonnulls(outcome, "finishedOn", "mergedIntoId", "passedTo", rag, headline, recovery) = 0
    WHEN 'closure' THEN outcome IS NOT NULL
      AND (outcome = 'complete') = ("finishedOn" IS NOT NULL)
      AND (outcome = 'merged') = ("mergedIntoId" IS NOT NULL)
      AND (outcome = 'passed_on') = ("passedTo" IS NOT NULL)
      AND num_nonnulls("dueDate", "reviewDate", rag, headline, recovery) = 0
    ELSE rag IS NOT NULL AND headline IS NOT NULL
      AND num_nonnulls("dueDate", "reviewDate", outcome, "finishedOn", "mergedIntoId", "passedTo") = 0
  END
);

-- A decision is taken at a meeting or by a person it is delegated to, on a proposal or in words.
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_at_or_by"
  CHECK (num_nonnulls("meetingId", "delegatedToId") = 1);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_on"
  CHECK (("itemId" IS NULL) = ("proposalNumber" IS NULL) AND ("itemId" IS NOT NULL OR words IS NOT NULL));

-- A proposal is decided once; after that a decision on it says which one it supersedes.
CREATE UNIQUE INDEX "Decision_first_on_proposal" ON "Decision" ("itemId", "proposalNumber")
  WHERE "supersedesId" IS NULL AND "itemId" IS NOT NULL;
