import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { runCommand } from '@/scripts/operator';
import { dataFolder, removeFolder } from '../support/data-folder';
import { freePort, runScript } from '../support/started';
import { downloads } from './downloads';
import { imports } from './imports';
import { papers } from './papers';
import type { Row } from './row';
import { spreadsheets } from './spreadsheets';

await runCommand(async () => {
  const rows = [
    ...(await papers()),
    ...(await downloads()),
    ...(await spreadsheets()),
    ...(await imports()),
    ...(await starts()),
  ];
  console.log(`On ${availableParallelism()} cores, Node ${process.version}:\n`);
  console.log('| what | value | unit | note |\n| --- | ---: | --- | --- |');
  for (const { name, value, unit, note } of rows) {
    console.log(`| ${name} | ${value?.toFixed(2) ?? '–'} | ${unit} | ${note} |`);
  }
  return 0;
});

/** From nothing to a served page, and again. */
async function starts(): Promise<Row[]> {
  for (const made of ['.next', '.builds']) await rm(made, { recursive: true, force: true });
  const folder = await dataFolder();
  const environment = { DATA_DIR: folder, PORT: String(await freePort()) };
  const first = await startOnce(environment);
  const second = await startOnce(environment);
  await removeFolder(folder);
  return [
    { name: 'first start', value: first, unit: 's', note: 'no build, no database; under 180' },
    { name: 'second start', value: second, unit: 's', note: 'under 10' },
  ];
}

/** @returns the seconds until the app said that it was ready */
async function startOnce(environment: Record<string, string>): Promise<number> {
  const begun = performance.now();
  const started = runScript('scripts/start.ts', environment);
  await started.ready();
  const seconds = (performance.now() - begun) / 1000;
  started.signal('SIGTERM');
  await started.ended;
  return seconds;
}
