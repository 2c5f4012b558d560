import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { recordAttendanceSchema, refuseAttendance } from '@/lib/domain/attendance';
import { saveMinutesSchema } from '@/lib/domain/minutes';

const ID = '5f0c7a52-6a68-4c53-9f55-0a5d3f1f3b01';

/** As a browser sends it: every box, empty or not. */
function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ submissionId: ID, basedOn: '0', ...fields })) {
    form.set(name, value);
  }
  return form;
}

describe('the form of attendance', () => {
  const parse = (fields: Record<string, string>) =>
    parseWithZod(sent(fields), { schema: recordAttendanceSchema });
  const declaration = (personId: string, words: string, references: string) => ({
    'declarations[0].id': '',
    'declarations[0].personId': personId,
    'declarations[0].words': words,
    'declarations[0].references': references,
  });

  test('leaves out what was left empty', () => {
    const parsed = parse({
      'entries[0].personId': ID,
      'entries[0].answer': '',
      'entries[0].deputy': '',
      othersPresent: ' ',
      ...declaration('', '', ''),
    });
    expect(parsed.status === 'success' && parsed.value).toMatchObject({
      entries: [{ personId: ID, answer: undefined, deputy: undefined }],
      othersPresent: undefined,
    });
  });

  test('reads references as people write them', () => {
    const parsed = parse(declaration(ID, 'Trustee', 'r8, A12;c3.1'));
    expect(parsed.status === 'success' && parsed.value.declarations[0]?.references).toEqual([
      'R8',
      'A12',
      'C3.1',
    ]);
  });

  test.each([
    [declaration('', 'Trustee', ''), 'declarations[0].personId'],
    [declaration('', '', 'R8'), 'declarations[0].personId'],
    [declaration(ID, '', ''), 'declarations[0].words'],
    [declaration(ID, 'Trustee', 'the tender'), 'declarations[0].references'],
    [
      { 'entries[0].personId': ID, 'entries[0].answer': 'present', 'entries[0].deputy': 'D' },
      'entries[0].deputy',
    ],
    [{ 'entries[0].personId': ID, 'entries[0].answer': 'late' }, 'entries[0].answer'],
  ])('%j is wrong at %s', (fields, wrong) => {
    const parsed = parse(fields);
    expect(parsed.status === 'error' && Object.keys(parsed.error ?? {})).toContain(wrong);
  });
});

describe('before the day of a meeting', () => {
  const form = (
    answer: 'present' | 'apologies' | 'absent' | undefined,
    othersPresent?: string,
  ) => ({
    entries: [{ personId: ID, answer, deputy: undefined }],
    othersPresent,
  });
  test.each([
    [form('apologies'), '2026-12-02', []],
    [form(undefined), '2026-12-02', []],
    [form('present'), '2026-12-02', ['entries[0].answer']],
    [form('absent'), '2026-12-02', ['entries[0].answer']],
    [form(undefined, 'A clerk'), '2026-12-02', ['othersPresent']],
    [form('present', 'A clerk'), '2026-12-03', []],
    [form('present', 'A clerk'), '2026-12-04', []],
  ])('%j on %s is wrong at %j', (said, today, wrong) => {
    expect(Object.keys(refuseAttendance(said, '2026-12-03', today) ?? {})).toEqual(wrong);
  });
});

describe('the form of minutes', () => {
  const parse = (fields: Record<string, string>) =>
    parseWithZod(sent(fields), { schema: saveMinutesSchema });

  test('keeps the sections that have words, in their order', () => {
    const parsed = parse({
      'sections[0].heading': 'Present',
      'sections[0].words': 'Everybody\r\n',
      'sections[1].heading': 'Matters discussed',
      'sections[1].words': '',
      'sections[2].heading': '',
      'sections[2].words': '',
      'sections[3].heading': 'Actions',
      'sections[3].words': '- One',
    });
    expect(parsed.status === 'success' && parsed.value.sections).toEqual([
      { heading: 'Present', words: 'Everybody' },
      { heading: 'Actions', words: '- One' },
    ]);
  });

  test.each([
    [{ 'sections[0].heading': '', 'sections[0].words': 'Words' }, 'sections[0].heading'],
    [{ 'sections[0].heading': 'Present', 'sections[0].words': '' }, 'sections'],
  ])('%j is wrong at %s', (fields, wrong) => {
    const parsed = parse(fields);
    expect(parsed.status === 'error' && Object.keys(parsed.error ?? {})).toEqual([wrong]);
  });
});
