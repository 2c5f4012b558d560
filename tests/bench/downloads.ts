import pg from 'pg';
import { listActivity } from '@/lib/data/activity';
import type { Context } from '@/lib/data/context';
import { connectDatabase } from '@/lib/data/database';
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
const FIRST = 100;
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

/** The first hundred as many times over, with their links, and an event of each. */
async function multiply(url: string, author: { id: string; version: number }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `CREATE TEMP TABLE copies AS
      SELECT i.id AS of, gen_random_uuid() AS id, i.number, copy
      FROM "Item" i, generate_series(1, ${ACTIONS / FIRST - 1}) copy
      WHERE i.kind = 'local_action'`,
  );
  await client.query(
    `INSERT INTO "Item" SELECT (jsonb_populate_record(i, jsonb_build_object('id', c.id,
        'reference', i.reference || '0' || c.copy, 'ordinal', i.ordinal + c.copy * 1000000))).*
      FROM copies c JOIN "Item" i ON i.id = c.of`,
  );
  await client.query(
    `INSERT INTO "Link" SELECT (jsonb_populate_record(l, jsonb_build_object('fromId', c.id,
        'seq', nextval(pg_get_serial_sequence('"Link"', 'seq'))))).*
      FROM copies c JOIN "Link" l ON l."fromId" = c.of`,
  );
  await client.query(
    `INSERT INTO "AuditEvent" ("recordedAt", "authorId", "authorVersion", kind, changes, "itemId")
      SELECT now(), $1, $2, 'status.rag', '[{"field": "rag", "from": "red", "to": "amber"}]', id
      FROM "Item"`,
    [author.id, author.version],
  );
  await client.query('ANALYZE');
  await client.end();
}

/** What people download, with 10,000 actions: how long it takes, and how long others wait for it. */
export async function downloads(): Promise<Row[]> {
  const scratch = await openScratch();
  const db = connectDatabase(scratch.url);
  try {
    await migrate(scratch.url);
    await seed({ db, now: NOW, demo: false });
    const actors = await makeActors(db);
    await fillRegister(db, actors, randomFrom(7), FIRST);
    await multiply(scratch.url, actors.home.officer);
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
    }
    return rows;
  } finally {
    await db.$disconnect();
    await scratch.stop();
  }
}
