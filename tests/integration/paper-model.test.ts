import { beforeAll, describe, expect, test } from 'vitest';
import { findMeeting } from '@/lib/data/find-meeting';
import { membersPaper, publicPaper } from '@/lib/data/paper';
import type { PaperFrame } from '@/lib/domain/paper-frame';
import type { PaperModel } from '@/lib/domain/paper-model';
import { systemActor } from '@/lib/domain/permissions';
import { proseText } from '@/lib/domain/prose';
import { seed } from '@/seed/seed';
import { emptyDatabase } from '../support/whole-database';

const db = await emptyDatabase();
const now = new Date('2026-11-23T06:30:00Z');
const context = { db, now, actor: systemActor };
const frame: PaperFrame = {
  front: {
    title: 'Progress on the independent review of drugs',
    itemNumber: '4',
    author: null,
    sponsor: null,
    purpose: 'decision',
  },
  paragraphs: [],
  order: [],
  headlines: [{ reference: 'A8', words: 'Printed otherwise', original: 'x' }],
};
const stand = {
  kind: 'paper',
  state: 'draft',
  version: 1,
  cleared: null,
  replaces: null,
  openChallenges: 0,
} as const;

const paragraph = (model: PaperModel, number: string) =>
  proseText(
    model.sections.flatMap(({ paragraphs }) => paragraphs).find((one) => one.number === number)
      ?.blocks ?? [],
  );
const rows = (model: PaperModel, key: string) =>
  model.appendices.flatMap(({ parts }) => parts).find((part) => part.key === key)?.rows ?? [];
const references = (model: PaperModel) =>
  model.appendices.flatMap(({ parts }) =>
    parts.flatMap((part) => part.rows.flatMap((row) => row.reference ?? [])),
  );

describe('the paper of the demo board', () => {
  let members: PaperModel;
  let anybody: PaperModel;

  beforeAll(async () => {
    await seed({ db, now, demo: true, demoPassword: 'only for these tests' });
    const slug = (
      await db.meeting.findFirstOrThrow({ where: { date: { gt: now } }, orderBy: { date: 'asc' } })
    ).slug;
    const meeting = await findMeeting(context, slug);
    members = await membersPaper(context, meeting, null, frame, stand);
    anybody = await publicPaper(context, meeting, null, frame, stand);
    if (process.env.SHOW_PAPER) {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(process.env.SHOW_PAPER, JSON.stringify([members, anybody], null, 1));
    }
  });

  test('has every item once, in the order of the registers', async () => {
    const items = await db.item.findMany({
      where: { lifecycle: { not: 'withdrawn' } },
      orderBy: [{ kind: 'asc' }, { ordinal: 'asc' }],
    });
    expect(references(members)).toEqual(items.map(({ reference }) => reference));
  });

  test('counts what its tables hold', () => {
    const position = paragraph(members, '2.1');
    const red = rows(members, 'local-actions').filter((row) =>
      row.cells.some((cell) => cell !== null && typeof cell === 'object' && cell.rag === 'red'),
    ).length;
    expect(red).toBeGreaterThan(0);
    expect(position).toContain(`local actions: ${red} Red`);
  });

  test('is the same when it is made again', async () => {
    const meeting = await findMeeting(context, members.meeting.slug);
    expect(await membersPaper(context, meeting, null, frame, stand)).toEqual(members);
  });

  test('prints a headline as the officers want it', () => {
    expect(JSON.stringify(members)).toContain('Printed otherwise');
  });

  test('asks for what awaits a decision, each in a line of its own', async () => {
    const asked = members.sections[2]?.paragraphs ?? [];
    expect(asked[0]?.number).toBe('3.1');
    expect(asked).toHaveLength(3);
  });

  test('leaves restricted things out of the public version, and out of its counts', async () => {
    const restricted = await db.item.findMany({ where: { restricted: true } });
    expect(restricted.length).toBeGreaterThan(0);
    for (const { reference, shortTitle } of restricted) {
      expect(references(members)).toContain(reference);
      expect(references(anybody)).not.toContain(reference);
      expect(JSON.stringify(anybody)).not.toContain(shortTitle);
    }
    expect(rows(anybody, 'local-actions')).toHaveLength(
      rows(members, 'local-actions').length - restricted.length,
    );
    expect(anybody.notices.join(' ')).toContain('withheld');
    expect(members.notices.join(' ')).not.toContain('withheld');
  });
});
