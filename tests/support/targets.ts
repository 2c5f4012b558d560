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
import { makePeople, NO_PEOPLE } from './people';
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
  const source = await buildSource(system, { prefix: 'NA' });
  let day = 0;
  async function meetings(): Promise<Pick<Target, 'meeting' | 'cancelledMeeting'>> {
    const [meeting, cancelledMeeting] = [await makeMeeting(), await makeMeeting()];
    await cancelMeeting(system, cancelledMeeting, { ...opened(), basedOn: 1, reason: 'Snow' });
    return { meeting, cancelledMeeting };
  }
  const heldMeeting = await buildMeeting(system, {
    date: londonDay(NOW),
    startsAt: '09:00',
    venue: 'Hall',
  });
  async function reading(): Promise<
    Pick<Target, 'source' | 'ownRecommendation' | 'grouping' | 'retiredGrouping'>
  > {
    const [grouping, retiredGrouping] = [
      await buildObjective(system, `Objective ${++day}`),
      await buildObjective(system, `Objective ${++day}`),
    ];
    await retireGrouping(system, retiredGrouping, { ...opened(), basedOn: 1, reason: 'Done' });
    const ownRecommendation = await buildRecommendation(system, source);
    return { source, ownRecommendation, grouping, retiredGrouping };
  }

  /** What is around a meeting that was held, and the actions it opened for somebody. */
  async function aroundMeeting(write: Write) {
    const date = addDays('2000-01-01', ++day);
    const pastMeeting = await buildMeeting(system, { date, startsAt: '09:00', venue: 'Hall' });
    const minutedMeeting = await buildMeeting(system, { date, startsAt: '14:00', venue: 'Hall' });
    await buildMinutes(system, minutedMeeting, 'Draft words');
    // Before anything else here was recorded: a paper that shows a first due date keeps it.
    // An issue reads the whole register: only what needs one waits for it.
    if (write.name === 'withdrawPaper') await makeIssue({ ...system, now: BEFORE }, minutedMeeting);
    return {
      pastMeeting,
      minutedMeeting,
      paperMeeting: write.basedOn === 'paper' ? await makePaper(system, date) : '',
      issuedMeeting: minutedMeeting,
      meetingAction: await buildMeetingAction(system, pastMeeting, away.commissioner.id),
      doneMeetingAction: await buildDoneAction(system, pastMeeting, away.commissioner.id),
      seat: away.commissioner.id,
    };
  }
  const redactor = contextOf(db, await makeRedactor(system));
  const makeMeeting = () =>
    buildMeeting(system, { date: addDays('2100-01-01', ++day), startsAt: '14:00', venue: 'Hall' });

  const none = { meeting: '', open: '', acknowledged: '' };

  /** An item that a write is accepted on: owned, rated, with a date and evidence. */
  async function target(write: Write): Promise<Target> {
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
    // Until the end of its day, the meeting of today is the one to come.
    const challenges = write.to === 'challenge' ? await makeChallenges(system, heldMeeting) : none;
    const redactionId = await makeRedaction(redactor, 'R1');
    return {
      reference,
      evidenceId,
      heldMeeting,
      redactionId,
      people: write.people ? await makePeople(db, `people${++day}`, NOW) : NO_PEOPLE,
      ...(await meetings()),
      ...(await reading()),
      challenges,
      ...(await aroundMeeting(write)),
    };
  }
  return { writes, target };
}
