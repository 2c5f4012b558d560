import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BODY_LIMITS, bodyKind, UPLOAD_PAGES } from '@/lib/domain/body-limits';
import { FILE_LIMIT } from '@/lib/domain/evidence';
import config from '../../next.config';

const IMPORTED = /from '(@\/[^']+|\.{1,2}\/[^']+)'/g;
const FILE_INPUT = /type=(["']|\{['"])file\b/;

function fileOf(imported: string, from: string): string | undefined {
  const bare = imported.startsWith('@/')
    ? path.resolve(imported.slice(2))
    : path.resolve(path.dirname(from), imported);
  return ['.tsx', '.ts', '/index.tsx'].map((end) => bare + end).find((file) => existsSync(file));
}

/** Whether a page draws, by whatever it imports, a field that takes a file. */
function takesFile(page: string): boolean {
  const files = [page];
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    if (FILE_INPUT.test(code)) return true;
    for (const [, imported = ''] of code.matchAll(IMPORTED)) {
      const found = /\b(components|app)\//.test(path.relative('.', fileOf(imported, file) ?? ''))
        ? fileOf(imported, file)
        : undefined;
      if (found && !files.includes(found)) files.push(found);
    }
  }
  return false;
}

/** The address of a page by its folder: groups in brackets are no part of it. */
const addressOf = (page: string) =>
  `/${path.relative('app', path.dirname(path.resolve(page)))}`.replace(/\/\([^)]+\)/g, '');

describe('the pages that take a file', () => {
  test('are those with a field for one', () => {
    const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)page\.tsx$/.test(file))
      .map((file) => path.resolve('app', file));
    expect(pages.length).toBeGreaterThan(80);
    expect(pages.filter(takesFile).map(addressOf).sort()).toEqual([...UPLOAD_PAGES].sort());
  });

  test.each([
    ['/import', true, 'upload'],
    ['/import/', true, 'upload'],
    ['/local-actions/a1/evidence/file', true, 'upload'],
    ['/local-actions/a1/evidence/file/more', true, 'form'],
    ['/x/import', true, 'form'],
    ['/', true, 'form'],
    ['/import', false, 'nobody'],
    ['/sign-in', false, 'nobody'],
  ] as const)('%s, signed in %s, is limited as %s', (address, signedIn, kind) => {
    expect(bodyKind(address, signedIn)).toBe(kind);
  });
});

test('Next cuts off where we do, and a file has room in its form', () => {
  const limit = `${BODY_LIMITS.upload / 1024 / 1024}mb`;
  expect(config.experimental?.serverActions?.bodySizeLimit).toBe(limit);
  expect(config.experimental?.proxyClientMaxBodySize).toBe(limit);
  expect(BODY_LIMITS.upload).toBeGreaterThan(FILE_LIMIT);
});
