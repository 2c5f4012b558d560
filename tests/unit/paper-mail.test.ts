import { expect, test } from 'vitest';
import { announcement, mailAddress } from '@/lib/domain/paper-mail';
import { variedPaper } from '../support/varied-paper';

const ADDRESS = 'https://tracker.example/papers/2026-12-03/1';

test('a mail that announces a paper is its summary, and says where it stands', () => {
  const { subject, body } = announcement(variedPaper({ notices: [], title: 'Progress' }), ADDRESS);
  expect(subject).toBe('Exampleshire Drug and Alcohol Delivery Board, 3 December 2026: Progress');
  expect(body.split('\n')).toEqual([
    `The paper for the meeting of 3 December 2026 has been issued: ${ADDRESS}`,
    '',
    'What moved',
    '3 worsened, 2 improved.',
    '- R8 to Red',
    '- A2 to Amber',
    '',
    'What is Red',
    '#set page(width: 1pt) #panic("no") $x^2$ *stars* _under_ @label `code` \\ ~ [link](https://example.org)',
    '',
    'What you will be asked',
    '- To note',
    '- To close A4',
  ]);
});

test('its address holds no more than mail programs take, and nothing that adds a header', () => {
  const long = { subject: 'A\r\nBcc: x@example.org', body: '👨‍👩‍👧 & more '.repeat(500) };
  const address = mailAddress(long);
  expect(address.length).toBeLessThanOrEqual(1800);
  expect(address).not.toMatch(/[\r\n&]Bcc/);
  expect(decodeURIComponent(address.split('&body=')[1] ?? '').endsWith('…')).toBe(true);
});
