import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inTicks, missingTests, namedTests } from '../support/named-tests';
import { personalColumns } from '../support/personal-columns';
import { storeOf, storesThat } from '../support/stores-of-words';

const PAPERS = [
  'README.md',
  'SECURITY.md',
  'docs/data-protection.md',
  'docs/advisories.md',
  'docs/asvs.md',
  'docs/single-sign-on.md',
];
const read = (paper: string) => readFileSync(paper, 'utf8');
/** The rows of every table of a section, without their heads. */
function rowsUnder(paper: string, heading: string): string[] {
  const section = `\n${read(paper)}`.split('\n## ').find((one) => one.startsWith(`${heading}\n`));
  return (section ?? '')
    .split(/\n(?:\|[^\n]*\n)\| -[^\n]*\n/)
    .slice(1)
    .flatMap((table) => table.split('\n\n', 1)[0]?.trim().split('\n') ?? []);
}

describe.each(PAPERS)('%s', (paper) => {
  test('names no file that is not there', () => {
    const files = inTicks(read(paper)).filter((code) =>
      /^(app|components|docs|lib|prisma|scripts|seed|tests)\/[^\s]*\.\w+$/.test(code),
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('names no test that is not there', () => {
    expect(missingTests(read(paper))).toEqual([]);
  });

  test('names no command that npm does not know', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...read(paper).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test.each([
  ['SECURITY.md', 'What could go wrong, and what stands against it', 35],
  ['docs/data-protection.md', 'How long', 15],
  ['docs/data-protection.md', 'Risks, and what is done about them', 8],
])('%s, “%s”: each row names its test, or whose business it is', (paper, heading, atLeast) => {
  const rows = rowsUnder(paper, heading);
  expect(rows.length).toBeGreaterThanOrEqual(atLeast);
  const tested = (row: string) => namedTests(row).length > 0;
  expect(rows.filter((row) => !tested(row) && !/\byou(rs)?\b/.test(row))).toEqual([]);
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

describe('the schedule of retention', () => {
  const rows = rowsUnder('docs/data-protection.md', 'How long').map((row) => {
    const [, tables = '', howLong = '', setWhere = ''] = row.split(' | ');
    return { tables: inTicks(tables), howLong, setWhere };
  });
  const rowsOf = (table: string) => rows.filter(({ tables }) => tables.includes(table));

  test('has every table in it: the record by its star, the rest by name', () => {
    const schema = read('prisma/schema.prisma');
    const models = [...schema.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+)/gm)];
    const others = models.filter(([, comment = '']) => !comment.includes('★'));
    expect(others.length).toBeGreaterThan(15);
    expect(others.flatMap(([, , name = '']) => (rowsOf(name).length > 0 ? [] : [name]))).toEqual(
      [],
    );
  });

  test('says of each store when it ends by itself, or nothing of the kind', () => {
    const SAYS = {
      'as a setting says': /Settings/,
      'with its window': /with its window/,
      '30 days after it ran out': /7 days/,
    };
    const wrong = storesThat(({ ends }) => ends !== 'never').filter((store) => {
      const [table = ''] = store.split('.');
      const { ends = '' } = storeOf(store) ?? {};
      const says = ends in SAYS ? SAYS[ends as keyof typeof SAYS] : new RegExp(ends);
      return !rowsOf(table).some(({ howLong, setWhere }) => says.test(`${howLong} ${setWhere}`));
    });
    expect(wrong).toEqual([]);
  });

  test('has a row for whatever the clean-up deletes', () => {
    const code = ['housekeeping', 'import-uploads', 'submissions'].map((file) =>
      read(`lib/data/${file}.ts`),
    );
    const deleted = [...code.join('').matchAll(/db\.(\w+)\.deleteMany/g)].map(
      ([, name = '']) => name.charAt(0).toUpperCase() + name.slice(1),
    );
    expect(deleted.length).toBeGreaterThan(6);
    expect(deleted.filter((table) => rowsOf(table).length === 0)).toEqual([]);
  });
});
