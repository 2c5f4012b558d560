import { beforeAll, describe, expect, test } from 'vitest';
import { getHistory } from '@/lib/data/history';
import { getItem } from '@/lib/data/item-view';
import { withdrawLocalAction } from '@/lib/data/local-actions';
import { cancelMeeting } from '@/lib/data/meetings';
import { answerQuestion, askQuestion, withdrawQuestion } from '@/lib/data/questions';
import {
  countMeetingQuestions,
  countQuestionsToAnswer,
  listQuestions,
} from '@/lib/data/questions-view';
import { NotAllowedError, RuleError } from '@/lib/domain/errors';
import { QUESTION_PAGE_SIZE, questionQuerySchema } from '@/lib/domain/question';
import { buildMeeting } from '@/seed/builders/board';
import { buildLocalAction, formOn, opened } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { bringTo, restrict } from '../support/make';

const { db } = await testDatabase();
const { home, away, homeId } = await makeActors(db);
const officer = contextOf(db, home.officer);
const asker = contextOf(db, home.member);
const owner = contextOf(db, away.commissioner);
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const refusal = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : String(error)),
  );
const ask = (reference: string, words: string, context = asker) =>
  askQuestion(context, reference, { words, ...opened() });
const answer = (reference: string, question: number, words: string, context = owner) =>
  answerQuestion(context, reference, { question, words, ...opened() });
const takeBack = (reference: string, question: number, context = asker) =>
  withdrawQuestion(context, reference, { question, reason: 'Asked twice', ...opened() });
const list = (query: Record<string, unknown> = {}, context = asker) =>
  listQuestions(context, questionQuerySchema.parse(query));
const action = () => buildLocalAction(officer, { ownerId: away.commissioner.id });

test('without a meeting to come there is none to ask for', async () => {
  expect(await refusal(ask('R1', 'Why?'))).toEqual({
    '': 'No meeting is set to ask it for. A public-health officer of the board can set the next one',
  });
});

describe('a question', () => {
  let reference = '';
  beforeAll(async () => {
    await buildMeeting(officer, { date: '2026-09-03', startsAt: '14:00', venue: 'Hall' });
    await buildMeeting(officer, { date: '2027-03-04', startsAt: '14:00', venue: 'Hall' });
    await buildMeeting(officer, { date: '2026-12-03', startsAt: '14:00', venue: 'Hall' });
    reference = await action();
    await ask(reference, 'When does it open?');
  });

  test('is asked of the owner, for the next meeting to come', async () => {
    const { questions, may } = await getItem(owner, reference);
    expect(questions).toMatchObject([
      {
        number: 1,
        words: 'When does it open?',
        author: { name: 'home member' },
        meeting: { slug: '2026-12-03' },
        state: 'open',
        owner: { name: 'away commissioner' },
        mayAnswer: true,
        mayWithdraw: false,
      },
    ]);
    expect(may.ask).toBe(true);
    expect((await getItem(asker, reference)).questions[0]).toMatchObject({
      mayAnswer: false,
      mayWithdraw: true,
    });
    expect(await countQuestionsToAnswer(owner)).toBe(1);
    expect(await countQuestionsToAnswer(asker)).toBe(0);
    expect(await countMeetingQuestions(asker, '2026-12-03')).toEqual({ asked: 1, waiting: 1 });
    expect(await countMeetingQuestions(asker, '2027-03-04')).toEqual({ asked: 0, waiting: 0 });
  });

  test('is answered by nobody else', async () => {
    for (const actor of [home.officer, home.member, home.administrator, away.viewer]) {
      const other = contextOf(db, actor);
      await expect(answer(reference, 1, 'Soon', other)).rejects.toThrow(NotAllowedError);
    }
  });

  test('has an answer, and a further one that corrects it', async () => {
    await answer(reference, 1, 'In May', contextOf(db, away.commissioner, later(1)));
    await answer(reference, 1, 'In June', contextOf(db, away.commissioner, later(2)));
    const [question] = (await getItem(asker, reference)).questions;
    expect(question).toMatchObject({
      state: 'answered',
      answers: [{ words: 'In May' }, { words: 'In June' }],
      mayWithdraw: false,
    });
    expect(await countQuestionsToAnswer(owner)).toBe(0);
    expect(await refusal(takeBack(reference, 1))).toEqual({
      '': 'That question has been answered: it stays, with its answer.',
    });
  });

  test('is withdrawn with a reason, for good', async () => {
    await ask(reference, 'And where?');
    await expect(takeBack(reference, 2, contextOf(db, away.member))).rejects.toThrow(
      NotAllowedError,
    );
    await takeBack(reference, 2, officer);
    const question = (await getItem(asker, reference)).questions.find(({ number }) => number === 2);
    expect(question).toMatchObject({
      state: 'withdrawn',
      withdrawal: { author: { name: 'home officer' }, reason: 'Asked twice' },
      answers: [],
    });
    expect(await refusal(takeBack(reference, 2))).toEqual({
      '': 'That question was withdrawn already.',
    });
    expect(await refusal(answer(reference, 2, 'There'))).toHaveProperty('');
  });

  test('is in the history with its answers', async () => {
    const { entries } = await getHistory(asker, reference, 1);
    const told = entries.filter(({ title }) => title.startsWith('Question'));
    expect(told.map(({ title, words }) => [title, words])).toEqual([
      ['Question withdrawn', 'And where?\nWhy: Asked twice'],
      ['Question asked', 'And where?'],
      ['Question answered', 'When does it open?\nAnswer: In June'],
      ['Question answered', 'When does it open?\nAnswer: In May'],
      ['Question asked', 'When does it open?'],
    ]);
  });

  test('is seen as at a moment with what had been answered by then', async () => {
    const then = { ...contextOf(db, away.commissioner, later(1)), asAt: true as const };
    expect((await getItem(then, reference)).questions).toMatchObject([
      { state: 'answered', answers: [{ words: 'In May' }], mayAnswer: false },
    ]);
    const first = { ...contextOf(db, away.commissioner, NOW), asAt: true as const };
    expect((await getItem(first, reference)).questions).toMatchObject([
      { state: 'open', answers: [] },
    ]);
    expect((await list({}, first)).total).toBe(1);
    expect(await countQuestionsToAnswer(first)).toBe(1);
  });
});

