import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import { findMeeting } from '@/lib/data/find-meeting';
import { cancelMeeting } from '@/lib/data/meetings';
import { publicPaper } from '@/lib/data/paper';
import {
  clearPaper,
  restoreHeadline,
  savePaperFront,
  savePrintedHeadline,
} from '@/lib/data/paper-drafts';
import { getPaperDraft, getPaperHistory } from '@/lib/data/paper-drafts-view';
import { standingFrame } from '@/lib/data/paper-frame';
import {
  addParagraph,
  leaveOutParagraph,
  moveParagraph,
  putBackParagraph,
  restoreParagraph,
  saveParagraph,
} from '@/lib/data/paper-paragraphs';
import { ConflictError, NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { movedParagraphs } from '@/lib/domain/paper-draft-view';
import { ROLES } from '@/lib/domain/permissions';
import { buildMeeting } from '@/seed/builders/board';
import { buildFront, editDraft, openedDraft, printOtherwise } from '@/seed/builders/papers';
import { buildLocalAction, opened, rate } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence, release, restrict, showEvidence } from '../support/make';

const { db } = await testDatabase();
const { home, away, awayId } = await makeActors(db);
const on = (day: string, actor = home.officer): Context =>
  contextOf(db, actor, new Date(`${day}T12:00:00Z`));
const now = on('2026-11-23');

let year = 2060;
let slug = '';
/** A meeting of its own for each test, years before those of the tests before it. */
beforeEach(async () => {
  const date = `${--year}-03-05`;
  slug = await buildMeeting(now, { date, startsAt: '14:00', venue: 'County Hall' });
});

const form = (context = now) => openedDraft(context, slug);
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'written',
    (error: unknown) => (error instanceof RuleError ? error.fields : error),
  );
