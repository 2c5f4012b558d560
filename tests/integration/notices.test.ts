import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '@/lib/data/context';
import { erasePerson } from '@/lib/data/erasures';
import { mapRecommendation } from '@/lib/data/mapping';
import { planMeetings } from '@/lib/data/meeting-plan';
import { getNotice, isAccountAsOf } from '@/lib/data/notices';
import { addPerson } from '@/lib/data/people';
import { noteSecurityEvent } from '@/lib/data/security-events';
import { assignOwner, setRagStatus } from '@/lib/data/status-updates';
import { NEVER_TOLD } from '@/lib/domain/notices';
import { NO_CALLER } from '@/lib/domain/security-event';
import { buildLocalAction, formOn } from '@/seed/builders/register';
import { buildRecommendation, buildSource } from '@/seed/builders/sources';
import { contextOf, everything, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { makeEvidence, restrict } from '../support/make';
import { writesAndTargets } from '../support/targets';
import { opening } from '../support/writes';

const { db } = await testDatabase();
const actors = await makeActors(db);
const { home, away, homeId } = actors;
const { writes: WRITES, target } = await writesAndTargets(db, actors);
const system = contextOf(db);
const first = contextOf(db, await everything(db, home.officer));
const member = contextOf(db, home.member);
const movedOn = (context: Context, milliseconds: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + milliseconds),
});

/** A context that says which events were left. */
function listening(context: Context): { context: Context; left: string[] } {
  const left: string[] = [];
  return { context: { ...context, wrote: (id) => left.push(id) }, left };
}

describe('every write tells what it left, and is told in words of its own', () => {
  const never: readonly string[] = NEVER_TOLD;

  test.each(WRITES)('$name', async (write) => {
    const on = await target(write);
    const sent = await opening(db, write, on);
    const { context, left } = listening(first);
    await write.run(context, on, sent, 'Words');
    expect(left).toEqual([sent.submissionId]);
    const event = await db.auditEvent.findUniqueOrThrow({
      where: { submissionId: sent.submissionId },
    });
    // Some of them come from before the clock of these tests.
    const reader = { ...first, now: event.recordedAt };
    const notice = await getNotice(reader, sent.submissionId);
    // Those show a link in their own place: their page is not gone on from.
    if (never.includes(event.kind) || write.name === 'invitePerson') return;
    expect(notice?.key).toBe(sent.submissionId);
    expect(notice?.title).not.toMatch(/undefined|null|NaN|Saved$|Somebody|the meeting(?! of)/);
    const about = event.itemId && (await db.item.findUnique({ where: { id: event.itemId } }));
    // Several items at once are told by how many there are.
    if (about && write.name !== 'handOver') expect(notice?.title).toContain(about.reference);
    // The same form a second time writes nothing, and is told as the first.
    await write.run(context, on, sent, 'Words');
    expect(left).toEqual([sent.submissionId, sent.submissionId]);
    expect(await getNotice(reader, sent.submissionId)).toEqual(notice);
  });
});

test('a form that changes nothing leaves nothing', async () => {
  await buildSource(system, { prefix: 'NZ' });
  const { context, left } = listening(first);
  const form = { submissionId: randomUUID(), groupingIds: [] };
  await mapRecommendation(context, await buildRecommendation(system, 'NZ'), form);
  expect(left).toEqual([]);
  expect(await db.auditEvent.count({ where: { submissionId: form.submissionId } })).toBe(0);
  expect(await getNotice(first, form.submissionId)).toBeNull();
});

test('several things of one write are told by how many there are', async () => {
  const submissionId = randomUUID();
  const dates = ['2031-03-06', '2031-06-05', '2031-09-04'].map((date) => ({ key: date, date }));
  await planMeetings(first, { submissionId, startsAt: '14:00', venue: 'Hall', dates });
  expect((await getNotice(first, submissionId))?.title).toBe('3 meetings added');
});

