import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { decideUnderDelegation } from '@/lib/data/decisions';
import { inviteKnown, invitePerson, makeLinkAgain } from '@/lib/data/invitations';
import { addPerson } from '@/lib/data/people';
import {
  changePerson,
  deactivatePerson,
  endAllSessions,
  reactivatePerson,
  resetSecondStep,
  setRoles,
  unlinkSingleSignOn,
} from '@/lib/data/person-changes';
import { proposeExtension } from '@/lib/data/proposals';
import {
  listRedactionNotes,
  putAwayRedactionNote,
  takeRedactionMails,
} from '@/lib/data/redaction-notes';
import {
  agreeRedaction,
  agreeRedactionAsOperator,
  declineRedaction,
  requestRedaction,
} from '@/lib/data/redactions';
import { getRedaction } from '@/lib/data/redactions-view';
import { NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { HAND_KINDS, HANDS } from '@/lib/domain/independence';
import type { PersonActor, Role } from '@/lib/domain/permissions';
import { NO_CALLER } from '@/lib/domain/security-event';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction } from '@/seed/builders/register';
import { passwordHash } from '../support/accounts';
import { contextOf, makeActors, NOW } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence } from '../support/make';
import { runScript, stopAll } from '../support/started';
import { rowsOf } from '../support/whole-database';

const { db, url } = await testDatabase();
const { homeId, awayId } = await makeActors(db);
afterAll(stopAll);

const DAY = 86_400_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY);
const as = (actor: PersonActor, days = 0) => ({
  ...contextOf(db, actor, after(days)),
  caller: NO_CALLER,
});
const once = () => ({ submissionId: randomUUID() });
let count = 0;
function account(roles: Role[], organisationId: string | null = homeId): Promise<PersonActor> {
  count += 1;
  const name = `${roles.join(' and ') || 'nobody'} ${count}`;
  const email = `p${count}@two.example`;
  return buildAccount(contextOf(db), {
    email,
    name,
    position: 'Officer',
    roles,
    organisationId,
    passwordHash,
  });
}
const said = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RuleError) return error.message;
      throw error;
    },
  );
const agreed = () => ({ ...once(), understood: 'yes' as const });

const host = await buildLocalAction(contextOf(db));
const ask = async (by: PersonActor, days = 0) => {
  const id = await makeEvidence(contextOf(db), host);
  return requestRedaction(as(by, days), {
    ...once(),
    subject: { table: 'Evidence', key: { id } },
    columns: ['shows'],
    reason: 'A name',
  });
};
/** What comes of a redaction that one asks for and the other agrees to. */
const redact = async (asks: PersonActor, agrees: PersonActor, days = 0) => {
  const id = await ask(asks, days);
  const refused = (await getRedaction(as(agrees, days), id)).refused;
  const result = await said(agreeRedaction(as(agrees, days), id, agreed()));
  expect(refused).toBe(result === 'done' ? null : result);
  return result;
};

/** Each thing that one may do to another's account; the other is an officer. */
const DOES: Record<string, (by: PersonActor, to: PersonActor) => Promise<unknown>> = {
  'person.roles': (by, to) =>
    setRoles(as(by), to.id, { ...once(), basedOn: 1, roles: ['officer', 'member'] }),
  'person.reactivated': async (by, to) => {
    await deactivatePerson(as(by), to.id, { ...once(), reason: 'Away' });
    await reactivatePerson(as(by), to.id, { ...once(), roles: ['officer'] });
  },
  'person.link_made': (by, to) => makeLinkAgain(as(by), to.id, once()),
  'person.second_step_reset': async (by, to) => {
    const createdAt = NOW;
    await db.secondFactor.create({
      data: { personId: to.id, secret: new Uint8Array(1), createdAt, confirmedAt: createdAt },
    });
    await resetSecondStep(as(by), to.id, once());
  },
  'person.sessions_ended': (by, to) => endAllSessions(as(by), to.id, once()),
  'person.unlinked': async (by, to) => {
    const moment = { linkedAt: NOW, lastUsedAt: NOW };
    await db.identity.create({
      data: { personId: to.id, issuer: 'https://id.example', subject: to.id, ...moment },
    });
    await unlinkSingleSignOn(as(by), to.id, once());
  },
  'person.changed': async (by, to) => {
    const { name, position, organisationId } = await db.person.findUniqueOrThrow({
      where: { id: to.id },
    });
    await changePerson(as(by), to.id, {
      ...once(),
      basedOn: 1,
      name,
      position,
      organisationId: organisationId ?? undefined,
      email: `new-${to.id}@two.example`,
    });
  },
};

