import type { Database } from '@/lib/data/database';
import { retireGrouping } from '@/lib/data/groupings';
import { cancelMeeting } from '@/lib/data/meetings';
import { addDays, londonDay } from '@/lib/domain/dates';
import { buildMeeting, buildObjective } from '@/seed/builders/board';
import { buildDoneAction, buildMeetingAction, buildMinutes } from '@/seed/builders/meeting-records';
import { buildLocalAction, opened, own, rate } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { type Actors, contextOf, NOW } from './actors';
import {
  bringTo,
  hideEvidence,
  makeChallenges,
  makeEvidence,
  makePaper,
  makeRedaction,
  makeRedactor,
  restrict,
} from './make';
import { BEFORE, makeIssue } from './papers';
import { makePeople } from './people';
import type { Target, Write } from './write';
import { writesOf } from './writes';

/** The writes of lib/data, and a fresh thing to try each on, in a register of a test's own. */
export async function writesAndTargets(db: Database, { home, away, homeId }: Actors) {
  const system = contextOf(db);
  const r1 = await db.item.findUniqueOrThrow({ where: { reference: 'R1' } });
  const writes = writesOf({
    ownerId: away.commissioner.id,
    organisationId: homeId,
    recommendationId: r1.id,
  });
  // National items are not made, so each is used once; R1 is what is linked to.
  let used = 1;
  const commitments = await db.item.findMany({
    where: { kind: 'commitment', rated: true, linksFrom: { none: { toItemId: r1.id } } },
    orderBy: { ordinal: 'asc' },
  });
  let day = 0;
  const heldMeeting = await buildMeeting(system, {
    date: londonDay(NOW),
    startsAt: '09:00',
    venue: 'Hall',
  });
  const redactor = contextOf(db, await makeRedactor(system));
  /** An item that a write is accepted on: owned, rated, with a date and evidence. */
  async function item(write: Write): Promise<Pick<Target, 'reference' | 'evidenceId'>> {
    const reference = write.kinds.includes('local_action')
      ? await buildLocalAction(system, { scheduling: 'due', due: '2027-06-30' })
      : write.kinds.includes('recommendation')
        ? `R${++used}`
        : (commitments.pop()?.reference ?? '');
    const ownerId = write.byOwner ? home.officer.id : home.member.id;
    await own(system, reference, { ownerId, leadOrganisationId: undefined });
    await rate(system, reference, { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
    const evidenceId = await makeEvidence(system, reference);
    if (write.restricted) {
      await hideEvidence(system, evidenceId);
      if (write.to === 'item') await restrict(system, reference);
    }
    await bringTo(write.stage ?? 'open', system, reference, heldMeeting);
    return { reference, evidenceId };
  }

  let sources = 0;
  const aSource = () => {
    const letter = (place: number) =>
      String.fromCharCode(65 + (Math.floor(sources / 26 ** place) % 26));
    sources += 1;
    return buildSource(system, { prefix: `N${letter(1)}${letter(0)}` });
  };
  const aDay = () => addDays('2000-01-01', ++day);
  const aMeeting = (date: string, startsAt: string) =>
    buildMeeting(system, { date, startsAt, venue: 'Hall' });
  const toCome = () => aMeeting(addDays('2100-01-01', ++day), '14:00');

  /** How each part of a target is made. */
  const make: {
    [Part in keyof Omit<Target, 'reference' | 'evidenceId' | 'heldMeeting'>]: (
      write: Write,
    ) => Promise<Target[Part]> | Target[Part];
  } = {
    meeting: toCome,
    cancelledMeeting: async () => {
      const meeting = await toCome();
      await cancelMeeting(system, meeting, { ...opened(), basedOn: 1, reason: 'Snow' });
      return meeting;
    },
    source: () => aSource(),
    ownRecommendation: async () => buildRecommendation(system, await aSource()),
    grouping: () => buildObjective(system, `Objective ${++day}`),
    retiredGrouping: async () => {
      const grouping = await buildObjective(system, `Objective ${++day}`);
      await retireGrouping(system, grouping, { ...opened(), basedOn: 1, reason: 'Done' });
      return grouping;
    },
    // Until the end of its day, the meeting of today is the one to come.
    challenges: () => makeChallenges(system, heldMeeting),
    pastMeeting: () => aMeeting(aDay(), '09:00'),
    minutedMeeting: async () => {
      const meeting = await aMeeting(aDay(), '14:00');
      await buildMinutes(system, meeting, 'Draft words');
      return meeting;
    },
    paperMeeting: () => makePaper(system, aDay()),
    issuedMeeting: async () => {
      const meeting = await aMeeting(aDay(), '14:00');
      // Before anything else here was recorded: a paper that shows a first due date keeps it.
      await makeIssue({ ...system, now: BEFORE }, meeting);
      return meeting;
    },
    meetingAction: async () =>
      buildMeetingAction(system, await aMeeting(aDay(), '09:00'), away.commissioner.id),
    doneMeetingAction: async () =>
      buildDoneAction(system, await aMeeting(aDay(), '09:00'), away.commissioner.id),
    seat: () => away.commissioner.id,
    people: () => makePeople(db, `people${++day}`, NOW),
    redactionId: () => makeRedaction(redactor, 'R1'),
  };

  /**
   * What a write is accepted on. Only the parts that its own code names are made,
   * which is most of the time of those who try every write.
   */
  async function target(write: Write): Promise<Target> {
    const code = write.run.toString();
    const names = (part: string) => new RegExp(`\\b${part}\\b`).test(code);
    const on: Record<string, unknown> = { heldMeeting };
    if (names('reference') || names('evidenceId')) Object.assign(on, await item(write));
    for (const [part, made] of Object.entries(make)) {
      if (names(part)) on[part] = await made(write);
    }
    return on as unknown as Target;
  }
  return { writes, target };
}
