import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingTests, namedFiles } from '../support/named-tests';

/** ASVS 5.0.0 by section: the numbers of its requirements of level 1, and of level 2. */
const SECTIONS = [
  ['1.1', '', '1 2'],
  ['1.2', '1 2 3 4 5', '6 7 8 9'],
  ['1.3', '1 2', '3 4 5 6 7 8 9 10 11'],
  ['1.4', '', '1 2 3'],
  ['1.5', '1', '2'],
  ['2.1', '1', '2 3'],
  ['2.2', '1 2', '3'],
  ['2.3', '1', '2 3 4'],
  ['2.4', '', '1'],
  ['3.2', '1 2', ''],
  ['3.3', '1', '2 3 4'],
  ['3.4', '1 2', '3 4 5 6'],
  ['3.5', '1 2 3', '4 5'],
  ['3.7', '', '1 2'],
  ['4.1', '1', '2 3'],
  ['4.2', '', '1'],
  ['4.3', '', '1 2'],
  ['4.4', '1', '2 3 4'],
  ['5.1', '', '1'],
  ['5.2', '1 2', '3'],
  ['5.3', '1 2', ''],
  ['5.4', '', '1 2 3'],
  ['6.1', '1', '2 3'],
  ['6.2', '1 2 3 4 5 6 7 8', '9 10 11 12'],
  ['6.3', '1 2', '3 4'],
  ['6.4', '1 2', '3 4'],
  ['6.5', '', '1 2 3 4 5'],
  ['6.6', '', '1 2 3'],
  ['6.8', '', '1 2 3 4'],
  ['7.1', '', '1 2 3'],
  ['7.2', '1 2 3 4', ''],
  ['7.3', '', '1 2'],
  ['7.4', '1 2', '3 4 5'],
  ['7.5', '', '1 2'],
  ['7.6', '', '1 2'],
  ['8.1', '1', '2'],
  ['8.2', '1 2', '3'],
  ['8.3', '1', ''],
  ['8.4', '', '1'],
  ['9.1', '1 2 3', ''],
  ['9.2', '1', '2 3 4'],
  ['10.1', '', '1 2'],
  ['10.2', '', '1 2'],
  ['10.3', '', '1 2 3 4'],
  ['10.4', '1 2 3 4 5', '6 7 8 9 10 11'],
  ['10.5', '', '1 2 3 4 5'],
  ['10.6', '', '1 2'],
  ['10.7', '', '1 2 3'],
  ['11.1', '', '1 2'],
  ['11.2', '', '1 2 3'],
  ['11.3', '1 2', '3'],
  ['11.4', '1', '2 3 4'],
  ['11.5', '', '1'],
  ['11.6', '', '1'],
  ['12.1', '1', '2 3'],
  ['12.2', '1 2', ''],
  ['12.3', '', '1 2 3 4'],
  ['13.1', '', '1'],
  ['13.2', '', '1 2 3 4 5'],
  ['13.3', '', '1 2'],
  ['13.4', '1', '2 3 4 5'],
  ['14.1', '', '1 2'],
  ['14.2', '1', '2 3 4'],
  ['14.3', '1', '2 3'],
  ['15.1', '1', '2 3'],
  ['15.2', '1', '2 3'],
  ['15.3', '1', '2 3 4 5 6 7'],
  ['16.1', '', '1'],
  ['16.2', '', '1 2 3 4 5'],
  ['16.3', '', '1 2 3 4'],
  ['16.4', '', '1 2 3'],
  ['16.5', '', '1 2 3'],
  ['17.1', '', '1'],
  ['17.2', '', '1 2 3 4'],
  ['17.3', '', '1 2'],
] as const;

const REQUIREMENTS = SECTIONS.flatMap(([section, ...levels]) =>
  levels.flatMap((numbers, index) =>
    numbers
      .split(' ')
      .filter(Boolean)
      .map((number) => `${section}.${number} level ${index + 1}`),
  ),
);

const PAPER = readFileSync('docs/asvs.md', 'utf8');
const ROWS = PAPER.split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [number = '', level = '', words = '', stands = '', how = '', ...more] = line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
    return { number, level, words, stands, how, more };
  });
const wrong = (is: (row: (typeof ROWS)[number]) => boolean) =>
  ROWS.filter(is).map(({ number }) => number);

test('every requirement of levels 1 and 2 has one row, and there is no other', () => {
  const said = ROWS.map(({ number, level }) => `${number} level ${level}`);
  expect(said.sort()).toEqual([...REQUIREMENTS].sort());
  expect(REQUIREMENTS).toHaveLength(253);
});

test('each is met, not applicable or not met, and says by what or why', () => {
  const STANDS = ['met', 'not applicable', 'not met'];
  expect(wrong(({ stands }) => !STANDS.includes(stands))).toEqual([]);
  expect(wrong(({ words, how, more }) => !words || how.length < 5 || more.length > 0)).toEqual([]);
});

test('what is met names the code and a test', () => {
  const isTest = (file: string) => file.startsWith('tests/');
  const lacks = (how: string, which: (file: string) => boolean) => !namedFiles(how).some(which);
  const met = ROWS.filter(({ stands }) => stands === 'met');
  const without = met.filter(
    ({ how }) => lacks(how, isTest) || lacks(how, (file) => !isTest(file)),
  );
  expect(without.map(({ number }) => number)).toEqual([]);
});

test('the files and tests it names are there', () => {
  expect(namedFiles(PAPER).filter((file) => !existsSync(file))).toEqual([]);
  expect(missingTests(PAPER)).toEqual([]);
});