/** '2.1 position, - movement' of a section. */
async function printed(section: string, of = slug): Promise<string> {
  const { sections } = await getPaperDraft(now, of);
  const here = sections.find(({ number }) => number === section)?.paragraphs ?? [];
  return here.map(({ number, key }) => `${number ?? '-'} ${key}`).join(', ');
}
async function paragraph(key: string, context = now) {
  const { sections } = await getPaperDraft(context, slug);
  const found = sections.flatMap(({ paragraphs }) => paragraphs).find((one) => one.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}
const added = async (words: string, section: '1' | '2' | '3' = '2') =>
  addParagraph(now, slug, {
    ...(await form()),
    section,
    heading: undefined,
    words,
    public: true,
  });

describe('a draft', () => {
  test('is there from the start, as it is generated', async () => {
    const draft = await getPaperDraft(now, slug);
    expect(draft).toMatchObject({ number: 0, saved: null, cleared: null, startsFrom: null });
    expect(draft.sections.map(({ heading }) => heading)).toEqual([
      'WHY IS THE INFORMATION/REPORT COMING TO THE DRUG AND ALCOHOL DELIVERY BOARD',
      'WHAT ARE THE CRITICAL ITEMS/ISSUES FOR FOCUS?',
      'WHAT ACTIONS DO YOU WANT THE DRUG AND ALCOHOL DELIVERY BOARD TO TAKE?',
    ]);
    expect(await printed('2')).toMatch(/^2\.1 position, 2\.2 movement, 2\.3 key_areas/);
    expect(movedParagraphs(draft)).toEqual([]);
  });

  test('is edited, added to, moved, left out, and put back', async () => {
    await editDraft(now, slug, 'movement', 'Much has moved.');
    const key = await added('Thanks to all.');
    await moveParagraph(now, slug, key, { ...(await form()), by: 'up' });
    await leaveOutParagraph(now, slug, 'key_areas', await form());
    const { sections } = await getPaperDraft(now, slug);
    const last = sections[1]?.paragraphs.at(-1);
    expect(await printed('2')).toMatch(/^2\.1 position, 2\.2 movement, - key_areas, 2\.3 /);
    expect(last?.key).not.toBe(key);
    expect(await paragraph('movement')).toMatchObject({ edited: true, words: 'Much has moved.' });
    await putBackParagraph(now, slug, 'key_areas', await form());
    await restoreParagraph(now, slug, 'movement', await form());
    await restoreParagraph(now, slug, key, await form());
    expect(await printed('2')).toMatch(/^2\.1 position, 2\.2 movement, 2\.3 key_areas/);
    expect(await paragraph('movement')).toMatchObject({ edited: false });
    expect(JSON.stringify(await getPaperDraft(now, slug))).not.toContain('Thanks to all');

    const { entries, total } = await getPaperHistory(now, slug, 1);
    expect(entries.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Removed 2\.\d$/),
      'Put 2.2 back as generated',
      'Put back 2.3',
      'Left out 2.3',
      expect.stringMatching(/^Moved 2\.\d up, to 2\.\d$/),
      expect.stringMatching(/^Added 2\.\d$/),
      'Edited 2.2',
    ]);
    expect(total).toBe(7);
    const edit = entries.at(-1);
    expect(edit?.author?.name).toBe('home officer');
    expect(edit?.changes).toEqual([
      { label: 'Words', from: expect.stringContaining('Nothing is Red'), to: 'Much has moved.' },
    ]);
    const events = await db.auditEvent.findMany({
      where: { meeting: { slug }, kind: { startsWith: 'paper.' } },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ kind, subjectNumber }) => `${subjectNumber} ${kind}`)).toEqual([
      '1 paper.edited',
      '2 paper.added',
      '3 paper.moved',
      '4 paper.left_out',
      '5 paper.put_back',
      '6 paper.restored',
      '7 paper.restored',
    ]);
  });

  test('says where figures have moved since a paragraph was edited', async () => {
    await editDraft(now, slug, 'movement', 'Nothing to worry about.');
    expect(await paragraph('movement')).toMatchObject({ edited: true, moved: false });
    const open = await paragraph('movement');
    const reference = await buildLocalAction(now);
    const said = { headline: 'It burns', words: 'w', recovery: 'Water' };
    await rate(now, reference, { rag: 'red', ...said });
    const moved = await paragraph('movement');
    expect(moved).toMatchObject({ moved: true, words: 'Nothing to worry about.' });
    expect(moved.generated).toContain('It burns');

    // Words written while the figures moved were not written over these.
    const save = async (seen: string | null) =>
      saveParagraph(now, slug, 'movement', {
        ...(await form()),
        heading: moved.heading ?? undefined,
        words: 'Nothing to worry about.',
        public: false,
        seen: seen ?? undefined,
      });
    await save(open.seen);
    expect(await paragraph('movement')).toMatchObject({ moved: true });
    // Whoever has seen them may keep the words.
    await save(moved.seen);
    expect(await paragraph('movement')).toMatchObject({ moved: false });
    expect(await outcome(save(moved.seen))).toEqual({ '': 'Nothing has changed yet' });
  });

  test('prints a headline otherwise, and the register keeps its own', async () => {
    const reference = await buildLocalAction(now);
    const rating = { words: 'w', recovery: 'Water' };
    await rate(now, reference, { rag: 'red', headline: 'As the register says', ...rating });
    const headline = async () =>
      (await getPaperDraft(now, slug)).headlines.find((one) => one.reference === reference);
    await printOtherwise(now, slug, reference, 'As it prints');
    expect(await headline()).toMatchObject({
      headline: 'As the register says',
      printed: 'As it prints',
      moved: false,
    });
    expect((await paragraph('movement')).words).toContain('As it prints');
    await rate(now, reference, { rag: 'red', headline: 'Worse', ...rating });
    expect(await headline()).toMatchObject({ headline: 'Worse', moved: true });
    await restoreHeadline(now, slug, reference, await form());
    expect(await headline()).toMatchObject({ printed: null });
    expect((await paragraph('movement')).words).toContain('Worse');
    const none = savePrintedHeadline(now, slug, 'A999', { ...(await form()), words: 'x' });
    expect(await outcome(none)).toBeInstanceOf(NotFoundError);
  });

  test('is cleared by name and role, and a draft again after any change', async () => {
    const clear = async () =>
      clearPaper(now, slug, { ...(await form()), clearedBy: 'Dr A', clearedRole: 'Director' });
    await clear();
    expect((await getPaperDraft(now, slug)).cleared).toEqual({
      by: 'Dr A',
      role: 'Director',
      at: '2026-11-23T12:00:00.000Z',
    });
    expect(await outcome(clear())).toEqual({ '': 'This draft is cleared already' });
    await buildFront(now, slug);
    expect((await getPaperDraft(now, slug)).cleared).toBeNull();
    await clear();
  });

  test('starts from the frame of the latest earlier paper', async () => {
    await buildFront(now, slug, { title: 'Ours', itemNumber: '4', sponsor: 'The chair' });
    const key = await added('Thanks to all.');
    await editDraft(now, slug, 'movement', 'Typed for that meeting');
    await leaveOutParagraph(now, slug, 'key_areas', await form());
    await moveParagraph(now, slug, 'position', { ...(await form()), by: 'down' });
    const where = { startsAt: '14:00', venue: 'County Hall' };
    // One that nobody touched, and one that was cancelled, lie between.
    await buildMeeting(now, { ...where, date: `${year}-05-07` });
    const cancelled = await buildMeeting(now, { ...where, date: `${year}-06-04` });
    await buildFront(now, cancelled, { title: 'Never held' });
    const reason = 'Snow';
    await cancelMeeting(now, cancelled, { ...opened(), basedOn: 1, reason });
    const later = await buildMeeting(now, { ...where, date: `${year}-09-03` });

    const first = await getPaperDraft(now, later);
    expect(first).toMatchObject({ number: 0, saved: null, startsFrom: { slug } });
    expect(first.front).toMatchObject({ title: 'Ours', itemNumber: null, sponsor: 'The chair' });
    expect(await printed('2', later)).toMatch(/^2\.1 movement, 2\.2 position, 2\.3 key_areas/);
    expect(await printed('2', later)).toContain(key);
    expect(JSON.stringify(first)).not.toContain('Typed for that meeting');
    expect(JSON.stringify(first)).not.toContain('Never held');

    // What is changed of it stays its own.
    await buildFront(now, later, { title: 'Next', itemNumber: '2' });
    expect((await getPaperDraft(now, slug)).front).toMatchObject({ title: 'Ours' });
    const { entries } = await getPaperHistory(now, later, 1);
    expect(entries[0]?.changes).toEqual(
      expect.arrayContaining([{ label: 'Title', from: 'Ours', to: 'Next' }]),
    );
  });

  test('is told page by page', async () => {
    for (let count = 1; count <= 21; count += 1) {
      await buildFront(now, slug, { title: `Title ${count}` });
    }
    const [first, second] = [
      await getPaperHistory(now, slug, 1),
      await getPaperHistory(now, slug, 2),
    ];
    expect([first.entries.length, second.entries.length, first.pages]).toEqual([20, 1, 2]);
    expect(first.entries.at(-1)?.changes).toEqual([
      { label: 'Title', from: 'Title 1', to: 'Title 2' },
    ]);
    expect(second.entries[0]?.changes[0]).toMatchObject({ to: 'Title 1' });
    expect((await getPaperHistory(now, slug, 9)).page).toBe(2);
  });
});

