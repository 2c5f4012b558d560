-- AlterTable
ALTER TABLE "BoardSettings" ADD COLUMN     "storageMb" INTEGER NOT NULL DEFAULT 10240;

-- CreateTable
CREATE TABLE "HourlyCount" (
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "HourlyCount_pkey" PRIMARY KEY ("personId","kind","hour")
);

-- CreateIndex
CREATE INDEX "Evidence_size_idx" ON "Evidence"("size");

-- AddForeignKey
ALTER TABLE "HourlyCount" ADD CONSTRAINT "HourlyCount_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
