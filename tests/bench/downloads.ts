import { listActivity } from '@/lib/data/activity';
import type { Context } from '@/lib/data/context';
import { connectDatabase, type Database } from '@/lib/data/database';
import { getPaperDraft } from '@/lib/data/paper-drafts-view';
import { exportRegister } from '@/lib/data/register-export';
import { getStorage } from '@/lib/data/storage';
import { activityQuerySchema } from '@/lib/domain/activity';
import { ACTIVITY_COLUMNS, activityRecords } from '@/lib/domain/activity-csv';
import { registerQuerySchema } from '@/lib/domain/register';
import { drawn } from '@/lib/papers/drawn';
import { csvInBatches } from '@/lib/spreadsheets/csv';
import { migrate } from '@/prisma/migrate';
import { openScratch } from '@/prisma/scratch';
import { buildMeeting } from '@/seed/builders/board';
import { seed } from '@/seed/seed';
import { contextOf, makeActors, NOW } from '../support/actors';
import { fillRegister } from '../support/bulk';
import { randomFrom } from '../support/random';
import type { Row } from './row';
import { watched } from './watched';

const ACTIONS = 10_000;
const ORIGIN = 'https://tracker.example';

async function register(context: Context, format: 'xlsx' | 'csv') {
  const file = await exportRegister(context, 'local_action', registerQuerySchema.parse({}));
  return drawn('register', { file, format, origin: ORIGIN });
}

async function activity(context: Context) {
  async function* records() {
    for await (const rows of listActivity(context, activityQuerySchema.parse({}))) {
      yield rows.flatMap(activityRecords);
    }
  }
  let bytes = 0;
  for await (const piece of csvInBatches(ACTIVITY_COLUMNS, records())) bytes += piece.length;
  return bytes;
}

/** As many events as so many actions leave in their first year or so, of their making alone. */
async function fillActivity(db: Database, { id, version }: { id: string; version: number }) {
  const items = await db.item.findMany({ select: { id: true } });
  await db.auditEvent.createMany({
    data: items.map((item) => ({
      recordedAt: NOW,
      authorId: id,
      authorVersion: version,
      kind: 'status.rag',
      changes: [{ field: 'rag', from: 'red', to: 'amber' }],
      itemId: item.id,
    })),
  });
}

/** What people download, with 10,000 actions: how long it takes, and how long others wait for it. */
export async function downloads(): Promise<Row[]> {
  const scratch = await openScratch();
  const db = connectDatabase(scratch.url);
  try {
    await migrate(scratch.url);
    await seed({ db, now: NOW, demo: false });
    const actors = await makeActors(db);
    await fillRegister(db, actors, randomFrom(7), ACTIONS);
    await fillActivity(db, actors.home.officer);
    const context = contextOf(db, actors.home.officer);
    const slug = await buildMeeting(context, {
      date: '2026-12-10',
      startsAt: '14:00',
      venue: 'Town hall',
    });
    const face = async (name: string) => {
      const { model } = await getPaperDraft(context, slug);
      return drawn('face', { model, name, origin: ORIGIN });
    };
    const asked: Array<[string, () => Promise<unknown>]> = [
      ['register.xlsx', () => register(context, 'xlsx')],
      ['register.csv', () => register(context, 'csv')],
      ['activity.csv', () => activity(context)],
      ['draft paper.docx', () => face('paper.docx')],
      ['draft paper.pdf', () => face('paper.pdf')],
      ['draft paper.xlsx', () => face('paper.xlsx')],
      ['draft paper.html', () => face('paper.html')],
      ['what the storage holds', () => getStorage(context)],
    ];
    const rows: Row[] = [];
    for (const [name, make] of asked) {
      const { seconds, blocked } = await watched(make);
      rows.push(
        { name: `${name} of ${ACTIONS} actions`, value: seconds, unit: 's', note: '' },
        {
          name: 'longest that another page waits meanwhile',
          value: blocked,
          unit: 's',
          note: 'under 0.5',
        },
      );
      console.error(rows.slice(-2));
    }
    return rows;
  } finally {
    await db.$disconnect();
    await scratch.stop();
  }
}
