import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/data/context';
import { connectDatabase } from '@/lib/data/database';
import { getImportFacts } from '@/lib/data/import-facts';
import { fingerprintOf } from '@/lib/data/import-fingerprint';
import { keepUpload } from '@/lib/data/import-uploads';
import { getUpload } from '@/lib/data/import-uploads-view';
import { applyImport } from '@/lib/data/imports';
import type { Grid } from '@/lib/domain/import-grid';
import { readImport } from '@/lib/domain/import-reading';
import { exportedAt, startSetup } from '@/lib/domain/import-setup';
import { migrate } from '@/prisma/migrate';
import { openScratch } from '@/prisma/scratch';
import { seed } from '@/seed/seed';
import { contextOf, makeActors, NOW } from '../support/actors';
import type { Row } from './row';

const ROWS = 5000;
const HEADINGS = [
  'Ref',
  'Action',
  'Answers',
  'Lead officer',
  'By when',
  'BRAG',
  'Progress',
  'Comments',
];

/** A log of so many actions, each with everything; another one says something else of each. */
function log(edition: string, due: string): Grid {
  const cells = (texts: readonly string[]) => texts.map((text) => ({ text }));
  const rows = Array.from({ length: ROWS }, (_, index) =>
    cells([
      `4.${index}`,
      `Action ${index}: open another clinic, and tell every district of it`,
      'R1',
      'home member',
      due,
      'G',
      `The ${edition} report of clinic ${index}.`,
      `The ${edition} comment on clinic ${index}`,
    ]),
  );
  const sheet = { name: 'Log', hidden: false, rows: [cells(HEADINGS), ...rows], merged: [] };
  return { format: 'xlsx', sheets: [sheet] };
}

async function seconds<T>(run: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await run();
  return [(performance.now() - begun) / 1000, result];
}

/** What a person goes through, from the cells of their file on. */
async function preview(context: Context, grid: Grid) {
  const wanted = { kind: 'local_actions', sourceId: null } as const;
  const { id } = await keepUpload(context, {
    submissionId: randomUUID(),
    fileName: 'log.xlsx',
    sha256: '',
    size: 0,
    grid,
    setup: startSetup(grid, wanted, new Map(), '2026-11-23'),
  });
  const { setup, version, grid: kept } = await getUpload(context, id);
  if (!kept) throw new Error('It was applied.');
  const facts = await getImportFacts(context, setup, exportedAt(kept, setup));
  const chosen = readImport(kept, setup, facts).rows.filter(({ write }) => write);
  return {
    submissionId: randomUUID(),
    uploadId: id,
    basedOn: version,
    rows: chosen.map(({ row }) => row),
    fingerprint: fingerprintOf(chosen),
  };
}

/** From the upload of so many rows to their preview, and from there to done. */
async function through(context: Context, what: string, grid: Grid): Promise<Row[]> {
  const [shown, form] = await seconds(() => preview(context, grid));
  const [done] = await seconds(() => applyImport(context, form, { exportedAt, readImport }));
  const name = `${form.rows.length} ${what} rows`;
  return [
    { name: `${name} from upload to preview`, value: shown, unit: 's', note: 'under 20' },
    { name: `${name} from apply to done`, value: done, unit: 's', note: 'under 20' },
  ];
}

/** A file of 5,000 new actions, and one that changes them all. */
export async function imports(): Promise<Row[]> {
  const scratch = await openScratch();
  const db = connectDatabase(scratch.url);
  try {
    await migrate(scratch.url);
    await seed({ db, now: NOW, demo: false });
    const { home } = await makeActors(db);
    const context = contextOf(db, home.officer);
    return [
      ...(await through(context, 'new', log('first', '31/3/27'))),
      ...(await through(context, 'changed', log('second', '28/2/27'))),
    ];
  } finally {
    await db.$disconnect();
    await scratch.stop();
  }
}
