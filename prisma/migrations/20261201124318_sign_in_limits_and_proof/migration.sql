-- What is counted ends at a moment like any other; milliseconds were a library's.
DELETE FROM "RateLimit" WHERE "expire" IS NULL;
ALTER TABLE "RateLimit" ALTER COLUMN "expire" TYPE TIMESTAMPTZ(3) USING to_timestamp("expire" / 1000.0);
ALTER TABLE "RateLimit" RENAME COLUMN "expire" TO "expiresAt";
ALTER TABLE "RateLimit"
  ALTER COLUMN "expiresAt" SET NOT NULL,
  ALTER COLUMN "key" SET DATA TYPE TEXT,
  ALTER COLUMN "points" DROP DEFAULT;
CREATE INDEX "RateLimit_expiresAt_idx" ON "RateLimit"("expiresAt");

ALTER TABLE "Session" ADD COLUMN "provedAt" TIMESTAMPTZ(3);
ALTER TABLE "PendingSignIn" ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password';
ALTER TABLE "BoardSettings" ADD COLUMN "secondStepOutside" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "Person" ADD COLUMN "devicesSince" TIMESTAMPTZ(3), ADD COLUMN "powersSince" TIMESTAMPTZ(3);
-- Whoever holds such a role has until a week from now to set up a second step, not from when they
-- were given it: nobody is shut out by the start of a new version.
UPDATE "Person" SET "powersSince" = now() WHERE roles && ARRAY['administrator', 'officer']::"Role"[];
