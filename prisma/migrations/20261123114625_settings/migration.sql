-- AlterTable
ALTER TABLE "BoardSettings" ADD COLUMN     "ragKey" JSONB;

-- AddForeignKey
ALTER TABLE "BoardSettings" ADD CONSTRAINT "BoardSettings_authorId_authorVersion_fkey" FOREIGN KEY ("authorId", "authorVersion") REFERENCES "PersonVersion"("personId", "version") ON DELETE SET NULL ON UPDATE CASCADE;