describe('two who redact are two', () => {
  test.each(Object.entries(DOES))('%s', async (kind, does) => {
    const [administrator, officer] = [await account(['administrator']), await account(['officer'])];
    await does(administrator, officer);
    const words = HANDS[kind as keyof typeof HANDS];
    expect(await redact(administrator, officer)).toContain(`${administrator.name} ${words}`);
    expect(await redact(officer, administrator)).toContain(words);
    // Whoever else there is can, and the two can again when it is long ago.
    expect(await redact(officer, await account(['administrator']))).toBe('done');
    expect(await redact(administrator, officer, 89)).toContain(words);
    expect(await redact(administrator, officer, 91)).toBe('done');
  });

  test('everything that lets somebody take over an account is in the list', () => {
    expect([...Object.keys(DOES), 'person.invited'].sort()).toEqual([...HAND_KINDS].sort());
  });

  test('an invitation, of somebody new and of somebody known', async () => {
    const administrator = await account(['administrator']);
    const form = { name: 'Puppet', position: 'Officer', organisationId: homeId };
    const invited = await invitePerson(as(administrator), {
      ...once(),
      ...form,
      email: 'puppet@two.example',
      roles: ['officer'],
    });
    const knownId = await addPerson(as(await account(['member'])), {
      ...once(),
      ...form,
      name: 'K',
    });
    await inviteKnown(as(administrator), knownId, {
      ...once(),
      email: 'known@two.example',
      roles: ['officer'],
    });
    for (const id of [invited.personId, knownId]) {
      const puppet: PersonActor = { ...administrator, id, version: 1, roles: ['officer'] };
      expect(await redact(administrator, puppet)).toContain('invited');
      expect(await redact(await account(['administrator']), puppet)).toBe('done');
    }
  });

  test('another name or position gives no hand in an account', async () => {
    const [administrator, officer] = [await account(['administrator']), await account(['officer'])];
    const { email } = await db.person.findUniqueOrThrow({ where: { id: officer.id } });
    await changePerson(as(administrator), officer.id, {
      ...once(),
      basedOn: 1,
      name: `${officer.name} again`,
      position: 'Head',
      organisationId: homeId,
      email: email ?? undefined,
    });
    expect(await redact(administrator, { ...officer, version: 2 })).toBe('done');
  });

  test('two whom one person let in are one', async () => {
    const [one, other] = [await account(['administrator']), await account(['officer'])];
    const behind = await account(['administrator']);
    for (const to of [one, other]) await makeLinkAgain(as(behind), to.id, once());
    expect(await redact(one, other)).toContain(`${behind.name} stands behind both`);
  });

  test('the database refuses it as well, whoever asks it', async () => {
    const [administrator, officer] = [await account(['administrator']), await account(['officer'])];
    await makeLinkAgain(as(administrator), officer.id, once());
    const id = await ask(administrator);
    const call = db.$executeRaw`
      SELECT redact(${id}::uuid, ${officer.id}::uuid, 1, ${NOW}::timestamptz, ${randomUUID()}::uuid)`;
    await expect(call).rejects.toThrow(/neither had a hand/);
    const nobody = db.$executeRaw`
      SELECT redact(${id}::uuid, NULL, NULL, ${NOW}::timestamptz, ${randomUUID()}::uuid)`;
    await expect(nobody).rejects.toThrow(/only the operator's command/);
  });
});

describe('a decision under delegation', () => {
  const propose = async (by: PersonActor) => {
    const reference = await buildLocalAction(contextOf(db), { due: '2027-03-31' });
    await proposeExtension(as(by), reference, {
      ...once(),
      basedOn: (await db.item.findUniqueOrThrow({ where: { reference } })).number,
      reason: 'Late',
      scheduling: 'due',
      due: '2027-06-30',
      review: undefined,
    });
    return reference;
  };
  const decide = (by: PersonActor, reference: string, delegatedToId: string) =>
    said(
      decideUnderDelegation(as(by), reference, {
        ...once(),
        proposal: 1,
        result: 'agreed',
        words: undefined,
        minuteReference: undefined,
        delegatedToId,
        decidedOn: '2026-11-23',
      }),
    );

  test('is neither recorded nor taken by whoever let the proposer in', async () => {
    const officer = await account(['officer', 'administrator']);
    const [proposer, chair] = [await account(['commissioner']), await account(['member'])];
    await makeLinkAgain(as(officer), proposer.id, once());
    const reference = await propose(proposer);
    expect(await decide(officer, reference, chair.id)).toContain('it goes to a meeting');
    const other = await account(['officer']);
    expect(await decide(other, reference, officer.id)).toContain('made a password link for');
    expect(await decide(other, reference, chair.id)).toBe('done');
  });
});

describe('where nobody else qualifies', () => {
  const people = () => db.person.updateMany({ data: { deactivatedAt: NOW } });
  let [administrator, officer] = [] as unknown as [PersonActor, PersonActor];
  beforeEach(async () => {
    await people();
    [administrator, officer] = [await account(['administrator']), await account(['officer'])];
  });

  test('the operator is the second, recorded without a person and told', async () => {
    await makeLinkAgain(as(administrator), officer.id, once());
    const away = await account(['officer'], awayId);
    const id = await ask(administrator);
    const { key } = await db.redaction.findUniqueOrThrow({ where: { id } });
    await hideEvidence(contextOf(db), (key as { id: string }).id, [awayId]);
    const { others } = await getRedaction(as(administrator), id);
    expect(others.map(({ person, refused }) => [person.name, refused])).toEqual([
      [officer.name, expect.stringContaining('made a password link for')],
      [away.name, 'What it is about is hidden from them'],
    ]);
    await agreeRedactionAsOperator(contextOf(db), id);
    const { outcome } = await getRedaction(as(officer), id);
    expect(outcome).toMatchObject({ kind: 'agreed', author: null });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { redactionId: id, kind: 'redaction.agreed' },
    });
    expect(event.authorId).toBeNull();
    const told = async (who: PersonActor) =>
      (await listRedactionNotes(as(who))).map(({ step, by }) => [step, by?.name ?? null]);
    expect(await told(officer)).toEqual([
      ['agreed', null],
      ['asked', administrator.name],
    ]);
    expect(await told(administrator)).toEqual([['agreed', null]]);
    expect(await told(away)).toEqual([]);
  });

  test('only there, and only the operator', async () => {
    const id = await ask(administrator);
    expect(await said(agreeRedactionAsOperator(contextOf(db), id))).toContain(officer.name);
    for (const who of [administrator, officer]) {
      expect(() => agreeRedactionAsOperator(as(who), id)).toThrow(NotAllowedError);
    }
    await db.person.update({ where: { id: officer.id }, data: { passwordHash: null } });
    const { others } = await getRedaction(as(administrator), id);
    expect(others[0]?.refused).toContain('have not signed in yet');
    await db.person.update({ where: { id: administrator.id }, data: { deactivatedAt: NOW } });
    expect(await said(agreeRedactionAsOperator(contextOf(db), id))).toContain('no longer sign in');
  });

  test('by a command, which does nothing without --yes', async () => {
    // The command has the clock of the day.
    const today = (Date.now() - NOW.getTime()) / DAY;
    await makeLinkAgain(as(administrator, today), officer.id, once());
    const id = await ask(administrator, today);
    const run = async (...args: string[]) => {
      const environment = { DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(40) };
      const started = runScript('scripts/agree-redaction.ts', environment, ...args);
      return { status: await started.ended, said: started.output(), errors: started.errors() };
    };
    const [nonsense, unknown] = await Promise.all([
      run('--id', 'nothing'),
      run('--id', randomUUID(), '--yes'),
    ]);
    expect([nonsense.status, unknown.status]).toEqual([1, 1]);
    expect(nonsense.errors).toMatch(/^Say which, .*\n$/);
    expect(unknown.errors).toBe('There is no such redaction.\n');
    const before = await rowsOf(db);
    const looked = await run('--id', id);
    expect(looked.status, looked.errors).toBe(0);
    expect(looked.said).toContain(`- ${officer.name}: ${administrator.name} made a password link`);
    expect(looked.said).toContain('Nothing was changed');
    expect(await rowsOf(db)).toEqual(before);
    const done = await run('--id', id, '--yes');
    expect(done.status, done.errors).toBe(0);
    const outcome = await db.redactionOutcome.findUniqueOrThrow({ where: { redactionId: id } });
    expect(outcome).toMatchObject({ kind: 'agreed', authorId: null });
  });
});

