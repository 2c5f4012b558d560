import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  basedOn,
  ids,
  nameText,
  optionalDate,
  optionalId,
  optionalText,
  optionalWebAddress,
  requiredDate,
  requiredId,
  requiredText,
  submission,
  webAddress,
} from '@/lib/domain/fields';

const ID = '6f1f3d0e-6f0a-4b7e-9a51-2f6f1c0d7e11';

/** What a field makes of a value: the value, or the first message. */
function read(field: z.ZodType, value: unknown): unknown {
  const parsed = field.safeParse(value);
  return parsed.success ? parsed.data : { error: parsed.error.issues[0]?.message };
}

describe('text that must be there', () => {
  const field = requiredText('Enter a title', 10);
  test.each([
    ['kept', 'Title', 'Title'],
    ['trimmed', '  Title\n ', 'Title'],
    ['CRLF and CR become LF', 'a\r\nb\rc', 'a\nb\nc'],
    ['the limit itself', 'x'.repeat(10), 'x'.repeat(10)],
    ['line ends count once, as they are kept', 'a\r\n'.repeat(4), 'a\na\na\na'],
    ['characters count, not their code units', '😀'.repeat(10), '😀'.repeat(10)],
    ['an accent is kept', 'Zoë’s', 'Zoë’s'],
    ['empty', '', { error: 'Enter a title' }],
    ['only space', ' \r\n\t\u00a0', { error: 'Enter a title' }],
    ['nothing came', undefined, { error: 'Enter a title' }],
    ['a file came', new File([], 'a'), { error: 'Enter a title' }],
    ['one too many', 'x'.repeat(11), { error: 'Use 10 characters or fewer: these are 11' }],
    [
      'one too many of another kind',
      '😀'.repeat(11),
      { error: 'Use 10 characters or fewer: these are 22' },
    ],
    ['NUL', 'a\u0000b', { error: 'Remove the characters that cannot be shown' }],
  ])('%s', (_, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });

  test('long limits are written as people write them', () => {
    expect(read(requiredText('x', 4000), 'x'.repeat(4001))).toEqual({
      error: 'Use 4,000 characters or fewer: these are 4,001',
    });
  });
});

describe('text that may be left empty', () => {
  const field = optionalText(10);
  test.each([
    ['kept and trimmed', ' words\r\nhere', 'words\nhere'],
    ['the limit itself', '😀'.repeat(10), '😀'.repeat(10)],
    ['empty', '', undefined],
    ['only space', ' \n', undefined],
    ['nothing came', undefined, undefined],
    ['one too many', 'x'.repeat(11), { error: 'Use 10 characters or fewer: these are 11' }],
    ['NUL', 'a\u0000', { error: 'Remove the characters that cannot be shown' }],
  ])('%s', (_, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });
});

describe('a date typed into three boxes', () => {
  const parts = (day?: string, month?: string, year?: string) => ({ day, month, year });
  const real = { error: 'Due date must be a real date, like 31 3 2027' };

  test.each([
    ['numbers', parts('31', '3', '2027'), '2027-03-31'],
    ['with noughts', parts('01', '03', '2027'), '2027-03-01'],
    ['with space', parts(' 1 ', ' 3', '2027 '), '2027-03-01'],
    ['a month in words', parts('31', 'March', '2027'), '2027-03-31'],
    ['in small letters', parts('31', 'march', '2027'), '2027-03-31'],
    ['shortened', parts('30', 'SEPT', '2027'), '2027-09-30'],
    ['shortened to three', parts('30', 'sep', '2027'), '2027-09-30'],
    ['a leap day', parts('29', '2', '2028'), '2028-02-29'],
    ['no leap day', parts('29', '2', '2027'), real],
    ['31 June', parts('31', 'June', '2027'), real],
    ['month 13', parts('1', '13', '2027'), real],
    ['month 0', parts('1', '0', '2027'), real],
    ['day 0', parts('0', '1', '2027'), real],
    ['a short year', parts('1', '1', '27'), real],
    ['a long year', parts('1', '1', '20270'), real],
    ['a year before our time', parts('1', '1', '1066'), real],
    ['an ordinal', parts('1st', '1', '2027'), real],
    ['a fraction', parts('1', '1.5', '2027'), real],
    ['below nothing', parts('-1', '1', '2027'), real],
    ['a computer’s number', parts('1', '0x3', '2027'), real],
    ['another', parts('1', '1e0', '2027'), real],
    ['no month', parts('1', 'Marzipan', '2027'), real],
    ['another day', parts('1', 'Monday', '2027'), real],
    ['no day', parts('', '3', '2027'), { error: 'Due date must include a day' }],
    ['no month', parts('1', ' ', '2027'), { error: 'Due date must include a month' }],
    ['only a day', parts('1'), { error: 'Due date must include a month and a year' }],
    ['only a month', parts('', 'May'), { error: 'Due date must include a day and a year' }],
  ])('%s', (_, value, expected) => {
    expect(read(requiredDate('Due date'), value)).toEqual(expected);
    expect(read(optionalDate('Due date'), value)).toEqual(expected);
  });

  test.each([
    ['empty boxes', parts('', '', '')],
    ['only space', parts(' ', ' ', ' ')],
    ['nothing came', undefined],
  ])('%s', (_, value) => {
    expect(read(requiredDate('Due date'), value)).toEqual({ error: 'Enter due date' });
    expect(read(optionalDate('Due date'), value)).toBeUndefined();
  });

  test('words that are no three boxes are refused, not guessed at', () => {
    expect(read(requiredDate('Due date'), '2027-03-31')).toHaveProperty('error');
  });
});

