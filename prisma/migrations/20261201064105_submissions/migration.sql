-- CreateTable
CREATE TABLE "Submission" (
    "digest" BYTEA NOT NULL,
    "submissionId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "Submission_submissionId_idx" ON "Submission"("submissionId");

-- CreateIndex
CREATE INDEX "Submission_recordedAt_idx" ON "Submission"("recordedAt");
