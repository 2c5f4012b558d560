import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDemoData } from '@/tests/support/demo-data';
import { runCommand } from './operator';

/** What a runner did. A check that is not made of tests counts as one. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Runner {
  name: string;
  run(report: string): Promise<Counts>;
}

const RUNNERS: readonly Runner[] = [
  together(...['lint', 'types', 'architecture', 'db:check'].map(check)),
  ...['unit', 'integration'].map(vitest),
  demoBoard(),
  // Each waits for servers, or for something to run out, much of the time.
  together(...['http', 'apps', 'faults'].map(vitest)),
  playwright(),
  // What needs more than npm: only where it is asked for.
  ...(process.argv.includes('--system') ? [vitest('system')] : []),
];

/** Every runner, one after another, whatever became of the ones before. */
await runCommand(async () => {
  // Whatever a runner leaves behind goes with this folder; PostgreSQL may run as somebody else.
  const reports = await mkdtemp(path.join(tmpdir(), 'board-tests-'));
  await chmod(reports, 0o755);
  process.env.TMPDIR = reports;
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const closing: string[] = [];
  for (const { name, run } of RUNNERS) {
    console.log(`\n── ${name} ──`);
    const counts = await run(path.join(reports, `${name.replace(/\W+/g, '-')}.json`));
    closing.push(`${name}: ${inWords(counts)}`);
    console.log(closing.at(-1));
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  await rm(reports, { recursive: true, force: true });
  console.log(`\n${closing.join('\n')}\n${inWords(total)}`);
  return total.failed === 0 ? 0 : 1;
});

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The app is built, and a demo board made that all the rest begins with. */
function demoBoard(): Runner {
  return {
    name: 'demo board',
    run: async () => {
      try {
        process.env.TEST_DEMO_DATA = await makeDemoData();
        return { passed: 1, failed: 0, skipped: 0 };
      } catch (error) {
        console.error(error);
        return { passed: 0, failed: 1, skipped: 0 };
      }
    },
  };
}

/** All at once, as one: what they print is mixed. */
function together(...runners: readonly Runner[]): Runner {
  return {
    name: runners.map(({ name }) => name).join(' and '),
    run: async (report) => {
      const counts = await Promise.all(
        runners.map(({ run }, index) => run(report.replace(/\.json$/, `-${index}.json`))),
      );
      const sum = (of: keyof Counts) => counts.reduce((all, one) => all + one[of], 0);
      return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
    },
  };
}

function check(name: string): Runner {
  return {
    name,
    run: async () => {
      const good = await npm('run', '--silent', name);
      return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
    },
  };
}

function vitest(name: string): Runner {
  return {
    name,
    run: async (report) => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const good = await npm('run', '--silent', `test:${name}`, '--', ...reporters);
      const counts = await readReport(report);
      return honest(good, {
        passed: count(counts.numPassedTests),
        failed: count(counts.numFailedTests),
        skipped: count(counts.numPendingTests) + count(counts.numTodoTests),
      });
    },
  };
}

function playwright(): Runner {
  return {
    name: 'e2e',
    run: async (report) => {
      process.env.E2E_REPORT = report;
      // The journeys without scripts are the longer half: `npm run test:long` goes them.
      const which = ['javascript', 'pages', 'pages, no javascript'];
      const projects = which.map((one) => `--project=${one}`);
      const good = await npm('run', '--silent', 'test:e2e', '--', ...projects);
      const stats = (await readReport(report)).stats as Record<string, unknown> | undefined;
      return honest(good, {
        passed: count(stats?.expected),
        failed: count(stats?.unexpected) + count(stats?.flaky),
        skipped: count(stats?.skipped),
      });
    },
  };
}

/** A runner that broke down, or ran nothing, has failed, whatever its report says or lacks. */
function honest(good: boolean, counts: Counts): Counts {
  const amiss = !good || counts.passed === 0;
  return amiss && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

async function readReport(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Runs npm with its output passed through. @returns whether it succeeded */
function npm(...args: string[]): Promise<boolean> {
  // The npm that runs us, where one does: a file for Node.
  const program = process.env.npm_execpath;
  const [command, ...before] = program ? [process.execPath, program] : ['npm'];
  const child = spawn(command ?? 'npm', [...before, ...args], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
