import type { Database, Transaction } from '@/lib/data/database';
import { lock } from '@/lib/data/lock';
import { hashPassword } from '@/lib/data/password';
import { type DemoAccount, listAccounts, setDemoPassword } from './demo/accounts';
import { Calendar } from './demo/calendar';
import { BEGINNING, seedDemo } from './demo/demo';
import { seedReference } from './reference';

export interface SeedSummary {
  /** Whom the demo board lets in; empty when there is none. */
  demoAccounts: DemoAccount[];
}

/**
 * Puts the reference content into a database, and the fictional demo board into one that nobody
 * has used yet. All of it or nothing: an interrupted seeding leaves no half of a board behind.
 * A second seeding changes nothing.
 * @param demo whether the demo board belongs here
 * @param demoPassword the password of the demo accounts, now and after every start
 */
export async function seed({
  db,
  now,
  demo,
  demoPassword,
}: {
  db: Database;
  now: Date;
  demo: boolean;
  demoPassword?: string;
}): Promise<SeedSummary> {
  return db.$transaction(
    async (tx) => {
      // Two processes that start at once take turns.
      await lock(tx, 'seed');
      const plant = demo && (await tx.person.count()) === 0;
      const beginning = plant ? new Calendar(now).opening(BEGINNING) : now;
      await seedReference(tx, beginning);
      await addSettings(tx, { beginning, now }, plant);
      if (plant) {
        await seedDemo(inside(tx), now, demoPassword ? await hashPassword(demoPassword) : null);
      } else if (demo && demoPassword) {
        await setDemoPassword(tx, now, demoPassword);
      }
      return { demoAccounts: demo ? await listAccounts(tx) : [] };
    },
    // A slow machine has its time: nobody waits for anything but this.
    { timeout: 900_000, maxWait: 60_000 },
  );
}

async function addSettings(
  tx: Transaction,
  { beginning, now }: { beginning: Date; now: Date },
  illustrative: boolean,
): Promise<void> {
  const latest = await tx.boardSettings.findFirst({ orderBy: { version: 'desc' } });
  if (latest && (latest.illustrative || !illustrative)) return;
  await tx.boardSettings.create({
    data: {
      version: (latest?.version ?? 0) + 1,
      recordedAt: latest ? now : beginning,
      boardName: illustrative
        ? 'Exampleshire Drug and Alcohol Delivery Board'
        : 'Drug and Alcohol Delivery Board',
      areas: illustrative ? ['Exampleshire', 'Fenmarsh', 'Sampleford', 'Mid Example'] : [],
      illustrative,
      dueSoonDays: 30,
      reviewMonths: 12,
      ragKeyConfirmed: illustrative,
    },
  });
}

/** A connection whose transactions are all part of one that is open already. */
function inside(tx: Transaction): Database {
  return new Proxy(tx, {
    get: (target, key) =>
      key === '$transaction'
        ? (run: (tx: Transaction) => Promise<unknown>) => run(tx)
        : Reflect.get(target, key, target),
  }) as Database;
}
