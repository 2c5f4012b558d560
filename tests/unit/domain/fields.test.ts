import { parseWithZod } from '@conform-to/zod/v4';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatDate } from '@/lib/domain/dates';
import {
  basedOn,
  ids,
  nameText,
  optionalDate,
  optionalId,
  optionalText,
  requiredDate,
  requiredId,
  requiredText,
  submission,
} from '@/lib/domain/fields';
import { optionalWebAddress, webAddress } from '@/lib/domain/web-address';

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
    ['what is no text', 'a\u0000b\ufffe', 'ab'],
    ['nothing to see', '\u200b \u00ad\ufeff', { error: 'Enter a title' }],
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
    ['what is no text', 'a\u0000', 'a'],
    ['nothing to see', '\u2060\u200d', undefined],
  ])('%s', (_, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });
});

describe('a date typed into three boxes', () => {
  const parts = (day?: string, month?: string, year?: string) => ({ day, month, year });
  const wrong = (why: string) => ({ error: `Due date: ${why}` });

  test.each([
    ['numbers', parts('31', '3', '2027'), '2027-03-31'],
    ['with noughts', parts('01', '03', '2027'), '2027-03-01'],
    ['with space', parts(' 1 ', ' 3', '2027 '), '2027-03-01'],
    ['a month in words', parts('31', 'March', '2027'), '2027-03-31'],
    ['in small letters', parts('31', 'march', '2027'), '2027-03-31'],
    ['shortened', parts('30', 'SEPT', '2027'), '2027-09-30'],
    ['shortened to three', parts('30', 'sep', '2027'), '2027-09-30'],
    ['shortened with a dot', parts('1', 'Apr.', '2027'), '2027-04-01'],
    ['the other of one month', parts('1', 'sept.', '2027'), '2027-09-01'],
    ['an ordinal', parts('1st', '1', '2027'), '2027-01-01'],
    ['apart', parts('the 22 nd', '1', '2027'), '2027-01-22'],
    ['a short year', parts('1', '1', '27'), '2027-01-01'],
    ['a short year with its mark', parts('1', '1', '’27'), '2027-01-01'],
    ['dots and commas left over', parts('1.', 'March,', '2027.'), '2027-03-01'],
    ['spaces that do not break', parts('\u00a01\u00a0', '3\u202f', '2027'), '2027-03-01'],
    ['digits of full width', parts('３１', '３', '２０２７'), '2027-03-31'],
    ['what cannot be seen', parts('\u200e31', '3\u200b', '2027\ufeff'), '2027-03-31'],
    ['a leap day', parts('29', '2', '2028'), '2028-02-29'],
    [
      'no leap day',
      parts('29', '2', '2027'),
      wrong('2027 is not a leap year: February has 28 days'),
    ],
    [
      '29 February 2100',
      parts('29', '2', '2100'),
      wrong('2100 is not a leap year: February has 28 days'),
    ],
    ['30 February', parts('30', 'Feb', '2028'), wrong('February has 29 days')],
    ['31 June', parts('31', 'June', '2027'), wrong('June has 30 days')],
    ['32 May', parts('32', 'May', '2027'), wrong('May has 31 days')],
    ['month 13', parts('1', '13', '2027'), wrong('there is no month 13')],
    ['month 0', parts('1', '0', '2027'), wrong('there is no month 0')],
    ['day 0', parts('0', '1', '2027'), wrong('there is no day 0')],
    ['a year too short', parts('1', '1', '227'), wrong('the year must be four digits, like 2027')],
    ['a long year', parts('1', '1', '20270'), wrong('the year must be four digits, like 2027')],
    [
      'a year before our time',
      parts('1', '1', '1066'),
      wrong('the year must be from 1900 to 2199'),
    ],
    ['a fraction', parts('1', '1.5', '2027'), wrong('there is no month “1.5”')],
    ['below nothing', parts('-1', '1', '2027'), wrong('the day must be a number, like 31')],
    ['a computer’s number', parts('1', '0x3', '2027'), wrong('there is no month “0x3”')],
    ['another', parts('1', '1e0', '2027'), wrong('there is no month “1e0”')],
    ['no month', parts('1', 'Marzipan', '2027'), wrong('there is no month “Marzipan”')],
    ['too little of a month', parts('1', 'Ma', '2027'), wrong('there is no month “Ma”')],
    ['another day', parts('1', 'Monday', '2027'), wrong('there is no month “Monday”')],
    ['too much', parts('1'.repeat(61), '1', '2027'), wrong('it is too long')],
    ['no day', parts('', '3', '2027'), { error: 'Due date must include a day' }],
    ['no month', parts('1', ' ', '2027'), { error: 'Due date must include a month' }],
    ['only a day', parts('1'), { error: 'Due date must include a month and a year' }],
    ['only a month', parts('', 'May'), { error: 'Due date must include a day and a year' }],
  ])('%s', (_, value, expected) => {
    expect(read(requiredDate('Due date'), value)).toEqual(expected);
    expect(read(optionalDate('Due date'), value)).toEqual(expected);
  });

  /** One day, in the forms in which it is copied from somewhere else. */
  const WHOLE = [
    ...['31/3/2027', '31/03/27', '31.3.2027', '31-3-27', '31 / 3 / 2027', '31 3 2027'],
    ...['31 March 2027', '31st March 2027', '31st of March, 2027', '31-Mar-27', '31 Mar. ’27'],
    ...['March 31, 2027', 'Wednesday 31 March 2027', 'Wed, 31/3/2027', '31\u00a0March\u00a02027'],
    ...[
      '2027-03-31',
      '2027/3/31',
      '2027-03-31T00:00:00Z',
      '３１／３／２０２７',
      '31‑3‑2027',
      '31/3/2027.',
    ],
  ];
  test.each(WHOLE)('pasted into one box: %s', (text) => {
    for (const typed of [parts(text), parts('', text), parts('', '', text)]) {
      expect(read(requiredDate('Due date'), typed)).toBe('2027-03-31');
    }
  });

  test.each([
    ['over two boxes', parts('31 March', '', '2027'), '2027-03-31'],
    ['over the others', parts('', '31st March', '27'), '2027-03-31'],
    ['impossible', parts('31/6/2027'), wrong('June has 30 days')],
    ['months first', parts('12/31/2027'), wrong('there is no month 31')],
    [
      'into boxes that are filled',
      parts('31/3/2027', '4', '2026'),
      wrong('one box holds the whole date, so leave the others empty'),
    ],
  ])('pasted %s', (_, value, expected) => {
    expect(read(requiredDate('Due date'), value)).toEqual(expected);
  });

  test('every day there is can be typed with words and in numbers, as before', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (at) => {
        const day = at.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = day.split('-');
        const [inWords = '', month = ''] = formatDate(day).split(' ');
        for (const typed of [
          parts(d, m, y),
          parts(String(Number(d)), month, y),
          parts(inWords, month.slice(0, 3), y),
        ]) {
          expect(read(requiredDate('Due date'), typed)).toBe(day);
        }
      }),
    );
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

describe('a date more than ten years off', () => {
  const drawn = '2026-12-01';
  const at = (date: string, more = {}) => {
    const [year, month, day] = date.split('-');
    return { day, month, year, drawn, ...more };
  };
  const due = requiredDate('Due date', { planned: true });
  const dated = requiredDate('The date');

  test.each([
    ['digits in the wrong order', '2072-04-05', 'Due date is 5 April 2072. Did you mean 2027?'],
    ['the others', '2027-04-05', '2027-04-05'],
    [
      'another order',
      '2172-04-05',
      'Due date is 5 April 2172, more than ten years from now. Is that right?',
    ],
    ['a wrong key', '2047-04-05', 'Due date is 5 April 2047. Did you mean 2027?'],
    ['the century', '1927-04-05', 'Due date is 5 April 1927. Did you mean 2027?'],
    ['ten years to the day', '2036-12-01', '2036-12-01'],
    ['a day more', '2036-12-02', 'Due date is 2 December 2036. Did you mean 2026?'],
    ['no leap year is meant', '2072-02-29', 'Due date is 29 February 2072. Did you mean 2032?'],
    ['ten years ago', '2016-12-01', '2016-12-01'],
    ['and a day', '2016-11-30', 'Due date is 30 November 2016. Did you mean 2026?'],
  ])('%s', (_, date, said) => {
    const expected = said === date ? date : { error: said };
    expect(read(due, at(date))).toEqual(expected);
    expect(read(optionalDate('Due date', { planned: true }), at(date))).toEqual(expected);
  });

  test('is taken once that very day was said to be right', () => {
    expect(read(due, at('2072-04-05', { confirmed: '2072-04-05' }))).toBe('2072-04-05');
    for (const confirmed of ['2072-04-06', 'yes', '']) {
      expect(read(due, at('2072-04-05', { confirmed }))).toHaveProperty('error');
    }
  });

  test('is asked about where it is written in one box too', () => {
    expect(read(due, { day: '5/4/2072', drawn })).toHaveProperty('error');
  });

  test('of what was long ago is not asked about, of what is to come always', () => {
    expect(read(dated, at('1998-05-01'))).toBe('1998-05-01');
    expect(read(dated, at('2072-04-05'))).toEqual({
      error: 'The date is 5 April 2072. Did you mean 2027?',
    });
  });

  test('is taken from a form that does not say when it was drawn', () => {
    expect(read(due, at('2072-04-05', { drawn: undefined }))).toBe('2072-04-05');
    expect(read(due, at('2072-04-05', { drawn: 'today' }))).toBe('2072-04-05');
  });

  test('a form that was drawn and left empty holds no date', () => {
    expect(read(optionalDate('Due date'), { drawn })).toBeUndefined();
    expect(read(due, { drawn })).toEqual({ error: 'Enter due date' });
  });
});

describe('a web address', () => {
  const wrong = { error: 'Enter a web address that starts with https:// or http://' };
  const user = {
    error: 'Take what stands before the @ out of the web address: it could pass for another site',
  };
  const breaks = { error: 'Take the line breaks and tabs out of the web address' };
  const unseen = { error: 'Take the characters that cannot be seen out of the web address' };
  test.each([
    ['https', 'https://www.example.org/a?b=c#d', 'https://www.example.org/a?b=c#d'],
    ['http', 'http://example.org', 'http://example.org'],
    ['in capitals', 'HTTPS://EXAMPLE.ORG/', 'HTTPS://EXAMPLE.ORG/'],
    ['with space around', ' https://example.org ', 'https://example.org'],
    ['letters of other scripts', 'https://bücher.example/straße', 'https://bücher.example/straße'],
    ['javascript', 'javascript:alert(1)', wrong],
    ['javascript that looks like an address', 'javascript://example.org/%0aalert(1)', wrong],
    ['javascript broken over words', 'java script:alert(1).org', wrong],
    ['javascript broken over lines', 'java\nscript:alert(1)', wrong],
    ['javascript behind a control character', '\u0001javascript:alert(1)', wrong],
    ['data', 'data:text/html,<script>alert(1)</script>', wrong],
    ['vbscript', 'vbscript:x', wrong],
    ['ftp', 'ftp://example.org/file', wrong],
    ['file', 'file:///etc/passwd', wrong],
    ['mailto', 'mailto:somebody@example.org', wrong],
    ['no scheme', 'www.example.org/x', 'https://www.example.org/x'],
    ['no scheme and no www', 'example.org/x?y=http://z', 'https://example.org/x?y=http://z'],
    ['no path either', 'example.org', 'https://example.org'],
    ['with a port', 'example.org:8443/x', 'https://example.org:8443/x'],
    ['a file on a site', 'example.org/minutes.pdf', 'https://example.org/minutes.pdf'],
    ['a file on nobody’s site', 'minutes.pdf', wrong],
    ['an address of mail', 'somebody@example.org', wrong],
    ['a scheme with a dot', 'java.script:alert(1)', wrong],
    ['a backslash', 'javascript\\\\example.org', wrong],
    ['a number', '1.5', wrong],
    ['a network’s own number', '192.168.0.1', wrong],
    ['two things', 'www.example.org and more', wrong],
    ['nothing before the dot', '.org', wrong],
    ['no scheme, with slashes', '//example.org', wrong],
    ['no slashes: a browser would take it as relative', 'https:example.org', wrong],
    ['one slash: likewise', 'https:/example.org', wrong],
    ['no host', 'https://', wrong],
    ['a host without a dot', 'http://localhost/secret', wrong],
    ['words', 'see the intranet', wrong],
    ['somebody’s name before the host', 'https://www.gov.uk@example.org/x', user],
    ['an empty name before the host', 'https://@example.org', user],
    ['a password as well', 'https://a:b@example.org', user],
    ['an @ in the path', 'https://example.org/@a', 'https://example.org/@a'],
    ['broken over lines', 'https://example.org/a\nb', breaks],
    ['a tab, which browsers leave out', 'https://exam\tple.org', breaks],
    ['a line end after it', 'https://example.org/a\n', 'https://example.org/a'],
    ['read the other way round', 'https://example.org/\u202egro.vog', unseen],
    ['a mark of direction', 'https://example.org/\u200fa', unseen],
    ['nothing to see in the host', 'https://exam\u00adple.org', unseen],
    ['what is no text', 'https://example.org/\u0000a', 'https://example.org/a'],
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
  test.each(['Board man\u200bager', 'joined\u2060up'])(
    'that could pass for another is refused: %j',
    (name) => {
      expect(read(field, name)).toEqual({ error: 'Remove the characters that cannot be shown' });
    },
  );
  test.each([
    ['turned \u202eround', 'turned round'],
    ['\u2066in\u2069', 'in'],
  ])('loses what turns letters round: %j', (name, without) => {
    expect(read(field, name)).toBe(without);
  });
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