test('what is closed, withdrawn or not rated takes no new ones', async () => {
  const held = await buildMeeting(officer, {
    date: '2026-11-23',
    startsAt: '09:00',
    venue: 'Hall',
  });
  const [closed, gone] = [await action(), await action()];
  await ask(closed, 'Is it done?');
  await ask(gone, 'Is it done?');
  await bringTo('closed', officer, closed, held);
  await withdrawLocalAction(officer, gone, { reason: 'Twice', ...(await formOn(officer, gone)) });
  for (const reference of [closed, gone, 'C3']) {
    expect(await refusal(ask(reference, 'And now?'))).toHaveProperty('');
    expect((await getItem(asker, reference)).may.ask).toBe(false);
  }
  // What was asked before it was closed can be answered; what was withdrawn waits for nothing.
  expect(await countQuestionsToAnswer(owner)).toBe(1);
  await answer(closed, 1, 'It is');
  expect(await refusal(answer(gone, 1, 'It is'))).toHaveProperty('');
  await cancelMeeting(officer, held, { ...opened(), basedOn: 1, reason: 'Snow' });
});

test('a meeting that is cancelled passes its questions on', async () => {
  const before = await countMeetingQuestions(asker, '2027-03-04');
  const { asked } = await countMeetingQuestions(asker, '2026-12-03');
  await cancelMeeting(officer, '2026-12-03', { ...opened(), basedOn: 1, reason: 'Snow' });
  expect((await countMeetingQuestions(asker, '2027-03-04')).asked).toBe(before.asked + asked);
  expect((await countMeetingQuestions(asker, '2026-12-03')).asked).toBe(0);
});

describe('the list', () => {
  test('begins with what waits, and is filtered by meeting, mine to answer and mine asked', async () => {
    const reference = await action();
    await ask(reference, 'Who pays?', contextOf(db, home.member, later(9)));
    const { questions, total, meetings } = await list();
    expect(questions[0]).toMatchObject({ words: 'Is it done?', state: 'open' });
    expect(questions.map(({ state }) => state)).toEqual(
      [...questions.map(({ state }) => state)].sort(
        (a, b) =>
          ['open', 'answered', 'withdrawn'].indexOf(a) -
          ['open', 'answered', 'withdrawn'].indexOf(b),
      ),
    );
    expect(meetings.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect((await list({ mine: 'answer' }, owner)).questions.map(({ words }) => words)).toEqual([
      'Who pays?',
    ]);
    expect((await list({ mine: 'asked' }, officer)).total).toBe(0);
    expect((await list({ mine: 'asked' })).total).toBe(total);
    expect((await list({ meeting: '2027-03-04' })).total).toBe(total);
    expect((await list({ meeting: '2026-12-03' })).total).toBe(0);
    expect((await list({ state: 'withdrawn' })).total).toBe(1);
  });

  test('has pages', async () => {
    const reference = await action();
    for (let count = 0; count <= QUESTION_PAGE_SIZE; count += 1) await ask(reference, `${count}?`);
    const [one, two] = [await list({ state: 'open' }), await list({ state: 'open', page: 99 })];
    expect([one.pages, two.page]).toEqual([2, 2]);
    expect(one.questions).toHaveLength(QUESTION_PAGE_SIZE);
    expect(one.questions.length + two.questions.length).toBe(one.total);
  });

  test('of what is restricted is not there for whom it is hidden from', async () => {
    const reference = await action();
    await ask(reference, 'What does the tender say?', contextOf(db, away.member));
    const before = (await list()).total;
    await restrict(contextOf(db), reference, [homeId]);
    expect((await list()).total).toBe(before - 1);
    expect((await list({}, owner)).total).toBe(before);
  });
});
