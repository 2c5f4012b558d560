import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { paperFiles } from '@/lib/papers/files';
import { variedPaper } from '../support/varied-paper';
import type { Row } from './row';

const run = promisify(execFile);
const ORIGIN = 'https://tracker.example';

/** Long enough for the timer that measures blocks to begin, and to see the last one. */
const TICK = 30;

async function draw(model: ReturnType<typeof variedPaper>) {
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  blocked.enable();
  // It measures from its first tick on: without one it never sees the block that comes first.
  await new Promise((resolve) => setTimeout(resolve, TICK));
  const begun = performance.now();
  const files = await paperFiles(model, ORIGIN);
  const seconds = (performance.now() - begun) / 1000;
  await new Promise((resolve) => setTimeout(resolve, TICK));
  blocked.disable();
  return { files, seconds, blocked: blocked.max / 1e9 };
}

/** All faces of a big paper: 32 recommendations and 20 commitments in one table, 500 local actions. */
export async function papers(): Promise<Row[]> {
  const model = variedPaper({}, { recommendations: 52, localActions: 500 });
  const first = await draw(model);
  const later = [await draw(model), await draw(model), await draw(model)];
  const median = later.map(({ seconds }) => seconds).sort((a, b) => a - b)[1] ?? Number.NaN;
  const word = first.files.find(({ name }) => name === 'paper.docx');
  const office = word ? await throughOffice(word.bytes) : null;
  return [
    {
      name: 'all faces of a big paper, first',
      value: first.seconds,
      unit: 's',
      note: 'loads fonts',
    },
    { name: 'all faces of a big paper, later', value: median, unit: 's', note: 'under 2' },
    {
      name: 'longest that another page waits meanwhile',
      value: Math.max(...later.map(({ blocked }) => blocked)),
      unit: 's',
      note: 'under 0.5',
    },
    office === null
      ? { name: 'the Word file to PDF by LibreOffice', value: null, unit: 's', note: 'skipped' }
      : {
          name: 'the Word file to PDF by LibreOffice',
          value: office,
          unit: 's',
          note: `${(office / median).toFixed(1)} times all our faces`,
        },
  ];
}

/** @returns seconds; null where LibreOffice is not installed */
async function throughOffice(bytes: Uint8Array): Promise<number | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'board-bench-'));
  try {
    await writeFile(path.join(folder, 'paper.docx'), bytes);
    const begun = performance.now();
    await run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      path.join(folder, 'paper.docx'),
    ]);
    return (performance.now() - begun) / 1000;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