describe('everybody who answers for redactions is told', () => {
  test('of what was asked and what came of it, until they put it away, each for themselves', async () => {
    await db.person.updateMany({ data: { deactivatedAt: NOW } });
    const [asks, agrees] = [await account(['administrator']), await account(['officer'])];
    const [other, member] = [await account(['officer']), await account(['member'])];
    const left = await account(['officer']);
    const id = await ask(asks);
    await declineRedaction(as(agrees), id, { ...once(), reason: 'Not a name' });
    const steps = async (who: PersonActor) =>
      (await listRedactionNotes(as(who))).map(({ step }) => step);
    expect(await steps(asks)).toEqual(['declined']);
    expect(await steps(agrees)).toEqual(['asked']);
    expect(await steps(other)).toEqual(['declined', 'asked']);
    expect(await steps(member)).toEqual([]);
    const note = { redactionId: id, stage: 'asked' } as const;
    await putAwayRedactionNote(as(other), { ...once(), ...note });
    await putAwayRedactionNote(as(other), { ...once(), ...note });
    expect(await steps(other)).toEqual(['declined']);
    expect(await steps(left)).toEqual(['declined', 'asked']);
    await expect(putAwayRedactionNote(as(asks), { ...once(), ...note })).rejects.toThrow(
      NotFoundError,
    );
    await expect(putAwayRedactionNote(as(member), { ...once(), ...note })).rejects.toThrow(
      NotAllowedError,
    );
    expect(await steps({ ...left, roles: ['member'] })).toEqual([]);
  });

  test('and mailed once, without what it is about', async () => {
    await db.person.updateMany({ data: { deactivatedAt: NOW } });
    const [asks, other] = [await account(['administrator']), await account(['officer'])];
    const id = await ask(asks);
    const { email } = await db.person.findUniqueOrThrow({ where: { id: other.id } });
    expect(await takeRedactionMails(as(asks), id, 'asked')).toEqual([
      { email, name: other.name, step: 'asked' },
    ]);
    expect(await takeRedactionMails(as(asks), id, 'asked')).toEqual([]);
  });
});

