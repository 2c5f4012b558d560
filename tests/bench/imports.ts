import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/data/context';
import { connectDatabase } from '@/lib/data/database';
import { applyImport } from '@/lib/data/imports';
import { migrate } from '@/prisma/migrate';
import { openScratch } from '@/prisma/scratch';
import { seed } from '@/seed/seed';
import { contextOf, makeActors, NOW } from '../support/actors';
import { type Asks, literal, previewForm, upload } from '../support/imports';
import type { Row } from './row';

const ROWS = 5000;
const RATED = {
  rag: 'amber',
  words: 'Two of three sites are open; the third waits for its lease.',
  recovery: 'The lease is signed in May',
  nextStep: null,
} as const;

async function seconds<T>(run: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await run();
  return [(performance.now() - begun) / 1000, result];
}

/** From the upload of so many rows to their preview, and from there to done. */
async function through(context: Context, what: string, asks: readonly Asks[]): Promise<Row[]> {
  const [shown, form] = await seconds(async () =>
    previewForm(context, await upload(context, asks)),
  );
  const [done] = await seconds(() => applyImport(context, form, literal));
  const note = 'under 20';
  return [
    { name: `${ROWS} ${what} rows from upload to preview`, value: shown, unit: 's', note },
    { name: `${ROWS} ${what} rows from apply to done`, value: done, unit: 's', note },
  ];
}

/** A file of 5,000 new actions, each with a rating and a link, and one that changes them all. */
export async function imports(): Promise<Row[]> {
  const scratch = await openScratch();
  const db = connectDatabase(scratch.url);
  try {
    await migrate(scratch.url);
    await seed({ db, now: NOW, demo: false });
    const { home } = await makeActors(db);
    const context = contextOf(db, home.officer);
    const { id } = await db.item.findUniqueOrThrow({ where: { reference: 'R1' } });
    const news = Array.from(
      { length: ROWS },
      (_, index): Asks => ({
        wording: {
          shortTitle: `Action ${index}`,
          text: 'What will be done',
          yourReference: `${index}`,
        },
        ownerId: home.member.id,
        dates: { due: '2027-03-31', review: null, firstDue: null },
        update: { ...RATED, headline: `Headline ${index}` },
        linkIds: [id],
        notes: [{ heading: 'Progress Q1', text: randomUUID(), on: '2026-06-30', rag: 'red' }],
      }),
    );
    const made = await through(context, 'new', news);
    const references = await db.item.findMany({
      where: { kind: 'local_action' },
      select: { reference: true },
    });
    const changes = references.map(
      ({ reference }, index): Asks => ({
        reference,
        wording: { text: `What will be done: ${index}` },
        ownerId: home.commissioner.id,
        dates: { due: '2027-02-28', review: null, firstDue: null },
        update: { ...RATED, headline: `Another ${index}` },
        proposal: { kind: 'extension', due: '2027-09-30', review: null, reason: 'The lease' },
        linkIds: [],
      }),
    );
    return [...made, ...(await through(context, 'changed', changes))];
  } finally {
    await db.$disconnect();
    await scratch.stop();
  }
}
