import { expect, test } from 'vitest';
import { afterSignIn, fileNameIn } from '@/lib/domain/after-sign-in';

test.each([
  ['/papers/2026-12-03/1/paper.pdf', 'paper.pdf'],
  ['/papers/2026-12-03/1/public/paper.docx', 'paper.docx'],
  ['/meetings/2026-12-03/paper.zip', 'paper.zip'],
  ['/meetings/2026-12-03/minutes.docx', 'minutes.docx'],
  ['/local-actions.xlsx?rag=red&page=2', 'local-actions.xlsx'],
  ['/activity/csv?from=2026-11-01', 'the file'],
  ['/activity/security/csv', 'the file'],
  ['/evidence/0198c0de-0000-7000-8000-000000000000/file', 'the file'],
])('a page hands over %s', (to, name) => {
  expect(fileNameIn(to)).toBe(name);
  expect(afterSignIn(to)).toBe(`/download?to=${encodeURIComponent(to)}`);
  // Led twice, it is led to the same page.
  expect(afterSignIn(afterSignIn(to))).toBe(afterSignIn(to));
});

test.each(['/', '/commitments/c3.1', '/recommendations/r8?to=paper.pdf', '/papers/2026-12-03/1'])(
  'a page is gone to: %s',
  (to) => {
    expect(afterSignIn(to)).toBe(to);
  },
);

test('nothing leads out', () => {
  expect(afterSignIn('https://elsewhere.example/paper.pdf')).toBe('/');
  expect(afterSignIn('//elsewhere.example/paper.pdf')).toBe('/');
  expect(afterSignIn(undefined)).toBe('/');
});
