-- AlterTable
ALTER TABLE "AccessLink" ADD COLUMN     "asked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SecondFactor" ADD COLUMN     "begunBy" TEXT;