describe('nobody changes their own', () => {
  const details = async ({ id }: PersonActor, change: { organisationId?: string }) => {
    const { name, email } = await db.person.findUniqueOrThrow({ where: { id } });
    return { ...once(), basedOn: 1, name, position: 'Head', email: email ?? '', ...change };
  };

  test('organisation: the rest of their details they may', async () => {
    const me = await account(['administrator']);
    const moved = await details(me, { organisationId: awayId });
    expect(await said(changePerson(as(me), me.id, moved as never))).toContain(
      'another administrator changes yours',
    );
    const kept = await details(me, {});
    expect(await said(changePerson(as(me), me.id, kept as never))).toBe('done');
    const { position, organisationId } = await db.person.findUniqueOrThrow({
      where: { id: me.id },
    });
    expect([position, organisationId]).toEqual(['Head', homeId]);
    const unplaced = await account(['administrator'], null);
    const placed = await details(unplaced, { organisationId: homeId });
    expect(await said(changePerson(as(unplaced), unplaced.id, placed as never))).toContain(
      'another',
    );
  });

  test.each([
    ['more', ['administrator', 'officer']],
    ['fewer', ['viewer']],
  ] as const)('roles, %s of them', async (_, roles) => {
    const me = await account(['administrator']);
    const form = { ...once(), basedOn: 1, roles: [...roles] };
    expect(await said(setRoles(as(me), me.id, form))).toContain('Nobody changes their own roles');
    expect(await said(setRoles(as(await account(['administrator'])), me.id, form))).toBe('done');
  });
});
