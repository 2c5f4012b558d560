import { randomUUID } from 'node:crypto';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { agreeMinutes, saveMinutes } from '@/lib/data/minutes';
import { getMinutes } from '@/lib/data/minutes-view';
import { nameBoard } from '@/lib/data/settings';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import { minutesDocumentOf } from '@/lib/domain/minutes-view';
import { minutesFile } from '@/lib/papers/minutes';
import { buildMeeting } from '@/seed/builders/board';
import { askForTime, decideAt } from '@/seed/builders/decisions';
import { attend, buildMeetingAction, buildMinutes, seat } from '@/seed/builders/meeting-records';
import { buildLocalAction } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { restrict } from '../support/make';

const { db } = await testDatabase();
const { home, away } = await makeActors(db);
const on = (day: string, actor = home.officer) =>
  contextOf(db, actor, new Date(`${day}T12:00:00Z`));
const where = { startsAt: '14:00', venue: 'County Hall' };
const [june, september, december] = [
  await buildMeeting(on('2026-01-05'), { ...where, date: '2026-06-04' }),
  await buildMeeting(on('2026-01-05'), { ...where, date: '2026-09-03' }),
  await buildMeeting(on('2026-01-05'), { ...where, date: '2026-12-03' }),
];
const idOf = async (slug: string) => (await db.meeting.findUniqueOrThrow({ where: { slug } })).id;
const opened = (basedOn: number) => ({ submissionId: randomUUID(), basedOn });
const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : error),
  );

let open = '';

beforeAll(async () => {
  await seat(on('2026-01-05'), home.member.id, '2026-01-01', 'chair');
  await seat(on('2026-01-05'), away.member.id, '2026-01-01');
  await attend(on('2026-09-04'), september, {
    entries: [
      { personId: home.member.id, answer: 'present', deputy: undefined },
      { personId: away.member.id, answer: 'apologies', deputy: 'Deputy director' },
    ],
    declarations: [
      { id: undefined, personId: home.member.id, words: 'Trustee of a bidder', references: ['R8'] },
    ],
  });
  for (const shortTitle of ['Open a second needle exchange', 'Zyxomma']) {
    const due = { scheduling: 'due' as const, due: '2026-10-01' };
    const reference = await buildLocalAction(on('2026-09-01'), { shortTitle, ...due });
    await askForTime(on('2026-09-02'), reference, {
      scheduling: 'due',
      due: '2026-12-01',
      reason: 'Zyxomma',
    });
    await decideAt(on('2026-09-03'), september, { [reference]: { result: 'agreed' } });
    if (shortTitle === 'Zyxomma') await restrict(on('2026-09-04'), reference);
    else open = reference;
  }
  await buildMeetingAction(on('2026-06-04'), june, away.member.id, 'Bring figures', '2026-08-01');
  await buildMeetingAction(on('2026-09-04'), september, home.member.id, 'Write to the prison');
});

