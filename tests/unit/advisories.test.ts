import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judge, withAnswer } from '@/scripts/advisory-judgement';

const advisory = (id: string, severity: string, name = 'leaky') => ({
  source: 1,
  name,
  title: `${name} leaks`,
  url: `https://github.com/advisories/${id}`,
  severity,
  range: '<2',
});
const report = (...via: unknown[]) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: { leaky: { name: 'leaky', via } } });
const row = (id: string, day = '2026-11-24', why = 'Its server is not used.') =>
  `| advisory | package |\n| --- | --- |\n| ${id} | leaky | ${day} | ${why} |\n`;
const HIGH = 'GHSA-aaaa-bbbb-cccc';

test.each(['high', 'critical'])('a %s advisory fails, and is named', (severity) => {
  expect(judge(report(advisory(HIGH, severity)), '')).toEqual({
    lines: [`${HIGH}, ${severity}, leaky: leaky leaks`],
    fails: true,
    answered: true,
  });
});

test('what is less, or comes by way of another package, does not', () => {
  const printed = report('other', advisory('GHSA-dddd-eeee-ffff', 'moderate'));
  expect(judge(printed, '')).toEqual({
    lines: ['No high or critical advisory is known.'],
    fails: false,
    answered: true,
  });
});

test('one that is written down may stay, and only that one', () => {
  const both = report(advisory(HIGH, 'high'), advisory('GHSA-gggg-hhhh-iiii', 'high'));
  expect(judge(report(advisory(HIGH, 'high')), row(HIGH)).fails).toBe(false);
  // As the formatter lines a table up.
  const wide = `| ${HIGH}   | leaky   | 2026-11-24   | Not used.   |`;
  expect(judge(report(advisory(HIGH, 'high')), wide).fails).toBe(false);
  expect(judge(both, row(HIGH)).fails).toBe(true);
});

test.each([
  ['a day', row(HIGH, 'lately')],
  ['a reason', row(HIGH, '2026-11-24', ' ')],
  ['its row', `${HIGH} may stay.`],
])('an exception without %s is none', (_, exceptions) => {
  expect(judge(report(advisory(HIGH, 'high')), exceptions).fails).toBe(true);
});

test('an exception that is over is said', () => {
  expect(judge(report(), row(HIGH)).lines).toContain(
    `${HIGH} is written down and no longer there: take it out.`,
  );
});

test.each([
  ['refuses', { message: '405 Method Not Allowed', method: 'POST', statusCode: 405 }],
  ['is not there', { message: 'request to https://registry.example failed' }],
])('a registry that %s fails nothing, and is said', (_, said) => {
  const printed = JSON.stringify({ ...said, error: { summary: '', detail: '' } });
  expect(judge(printed, '')).toEqual({
    lines: [
      `The registry did not answer, so nothing is known of today: ${said.message}`,
      'It has never answered here.',
    ],
    fails: false,
    answered: false,
  });
});

test('when it last answered is written down, and said once it does not', () => {
  const printed = JSON.stringify({ message: '405', error: { summary: '', detail: '' } });
  const paper = readFileSync('docs/advisories.md', 'utf8');
  const later = withAnswer(withAnswer(paper, '2026-12-01'), '2026-12-08');
  expect(later).toContain('\nLast answered: 2026-12-08.\n');
  expect(judge(printed, later).lines).toContain('It last answered on 2026-12-08.');
});

test.each([
  ['nothing', ''],
  ['another fault', JSON.stringify({ message: 'No', error: { code: 'ENOLOCK', summary: 'No' } })],
])('%s is no good news', (_, printed) => {
  expect(() => judge(printed, '')).toThrow();
});
