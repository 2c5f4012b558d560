import { beforeAll, describe, expect, test } from 'vitest';
import { findMeeting } from '@/lib/data/find-meeting';
import { membersPaper, publicPaper } from '@/lib/data/paper';
import { londonDay } from '@/lib/domain/dates';
import type { PaperFrame } from '@/lib/domain/paper-frame';
import type { PaperModel } from '@/lib/domain/paper-model';
import { buildAccount } from '@/seed/builders/accounts';
import { buildMeeting } from '@/seed/builders/board';
import { buildMeetingAction } from '@/seed/builders/meeting-records';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEverything } from '../support/hidden';

/** In every word of what is restricted, in a name, and nowhere else. */
const CANARY = 'zyxomma';
const NAME = `Quirinus ${CANARY}`;

const { db } = await testDatabase();
const actors = await makeActors(db);
const officer = contextOf(db, actors.away.officer);
const frame: PaperFrame = {
  front: {
    title: 'A paper',
    itemNumber: null,
    author: NAME,
    sponsor: `${NAME}, Housing manager`,
    purpose: 'noting',
  },
  paragraphs: [
    {
      key: 'own:1',
      section: '2',
      heading: 'For members only',
      words: `What ${CANARY} is about`,
      basis: null,
      leftOut: false,
      public: false,
    },
    {
      key: 'own:2',
      section: '2',
      heading: `What ${NAME} thinks`,
      words: `Said **${NAME}** of it.`,
      basis: null,
      leftOut: false,
      public: true,
    },
    {
      key: 'position',
      section: '2',
      heading: `Where ${CANARY} stands`,
      words: `${CANARY}, edited for members`,
      basis: null,
      leftOut: false,
      public: false,
    },
  ],
  order: [],
  headlines: [],
};
const stand = {
  kind: 'paper',
  state: 'cleared',
  version: 1,
  cleared: { by: NAME, role: 'Director' },
  replaces: null,
  openChallenges: 0,
} as const;

describe('the public version', () => {
  let members: PaperModel;
  let anybody: PaperModel;
  let before: PaperModel;
  let open: string;

  beforeAll(async () => {
    const { id } = await buildAccount(contextOf(db), {
      email: 'manager@example.org',
      name: NAME,
      position: 'Housing manager',
      roles: ['member'],
      organisationId: actors.awayId,
    });
    open = await buildLocalAction(officer, { shortTitle: 'Open to all' });
    await own(officer, open, { ownerId: id });
    const said = `As ${NAME} says`;
    await rate(officer, open, { rag: 'red', headline: said, words: said, recovery: said });
    const held = await buildMeeting(contextOf(db), {
      date: londonDay(NOW),
      startsAt: '09:00',
      venue: 'Hall',
    });
    await buildMeetingAction(officer, held, id, 'Look into it');
    const meeting = await findMeeting(officer, held);
    before = await publicPaper(officer, meeting, null, frame, stand);
    await hideEverything({ ...actors, officer }, CANARY, open, held);
    members = await membersPaper(officer, meeting, null, frame, stand);
    anybody = await publicPaper(officer, meeting, null, frame, stand);
  });

  test('holds nothing restricted and no name', () => {
    expect(JSON.stringify(members)).toContain(CANARY);
    expect(JSON.stringify(anybody)).not.toContain(CANARY);
    expect(JSON.stringify(anybody)).toContain('As Housing manager says');
  });

  test('counts as if what is restricted were not there, and says that something was withheld', () => {
    const { notices, ...rest } = anybody;
    const { notices: then, ...was } = before;
    expect(rest).toEqual(was);
    expect(notices).toEqual([
      ...then,
      'Public version: something restricted was withheld, and is in none of the counts.',
    ]);
  });

  test('has what is generated where an edit is for members, and keeps what is for everybody', () => {
    const text = JSON.stringify(anybody);
    expect(text).toContain('Where things stand');
    expect(text).not.toContain('For members only');
    expect(text).toContain('What Housing manager thinks');
  });
});