describe('is refused', () => {
  test('what changes nothing, and what is not there', async () => {
    const movement = await paragraph('movement');
    const same = { words: movement.words, heading: movement.heading ?? undefined, public: true };
    const seen = movement.seen ?? undefined;
    const save = saveParagraph(now, slug, 'movement', { ...(await form()), ...same, seen });
    expect(await outcome(save)).toEqual({ '': 'Nothing has changed yet' });
    const attempts: Array<[unknown, string | RegExp]> = [
      [await outcome(restoreParagraph(now, slug, 'movement', await form())), /as it is generated/],
      [await outcome(putBackParagraph(now, slug, 'movement', await form())), /not left out/],
      [
        await outcome(moveParagraph(now, slug, 'position', { ...(await form()), by: 'up' })),
        /first in its section/,
      ],
    ];
    for (const [is, says] of attempts) {
      expect(is).toEqual({ '': expect.stringMatching(says) });
    }
    const nowhere = leaveOutParagraph(now, slug, 'own:nothing', await form());
    expect(await outcome(nowhere)).toBeInstanceOf(NotFoundError);
  });

  test('a form that was opened before the last change, with both versions', async () => {
    const stale = await form();
    await buildFront(on('2026-11-22', away.officer), slug, { title: 'What they typed' });
    const attempt = addParagraph(now, slug, {
      ...stale,
      section: '3',
      heading: undefined,
      words: 'x',
      public: true,
    });
    const error = await outcome(attempt);
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).changes).toMatchObject([
      { who: 'away officer', what: 'Edited the front block' },
    ]);
    expect((error as ConflictError).changes[0]?.details).toContainEqual({
      label: 'Title',
      value: 'What they typed',
    });
  });

  test('where the meeting is cancelled', async () => {
    await cancelMeeting(now, slug, { ...opened(), basedOn: 1, reason: 'Snow' });
    expect(await outcome(buildFront(now, slug))).toEqual({ '': 'This meeting is cancelled' });
    expect(await outcome(added('x'))).toEqual({ '': 'This meeting is cancelled' });
  });

  test.each(ROLES.filter((role) => role !== 'officer'))('to a %s, who reads none', async (role) => {
    const context = on('2026-11-23', home[role]);
    const front = savePaperFront(context, slug, {
      submissionId: randomUUID(),
      basedOn: 0,
      title: 'x',
      itemNumber: undefined,
      author: undefined,
      sponsor: undefined,
      purpose: 'noting',
    });
    for (const attempt of [
      front,
      getPaperDraft(context, slug),
      getPaperHistory(context, slug, 1),
    ]) {
      expect(await outcome(attempt)).toBeInstanceOf(NotAllowedError);
    }
  });

  test('to an officer from whom something is hidden that a draft may tell of', async () => {
    const hidden = await buildLocalAction(now, { shortTitle: 'Zyxomma' });
    const there = on('2026-11-23', away.officer);
    const reads = () => outcome(getPaperDraft(there, slug));
    expect(await reads()).toBe('written');
    await restrict(now, hidden);
    expect(await reads()).toBe('written');
    await release(now, hidden);
    await restrict(now, hidden, [awayId]);
    expect(await reads()).toBeInstanceOf(NotAllowedError);
    expect(await outcome(buildFront(there, slug))).toBeInstanceOf(NotAllowedError);
    expect(await outcome(getPaperHistory(there, slug, 1))).toBeInstanceOf(NotAllowedError);
    await release(now, hidden);
    const evidence = await makeEvidence(now, hidden);
    await hideEvidence(now, evidence, [awayId]);
    expect(await reads()).toBeInstanceOf(NotAllowedError);
    await showEvidence(now, evidence);
    expect(await reads()).toBe('written');
  });

  test('restricted things in words for the public version', async () => {
    const shortTitle = 'A tender for *two* services';
    const hidden = await buildLocalAction(now, { shortTitle });
    await restrict(now, hidden);
    const write = async (words: string, open: boolean) =>
      outcome(
        addParagraph(now, slug, {
          ...(await form()),
          section: '2',
          heading: undefined,
          words,
          public: open,
        }),
      );
    const refused = { public: expect.stringContaining(`These words tell of ${hidden}`) };
    expect(await write(`Look at ${hidden.toLowerCase()}.`, true)).toEqual(refused);
    expect(await write('It is a tender for \\*two\\* services.', true)).toEqual(refused);
    expect(await write(`Look at ${hidden}.`, false)).toBe('written');
    expect(await write(`Look at ${hidden}0.`, true)).toBe('written');
    await release(now, hidden);
    expect(await write(`Look at ${hidden}.`, true)).toBe('written');
    const evidence = await makeEvidence(now, hidden, { title: 'Letter of complaint' });
    await hideEvidence(now, evidence);
    expect(await write('There is a letter of complaint.', true)).toEqual({
      public: expect.stringContaining(`evidence of ${hidden}`),
    });
  });

  test('them also where they were restricted after the words were typed', async () => {
    const reference = await buildLocalAction(now);
    await rate(now, reference, { rag: 'green', headline: 'Fine', words: 'w', recovery: undefined });
    await added(`Thanks for ${reference}.`);
    await added('Thanks to all.');
    await rate(now, 'R1', { rag: 'green', headline: 'Ours', words: 'w', recovery: undefined });
    await printOtherwise(now, slug, 'R1', `See ${reference}`);
    const model = async () => {
      const meeting = await findMeeting(now, slug);
      const { frame } = await standingFrame(now, meeting);
      return JSON.stringify(
        await publicPaper(now, meeting, null, frame, {
          kind: 'paper',
          state: 'draft',
          version: 1,
          cleared: null,
          replaces: null,
          openChallenges: 0,
        }),
      );
    };
    expect(await model()).toContain(`Thanks for ${reference}.`);
    await restrict(now, reference);
    const restricted = await model();
    expect(restricted).not.toMatch(new RegExp(`\\b${reference}\\b`));
    expect(restricted).toContain('Thanks to all.');
    await release(now, reference);
  });
});