describe('a web address', () => {
  const wrong = { error: 'Enter a web address that starts with https:// or http://' };
  test.each([
    ['https', 'https://www.example.org/a?b=c#d', 'https://www.example.org/a?b=c#d'],
    ['http', 'http://example.org', 'http://example.org'],
    ['in capitals', 'HTTPS://EXAMPLE.ORG/', 'HTTPS://EXAMPLE.ORG/'],
    ['with space around', ' https://example.org ', 'https://example.org'],
    ['letters of other scripts', 'https://bücher.example/straße', 'https://bücher.example/straße'],
    ['javascript', 'javascript:alert(1)', wrong],
    ['javascript that looks like an address', 'javascript://example.org/%0aalert(1)', wrong],
    ['javascript broken over lines', 'java\nscript:alert(1)', wrong],
    ['javascript behind a control character', '\u0001javascript:alert(1)', wrong],
    ['data', 'data:text/html,<script>alert(1)</script>', wrong],
    ['vbscript', 'vbscript:x', wrong],
    ['ftp', 'ftp://example.org/file', wrong],
    ['file', 'file:///etc/passwd', wrong],
    ['mailto', 'mailto:somebody@example.org', wrong],
    ['no scheme', 'www.example.org', wrong],
    ['no scheme, with slashes', '//example.org', wrong],
    ['no slashes: a browser would take it as relative', 'https:example.org', wrong],
    ['one slash: likewise', 'https:/example.org', wrong],
    ['no host', 'https://', wrong],
    ['a host without a dot', 'http://localhost/secret', wrong],
    ['words', 'see the intranet', wrong],
    ['NUL', 'https://example.org/\u0000', { error: 'Remove the characters that cannot be shown' }],
    [
      'too long',
      `https://example.org/${'x'.repeat(2000)}`,
      { error: 'Use 2,000 characters or fewer: these are 2,020' },
    ],
  ])('%s', (_, value, expected) => {
    expect(read(webAddress('Enter a web address'), value)).toEqual(expected);
    expect(read(optionalWebAddress(), value)).toEqual(expected);
  });

  test('left empty', () => {
    expect(read(webAddress('Enter a web address'), ' ')).toEqual({ error: 'Enter a web address' });
    expect(read(optionalWebAddress(), ' ')).toBeUndefined();
    expect(read(optionalWebAddress(), undefined)).toBeUndefined();
  });
});

describe('ids', () => {
  const wrong = 'Choose from the list';
  test('one, none, several', () => {
    expect(read(requiredId(wrong), ID)).toBe(ID);
    for (const value of ['', undefined, 'x', `${ID}'`, [ID]]) {
      expect(read(requiredId(wrong), value)).toEqual({ error: wrong });
    }
    expect(read(optionalId, '')).toBeUndefined();
    expect(read(optionalId, undefined)).toBeUndefined();
    expect(read(optionalId, ID)).toBe(ID);
    expect(read(optionalId, 'x')).toEqual({ error: 'Choose one from the list' });
    expect(read(ids(wrong), undefined)).toEqual([]);
    expect(read(ids(wrong), ID)).toEqual([ID]);
    expect(read(ids(wrong), ['', ID])).toEqual([ID]);
    expect(read(ids(wrong), [ID, 'x'])).toEqual({ error: wrong });
    expect(read(ids(wrong), Array(201).fill(ID))).toHaveProperty('error');
  });

  test('what every form carries', () => {
    expect(read(submission, { submissionId: ID })).toEqual({ submissionId: ID });
    expect(read(submission, {})).toHaveProperty('error');
    expect(read(basedOn, { submissionId: ID, basedOn: '7' })).toEqual({
      submissionId: ID,
      basedOn: 7,
    });
    for (const number of [undefined, 'x', '-1', '1.5']) {
      expect(read(basedOn, { submissionId: ID, basedOn: number })).toHaveProperty('error');
    }
  });
});

describe('a name', () => {
  const field = nameText('Enter their name', 40);
  test.each(['Board man\u200bager', 'turned \u202eround', '\u2066in\u2069', 'joined\u2060up'])(
    'that could pass for another is refused: %j',
    (name) => {
      expect(read(field, name)).toEqual({ error: 'Remove the characters that cannot be shown' });
    },
  );
  test.each(['Zoë O’Neill-Şahin', 'می‌خواهم', '山田 太郎'])('in any script is taken: %s', (name) => {
    expect(read(field, name)).toBe(name);
  });

  test('of spaces alone is none, in our words', () => {
    const form = new FormData();
    form.set('name', '   ');
    const parsed = parseWithZod(form, { schema: z.object({ name: field }) });
    expect(parsed).toMatchObject({ error: { name: ['Enter their name'] } });
  });
});
