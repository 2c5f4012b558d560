import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { personalColumns } from '../support/personal-columns';

const PAPERS = [
  'README.md',
  'SECURITY.md',
  'docs/data-protection.md',
  'docs/advisories.md',
  'docs/single-sign-on.md',
];
const read = (paper: string) => readFileSync(paper, 'utf8');
const inTicks = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

describe.each(PAPERS)('%s', (paper) => {
  test('names no file that is not there', () => {
    const files = inTicks(read(paper)).filter((code) =>
      /^(app|components|docs|lib|prisma|scripts|seed|tests)\/[^\s]*\.\w+$/.test(code),
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('names no command that npm does not know', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...read(paper).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the paper on data protection has a row for every table that can hold something of a person', () => {
  const rows = new Map(
    read('docs/data-protection.md')
      .split('\n')
      .flatMap((line) => {
        const [, table, columns] = line.match(/^\| `(\w+)` +\| ([^|]*) \|/) ?? [];
        return table && columns ? [[table, inTicks(columns).sort()] as const] : [];
      }),
  );
  const held = [...personalColumns()].map(
    ([table, columns]) => [table, [...columns].sort()] as const,
  );
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(held));
});
