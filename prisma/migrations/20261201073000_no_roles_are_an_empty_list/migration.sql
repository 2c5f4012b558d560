-- A person who cannot sign in had NULL for roles, and whoever read the column in SQL had to know.
UPDATE "Person" SET roles = '{}' WHERE roles IS NULL;
ALTER TABLE "Person" ALTER COLUMN roles SET DEFAULT ARRAY[]::"Role"[], ALTER COLUMN roles SET NOT NULL;
