ALTER TABLE "Session" ADD COLUMN "provedAt" TIMESTAMPTZ(3);
ALTER TABLE "PendingSignIn" ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password';
ALTER TABLE "BoardSettings" ADD COLUMN "secondStepOutside" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "Person" ADD COLUMN "devicesSince" TIMESTAMPTZ(3), ADD COLUMN "powersSince" TIMESTAMPTZ(3);
-- Whoever holds such a role has until a week from now to set up a second step, not from when they
-- were given it: nobody is shut out by the start of a new version.
UPDATE "Person" SET "powersSince" = now() WHERE roles && ARRAY['administrator', 'officer']::"Role"[];