describe('minutes', () => {
  test('are drafted from the record, for an officer, once the day has come', async () => {
    const { draft, saved, number } = await getMinutes(on('2026-09-04'), september);
    expect([saved, number]).toEqual([null, 0]);
    expect(draft?.title).toBe(
      'Drug and Alcohol Delivery Board: minutes of the meeting of 3 September 2026',
    );
    expect(
      Object.fromEntries(draft?.sections.map((one) => [one.heading, one.words]) ?? []),
    ).toEqual({
      'Date and place': '3 September 2026 at 14:00\nCounty Hall',
      Present:
        '- home member, Position of the home member (chair)\n- Deputy director, deputy for away member',
      Apologies: '- away member, Position of the away member',
      'Declarations of interest': '- home member: Trustee of a bidder (R8)',
      'Minutes of the last meeting':
        'The minutes of the meeting of 4 June 2026 have not been agreed yet.',
      'Matters discussed': '',
      Decisions: [
        `- 2026-09-03/1: ${open} Open a second needle exchange: to move the due date from 1 October 2026 to 1 December 2026. Agreed.`,
        '- 2026-09-03/2: a restricted item.',
      ].join('\n'),
      Actions:
        '- Bring figures (away member, by 1 August 2026). Carried forward from 4 June 2026.\n- Write to the prison (home member).',
      'Next meeting': '3 December 2026 at 14:00, County Hall',
    });
    expect(JSON.stringify(draft)).not.toContain('Zyxomma');
    expect((await getMinutes(on('2026-09-04', home.member), september)).draft).toBeNull();
    expect((await getMinutes(on('2026-09-02'), september)).draft).toBeNull();
    expect(
      await failure(
        saveMinutes(on('2026-09-02'), september, {
          ...opened(0),
          sections: [{ heading: 'h', words: 'w' }],
        }),
      ),
    ).toHaveProperty('');
  });

  test('are edited in versions until a later meeting agrees them, and frozen then', async () => {
    const sections = [
      { heading: 'Present', words: 'The chair' },
      { heading: 'Decisions', words: '- To go on\n- To stop' },
    ];
    await buildMinutes(on('2026-09-04'), september, 'A first draft');
    await buildMinutes(on('2026-09-05'), september, sections);
    const now = on('2026-12-03');
    const draft = await getMinutes(now, september);
    expect(draft).toMatchObject({ number: 2, saved: { sections, agreedAt: null } });
    expect(draft.history.map(({ title }) => title)).toEqual(['Minutes edited', 'Minutes drafted']);
    expect(draft.agreeable.map(({ date }) => date)).toEqual(['2026-12-03']);
    expect(await failure(saveMinutes(now, september, { ...opened(2), sections }))).toEqual({
      '': 'Nothing has changed yet',
    });

    // Neither at an earlier meeting, nor at itself, nor at one to come.
    const agree = (context: typeof now, meetingId: string, basedOn = 2) =>
      failure(agreeMinutes(context, september, { ...opened(basedOn), meetingId }));
    const wrong = { meetingId: 'Choose a later meeting whose day has come' };
    expect(await agree(now, await idOf(june))).toEqual(wrong);
    expect(await agree(now, await idOf(september))).toEqual(wrong);
    expect(await agree(on('2026-12-02'), await idOf(december))).toEqual(wrong);
    expect(await agree(now, await idOf(december), 1)).toBeInstanceOf(ConflictError);
    expect(await agree(now, await idOf(december))).toBe('written');

    const frozen = await getMinutes(now, september);
    expect(frozen).toMatchObject({
      number: 3,
      draft: null,
      agreeable: [],
      saved: { sections, agreedAt: { slug: december, date: '2026-12-03' } },
    });
    const stays = { '': 'These minutes were agreed: their words stay as they are' };
    const other = [{ heading: 'Present', words: 'Somebody else' }];
    expect(await failure(saveMinutes(now, september, { ...opened(3), sections: other }))).toEqual(
      stays,
    );
    expect(await agree(now, await idOf(december), 3)).toEqual(stays);
    // Not even past the app.
    const past = db.$executeRaw`
      INSERT INTO "MinutesVersion" ("meetingId", number, "recordedAt", title, sections)
      SELECT "meetingId", number + 1, "recordedAt", '', '[]' FROM "MinutesVersion"
      WHERE "agreedAtId" IS NOT NULL`;
    await expect(past).rejects.toThrow(/agreed and are frozen/);
    // What changes around them leaves them as they were.
    await nameBoard(on('2026-12-04', home.administrator), {
      ...opened(1),
      name: 'Another name',
      areas: [],
    });
    const later = await getMinutes(on('2026-12-05'), september);
    expect(later.saved).toEqual(frozen.saved);
    const next = await getMinutes(on('2026-12-05'), december);
    expect(next.draft?.sections.find(({ heading }) => heading.includes('last'))?.words).toBe(
      'The minutes of the meeting of 3 September 2026 were agreed.',
    );
  });

  test('as at an earlier moment are what had been saved by then', async () => {
    const at = (day: string) => getMinutes({ ...on(day), asAt: true }, september);
    expect((await at('2026-09-03')).saved).toBeNull();
    expect((await at('2026-09-04')).saved?.sections[0]?.words).toBe('A first draft');
    expect((await at('2026-12-02')).saved?.agreedAt).toBeNull();
    expect(await at('2026-12-02')).toMatchObject({ draft: null, mayManage: false });
  });
});

describe('the Word file', () => {
  const words = async (day: string, slug: string) => {
    const view = await getMinutes({ ...on(day), asAt: true }, slug);
    const document = minutesDocumentOf(view);
    if (!document) throw new Error('no minutes');
    const buffer = Buffer.from(await minutesFile(document));
    return {
      text: (await mammoth.extractRawText({ buffer })).value.split('\n').filter(Boolean),
      html: (await mammoth.convertToHtml({ buffer })).value,
    };
  };

  test('has the words of the minutes, under headings, with lists', async () => {
    const { text, html } = await words('2026-12-05', september);
    expect(text).toEqual([
      'Drug and Alcohol Delivery Board: minutes of the meeting of 3 September 2026',
      'Agreed at the meeting of 3 December 2026',
      'Present',
      'The chair',
      'Decisions',
      'To go on',
      'To stop',
    ]);
    expect(html).toContain('<li>To go on</li><li>To stop</li>');
    expect(html).toMatch(/<h\d>(<a [^>]*><\/a>)?Decisions<\/h\d>/);
  });

  test('says that a draft is one', async () => {
    expect((await words('2026-09-04', september)).text[1]).toBe('Draft, not agreed yet');
  });
});