describe('what a write is told as', () => {
  let reference = '';
  let submissionId = '';
  beforeEach(async () => {
    reference = await buildLocalAction(system);
    const form = await formOn(member, reference);
    submissionId = form.submissionId;
    await assignOwner(member, reference, {
      ...form,
      ownerId: away.commissioner.id,
      leadOrganisationId: undefined,
      words: undefined,
    });
  });

  const rate = async (context = member) =>
    setRagStatus(context, reference, {
      ...(await formOn(context, reference)),
      rag: 'green',
      headline: 'On its way',
      words: 'On its way',
      recovery: undefined,
    });

  test('names the thing and what became of it, with the next step', async () => {
    expect(await getNotice(member, submissionId)).toEqual({
      key: submissionId,
      title: `Owner of ${reference} is now away commissioner, Position of the away commissioner`,
      next: {
        href: `/local-actions/${reference.toLowerCase()}/update`,
        label: `Post a status update on ${reference}`,
      },
    });
  });

  test('is for whoever wrote it, and nobody else', async () => {
    for (const other of [...Object.values(home), ...Object.values(away)]) {
      if (other.id === home.member.id) continue;
      expect(await getNotice(contextOf(db, other), submissionId)).toBeNull();
    }
    expect(await getNotice(system, submissionId)).toBeNull();
    expect(await getNotice(member, submissionId)).not.toBeNull();
  });

  test('is told for two minutes', async () => {
    expect(await getNotice(movedOn(member, 119_000), submissionId)).not.toBeNull();
    expect(await getNotice(movedOn(member, 120_100), submissionId)).toBeNull();
  });

  test('is told no more when something was recorded about the thing since', async () => {
    await rate();
    expect(await getNotice(member, submissionId)).toBeNull();
  });

  test('is told although something was recorded about another thing, or a file went out', async () => {
    await makeEvidence(first, 'R1');
    const { id: itemId } = await db.item.findUniqueOrThrow({ where: { reference } });
    await db.auditEvent.create({
      data: { recordedAt: NOW, kind: 'download.evidence', changes: [], itemId },
    });
    expect(await getNotice(member, submissionId)).not.toBeNull();
  });

  test('is told to nobody from whom the thing is hidden', async () => {
    const { id } = await db.item.findUniqueOrThrow({ where: { reference } });
    // By itself, so that no later event is what silences it.
    await db.item.update({ where: { id }, data: { restricted: true, hiddenFrom: [homeId] } });
    expect(await getNotice(member, submissionId)).toBeNull();
    await db.item.update({ where: { id }, data: { hiddenFrom: [] } });
    expect(await getNotice(member, submissionId)).not.toBeNull();
    await restrict(first, reference);
    expect(await getNotice(member, submissionId)).toBeNull();
  });

  test('is no part of an earlier day', async () => {
    expect(await getNotice({ ...member, asAt: true }, submissionId)).toBeNull();
  });

  test.each(['owner', 'rag', '', 'x'.repeat(36), randomUUID()])(
    '%j says nothing',
    async (typed) => {
      expect(await getNotice(member, typed)).toBeNull();
    },
  );
});

test('the name of somebody who is erased is not repeated', async () => {
  const submissionId = randomUUID();
  const person = await addPerson(first, {
    submissionId,
    name: 'Zebedee Unusual',
    position: 'Nurse',
    organisationId: homeId,
  });
  expect((await getNotice(first, submissionId))?.title).toBe('Zebedee Unusual (Nurse) added');
  const erasing = {
    submissionId: randomUUID(),
    reason: 'They asked',
    understood: 'yes' as const,
  };
  await erasePerson(first, person, erasing);
  expect(await getNotice(first, submissionId)).toBeNull();
  expect((await getNotice(first, erasing.submissionId))?.title).toBe('Name erased');
});

test('what was said of an account holds until something else happens to it', async () => {
  expect(await isAccountAsOf(member, NOW)).toBe(true);
  const later = movedOn(member, 1000);
  await noteSecurityEvent(later, {
    kind: 'second_step.removed',
    personId: home.member.id,
    caller: NO_CALLER,
  });
  expect(await isAccountAsOf(member, NOW)).toBe(false);
  expect(await isAccountAsOf(member, later.now)).toBe(true);
  expect(await isAccountAsOf(system, NOW)).toBe(false);
});
