import { randomUUID } from 'node:crypto';
import { type Page, test } from '@playwright/test';
import { connectDatabase, type Database } from '@/lib/data/database';
import { hashPassword } from '@/lib/data/password';
import type { Role } from '@/lib/domain/permissions';
import { findEmbedded } from '@/prisma/embedded';
import { buildAccount } from '@/seed/builders/accounts';
import { expect } from './fixtures';

/** The password of those whom `newPerson` makes. */
export const PASSWORD = 'teacup violin marsh';

let connected: Promise<Database> | undefined;

/** The database of the app under test: for what no page can do, such as letting time pass. */
export function appDatabase(): Promise<Database> {
  // Each board has workers of its own.
  const { dataDir } = test.info().project.metadata;
  connected ??= findEmbedded(dataDir).then((url) => connectDatabase(url ?? '', 1));
  return connected;
}

/** Somebody whom no other test knows. */
export async function newPerson(roles: readonly Role[] = ['member']) {
  const db = await appDatabase();
  const email = `${randomUUID()}@own.invalid`;
  const person = await buildAccount(
    { db, now: new Date() },
    {
      email,
      name: `Person ${email.slice(0, 8)}`,
      position: 'Board member',
      roles,
      organisationId: null,
      passwordHash: await hashPassword(PASSWORD),
    },
  );
  return { ...person, email };
}

/** Fills in the sign-in form on the page and sends it. */
export async function give(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs somebody in from the sign-in page. */
export async function enter(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await give(page, email, password);
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeAttached();
}

/** Moves the last use of all of somebody's sessions into the past. */
export async function letPass(personId: string, minutes: number): Promise<void> {
  const db = await appDatabase();
  const lastSeenAt = new Date(Date.now() - minutes * 60_000);
  await db.session.updateMany({ where: { personId, endedAt: null }, data: { lastSeenAt } });
}
