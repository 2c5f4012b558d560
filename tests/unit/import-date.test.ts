import { expect, test } from 'vitest';
import { readDate } from '@/lib/domain/import-date';

const TODAY = '2026-11-23';
const exact = (date: string) => ({ is: 'date', date, exact: true });
const understood = (date: string) => ({ is: 'date', date, exact: false });
const asked = (...options: string[]) => ({ is: 'asked', options });

test.each([
  ['', { is: 'empty' }],
  ['n/a', { is: 'empty' }],
  ['2027-03-31', exact('2027-03-31')],
  ['2027-03-31T00:00:00.000Z', exact('2027-03-31')],
  ['31 March 2027', exact('2027-03-31')],
  ['31st March 2027', exact('2027-03-31')],
  ['31-Mar-27', exact('2027-03-31')],
  ['31/03/2027', exact('2027-03-31')],
  ['31/3/27', understood('2027-03-31')],
  ['31.03.2027', exact('2027-03-31')],
  ['31\u00a0March\u00a02027', exact('2027-03-31')],
  ['３１／０３／２０２７', exact('2027-03-31')],
  ['31‑3‑2027', exact('2027-03-31')],
  ['2027/03/31', exact('2027-03-31')],
  ['1st Apr. 2027', exact('2027-04-01')],
  ['31\u000bMarch 2027', exact('2027-03-31')],
  ['4/3/27', understood('2027-03-04')],
  ['By 31/3/27', understood('2027-03-31')],
  ['March 2027', understood('2027-03-31')],
  ['Mar-27', understood('2027-03-31')],
  ['Feb 2028', understood('2028-02-29')],
  ['Sept 2027', understood('2027-09-30')],
  ['end of March 2027', understood('2027-03-31')],
  ['By end March 2027', understood('2027-03-31')],
  ['Q3 26/27', understood('2026-12-31')],
  ['Q4 2026/27', understood('2027-03-31')],
  ['End of Q1 2027-28', understood('2027-06-30')],
  ['2026/27 Q2', understood('2026-09-30')],
  ['FY 26/27', understood('2027-03-31')],
  ['year end 2026/27', understood('2027-03-31')],
  ['46477', understood('2027-03-31')],
  ['ongoing', { is: 'ongoing', review: null }],
  ['On-going – review March 2027', { is: 'ongoing', review: '2027-03-31' }],
  ['BAU', { is: 'ongoing', review: null }],
  ['asap', asked()],
  ['TBC', asked()],
  ['Spring 2027', asked('2027-05-31')],
  ['early March 2027', asked('2027-03-31')],
  ['March', asked('2027-03-31')],
  ['2027', asked('2027-12-31', '2028-03-31')],
  ['3/31/27', asked('2027-03-31')],
  ['31/2/27', asked()],
  ['Q3', asked()],
  ['Q3 26/28', asked()],
  ['31/3/26, now 30/6/26', asked('2026-03-31', '2026-06-30')],
  ['31/3/27 subject to funding', asked('2027-03-31')],
  ['99999', asked()],
])('“%s”', (text, expected) => {
  expect(readDate({ text }, TODAY)).toEqual(expected);
});

test('where the file says that it is a day, that is it', () => {
  expect(readDate({ text: '31-Mar', date: '2027-03-31' }, TODAY)).toEqual(exact('2027-03-31'));
  expect(readDate({ text: '46477', number: 46_477 }, TODAY)).toEqual(understood('2027-03-31'));
  expect(readDate(null, TODAY)).toEqual({ is: 'empty' });
});
