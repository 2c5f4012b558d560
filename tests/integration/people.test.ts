import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choosePassword, getAccessLink } from '@/lib/data/access-links';
import { getBoard } from '@/lib/data/board';
import { erasePerson } from '@/lib/data/erasures';
import { handOver } from '@/lib/data/hand-over';
import { getHistory } from '@/lib/data/history';
import { signInVouched } from '@/lib/data/identities';
import { inviteKnown, invitePerson, makeLinkAgain } from '@/lib/data/invitations';
import { addPerson } from '@/lib/data/people';
import { getPerson, listPeople } from '@/lib/data/people-view';
import {
  changePerson,
  deactivatePerson,
  endAllSessions,
  reactivatePerson,
  resetSecondStep,
  setRoles,
  unlinkSingleSignOn,
} from '@/lib/data/person-changes';
import { noteSecurityEvent } from '@/lib/data/security-events';
import { openSession, signOutEverywhere } from '@/lib/data/sessions';
import { setAccessRules } from '@/lib/data/settings';
import { askForPasswordLink } from '@/lib/data/sign-in';
import { assignOwner } from '@/lib/data/status-updates';
import { NotAllowedError, NotFoundError, RuleError } from '@/lib/domain/errors';
import { type PersonActor, ROLES, type Role } from '@/lib/domain/permissions';
import { NO_CALLER } from '@/lib/domain/security-event';
import type { AccessRules } from '@/lib/domain/settings';
import { buildMeeting } from '@/seed/builders/board';
import { buildDoneAction, buildMeetingAction } from '@/seed/builders/meeting-records';
import { buildLocalAction, own, rate } from '@/seed/builders/register';
import { accounts, actorOfSession, PASSWORD, signIn } from '../support/accounts';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { restrict } from '../support/make';
import { makePeople, type People } from '../support/people';
import { digest } from '../support/whole-database';

const { db } = await testDatabase();
const { at, account, emailOf, session, link } = accounts(db);
const { home, homeId, away, awayId } = await makeActors(db);
const system = contextOf(db);

const as = (person: PersonActor, minutes = 0) => ({
  ...contextOf(db, person, at(minutes).now),
  caller: NO_CALLER,
});
const administrator = as(home.administrator);
const officer = as(home.officer);
const once = () => ({ submissionId: randomUUID() });
const newcomer = (roles: Role[], email = `${randomUUID()}@home.example`) => ({
  ...once(),
  name: `New ${randomUUID()}`,
  position: 'Nurse',
  organisationId: homeId,
  email,
  roles,
});

let people: People;
let marks = 0;
beforeAll(async () => {
  people = await makePeople(db, 'shared', at(0).now);
});
const fresh = () => makePeople(db, `fresh${++marks}`, at(0).now);

describe('an invitation', () => {
  test('is a link that works once, for seven days, and lets in with the roles it gave', async () => {
    const form = newcomer(['commissioner', 'member']);
    const { token } = await invitePerson(administrator, form);
    expect(await getAccessLink(at(7 * 1440 - 1), token ?? '')).toMatchObject({
      purpose: 'invitation',
      email: form.email,
    });
    await expect(getAccessLink(at(7 * 1440), token ?? '')).rejects.toThrow(NotFoundError);
    // Looking, as a mail scanner does, uses nothing up.
    await getAccessLink(at(1), token ?? '');
    await choosePassword(at(1), token ?? '', PASSWORD, NO_CALLER);
    await expect(choosePassword(at(1), token ?? '', PASSWORD, NO_CALLER)).rejects.toThrow(
      NotFoundError,
    );
    const id = await signIn(at(2), form.email, PASSWORD);
    expect(await actorOfSession(at(2), id ?? '')).toMatchObject({
      roles: ['commissioner', 'member'],
    });
  });

  test('made again leaves the earlier one useless', async () => {
    const form = newcomer(['viewer']);
    const { personId, token } = await invitePerson(administrator, form);
    const second = await makeLinkAgain(administrator, personId, once());
    await expect(getAccessLink(at(0), token ?? '')).rejects.toThrow(NotFoundError);
    expect(await getAccessLink(at(0), second.token ?? '')).toMatchObject({ name: form.name });
  });

  test('is told once: the second click of a double click makes none', async () => {
    const form = newcomer(['viewer']);
    const { personId } = await invitePerson(administrator, form);
    expect(await invitePerson(administrator, form)).toEqual({ personId, token: null });
    expect(await db.accessLink.count({ where: { personId } })).toBe(1);
  });

  test('goes to no address that somebody has', async () => {
    const { email } = await db.person.findUniqueOrThrow({ where: { id: people.active } });
    const refused = invitePerson(administrator, newcomer(['viewer'], email ?? ''));
    await expect(refused).rejects.toMatchObject({ fields: { email: expect.anything() } });
    const { known } = await fresh();
    await expect(
      inviteKnown(administrator, known, { ...once(), email: email ?? '', roles: ['viewer'] }),
    ).rejects.toThrow(RuleError);
  });

  test.each(ROLES)('by an officer, as %s', async (role) => {
    const { known } = await fresh();
    const email = `${randomUUID()}@home.example`;
    const tried = await Promise.allSettled([
      invitePerson(officer, newcomer([role])),
      invitePerson(officer, newcomer(['viewer', role])),
      inviteKnown(officer, known, { ...once(), email, roles: [role] }),
    ]);
    const expected = ['viewer', 'member'].includes(role) ? 'fulfilled' : 'rejected';
    expect(tried.map(({ status }) => status)).toEqual([expected, expected, expected]);
    for (const one of tried) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NotAllowedError);
    }
  });

  test('by an officer opens no account that is in use, nor one that may do more', async () => {
    await expect(makeLinkAgain(officer, people.active, once())).rejects.toThrow(NotAllowedError);
    const { personId } = await invitePerson(administrator, newcomer(['administrator']));
    await expect(makeLinkAgain(officer, personId, once())).rejects.toThrow(NotAllowedError);
    expect((await getPerson(officer, personId)).may.link).toBe(false);
    const viewer = await invitePerson(administrator, newcomer(['viewer']));
    expect((await makeLinkAgain(officer, viewer.personId, once())).token).not.toBeNull();
    // They came by single sign-on: the account is in use without a password.
    await db.identity.create({
      data: {
        personId: viewer.personId,
        issuer: 'https://id.example',
        subject: viewer.personId,
        linkedAt: at(1).now,
        lastUsedAt: at(1).now,
      },
    });
    await expect(makeLinkAgain(officer, viewer.personId, once())).rejects.toThrow(NotAllowedError);
    expect((await getPerson(officer, viewer.personId)).may.link).toBe(false);
    expect((await getPerson(administrator, viewer.personId)).may.link).toBe(true);
  });

  test('outlives a password link that anybody can ask for, until one of them is used', async () => {
    const form = newcomer(['viewer']);
    const { token } = await invitePerson(administrator, form);
    const asked = await askForPasswordLink({ ...at(1), caller: NO_CALLER }, form.email);
    await choosePassword(at(2), token ?? '', PASSWORD, NO_CALLER);
    await expect(getAccessLink(at(3), asked?.token ?? '')).rejects.toThrow(NotFoundError);
  });
});

describe('what somebody may do', () => {
  const roles = (next: Role[], basedOn = 1) => ({
    ...once(),
    basedOn,
    roles: next,
    understood: 'yes' as const,
  });

  test('changes with their next request, in the session they are in', async () => {
    const person = await account(['officer']);
    const id = await session(person);
    await setRoles(administrator, person.id, roles(['viewer']));
    expect(await actorOfSession(at(1), id)).toMatchObject({ roles: ['viewer'] });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { personId: person.id, kind: 'person.roles' },
    });
    expect(event.changes).toEqual([{ field: 'roles', from: ['officer'], to: ['viewer'] }]);
  });

  test('is not changed by a form that was drawn before somebody else changed it', async () => {
    const person = await account(['member']);
    await setRoles(administrator, person.id, roles(['commissioner']));
    await expect(setRoles(administrator, person.id, roles(['viewer']))).rejects.toMatchObject({
      number: 2,
      changes: [
        {
          what: 'Roles changed',
          details: [
            { label: 'Roles before', value: 'Board member' },
            { label: 'Roles now', value: 'Commissioner' },
          ],
        },
      ],
    });
    // And it builds on that, once whoever sent it has read it.
    await setRoles(administrator, person.id, roles(['viewer'], 2));
  });

  test('ends with being deactivated, at once, and does not come back by itself', async () => {
    const person = await account(['member']);
    const email = await emailOf(person);
    const id = await session(person);
    const { token } = await makeLinkAgain(administrator, person.id, once());
    await deactivatePerson(administrator, person.id, { ...once(), reason: 'Left' });
    expect(await actorOfSession(at(1), id)).toBeNull();
    expect(await signIn(at(1), email, PASSWORD)).toBeNull();
    await expect(choosePassword(at(1), token ?? '', PASSWORD, NO_CALLER)).rejects.toThrow(
      NotFoundError,
    );
    await reactivatePerson(administrator, person.id, { ...once(), roles: ['viewer'] });
    expect(await actorOfSession(at(2), id)).toBeNull();
    const again = await signIn(at(2), email, PASSWORD);
    expect(await actorOfSession(at(2), again ?? '')).toMatchObject({ roles: ['viewer'] });
  });

  test('all sessions end, and nobody else’s', async () => {
    const [person, other] = [await account(), await account()];
    const ids = [await session(person), await session(person)];
    const kept = await session(other);
    await endAllSessions(administrator, person.id, once());
    for (const id of ids) expect(await actorOfSession(at(1), id)).toBeNull();
    expect(await actorOfSession(at(1), kept)).toMatchObject({ id: other.id });
    expect(
      await db.securityEvent.findFirst({
        where: { personId: person.id, kind: 'sessions.ended' },
      }),
    ).toMatchObject({ byId: home.administrator.id, detail: '2 sign-ins' });
    // It is no more than that: who has yet to come can still come.
    const { personId, token } = await invitePerson(administrator, newcomer(['viewer']));
    await endAllSessions(administrator, personId, once());
    expect(await getAccessLink(at(1), token ?? '')).toMatchObject({ purpose: 'invitation' });
  });

  test('an account of single sign-on is parted from them, and the next one is theirs', async () => {
    const person = await account(['member'], null);
    const email = await emailOf(person);
    const vouched = (subject: string) => ({
      provider: 'oidc' as const,
      issuer: 'https://id.example',
      subject,
      emails: [email],
      signedInAt: null,
    });
    const come = async (subject: string) => {
      const result = await signInVouched({ ...at(1), caller: NO_CALLER }, vouched(subject));
      return result.is === 'in' ? result.sessionId : null;
    };
    const first = await come('made once');
    expect(await come('made anew')).toBeNull();
    await unlinkSingleSignOn(administrator, person.id, once());
    expect(await actorOfSession(at(1), first ?? '')).toBeNull();
    await expect(unlinkSingleSignOn(administrator, person.id, once())).rejects.toThrow(RuleError);
    expect(await come('made anew')).not.toBeNull();
    expect(await come('made once')).toBeNull();
    const kinds = await db.securityEvent.findMany({ where: { personId: person.id } });
    expect(kinds.map(({ kind }) => kind)).toContain('identity.unlinked');
  });

  test('one’s own sessions end everywhere, or everywhere else', async () => {
    const person = await account(['member']);
    const [here, there] = [await session(person), await session(person)];
    const own = { db, now: at(1).now, actor: person };
    expect(await signOutEverywhere(own, NO_CALLER, here)).toBe(1);
    expect(await actorOfSession(at(1), here)).toEqual(person);
    expect(await actorOfSession(at(1), there)).toBeNull();
    expect(await signOutEverywhere(own, NO_CALLER)).toBe(1);
    expect(await actorOfSession(at(1), here)).toBeNull();
    expect(await signOutEverywhere(own, NO_CALLER)).toBe(0);
    const ended = { personId: person.id, kind: 'sessions.ended' };
    expect(await db.securityEvent.count({ where: ended })).toBe(2);
  });
});

/** The rules of access as they are, but for some. */
async function rules(changed: Partial<AccessRules>): Promise<AccessRules> {
  const board = await getBoard({ db });
  return {
    ...once(),
    basedOn: board.version,
    sessionIdleMinutes: board.sessionIdleMinutes,
    sessionHours: board.sessionHours,
    secondStepRoles: [...board.secondStepRoles],
    passwordsAllowed: board.passwordsAllowed,
    securityMonths: board.securityMonths,
    ...changed,
  };
}

describe('what is open ends where it could no longer begin', () => {
  const isOpen = async (id: string) => (await actorOfSession(at(1), id)) !== null;

  test('with a role that needs a second step, and with a rule that says so', async () => {
    const [officer, member] = [await account(['officer']), await account(['member'])];
    const ids = [await session(officer), await session(member)];
    const byProvider = await openSession(at(0), officer.id, 'entra', NO_CALLER);
    await setAccessRules(administrator, await rules({ secondStepRoles: ['officer'] }));
    expect(await Promise.all(ids.map(isOpen))).toEqual([false, true]);
    // The provider has a second step of its own.
    expect(await isOpen(byProvider)).toBe(true);
    await setRoles(administrator, member.id, {
      ...once(),
      basedOn: 1,
      roles: ['member', 'officer'],
    });
    expect(await isOpen(ids[1] ?? '')).toBe(false);
    // Who has set it up stays.
    const careful = await account(['officer']);
    await db.secondFactor.create({
      data: {
        personId: careful.id,
        secret: new Uint8Array(40),
        createdAt: at(0).now,
        confirmedAt: at(0).now,
      },
    });
    const theirs = await session(careful);
    await setAccessRules(administrator, await rules({ secondStepRoles: ['officer', 'viewer'] }));
    expect(await isOpen(theirs)).toBe(true);
    // Unless it is taken away.
    await resetSecondStep(administrator, careful.id, once());
    expect(await isOpen(theirs)).toBe(false);
    await setAccessRules(administrator, await rules({ secondStepRoles: [] }));
  });

  test('with passwords that are switched off', async () => {
    const person = await account(['member']);
    const [byPassword, byProvider] = [
      await session(person),
      await openSession(at(0), person.id, 'oidc', NO_CALLER),
    ];
    await db.pendingSignIn.create({
      data: {
        personId: person.id,
        tokenHash: randomUUID(),
        createdAt: at(0).now,
        expiresAt: at(10).now,
      },
    });
    const system = contextOf(db);
    await setAccessRules(system, await rules({ passwordsAllowed: false }));
    expect([await isOpen(byPassword), await isOpen(byProvider)]).toEqual([false, true]);
    expect(await db.pendingSignIn.count({ where: { personId: person.id } })).toBe(0);
    await setAccessRules(system, await rules({ passwordsAllowed: true }));
  });
});

describe('the last administrator', () => {
  /** Two who can sign in, and nobody else who counts. */
  async function two(): Promise<[PersonActor, PersonActor]> {
    const pair = [await account(['administrator']), await account(['administrator'])] as const;
    await db.person.updateMany({
      where: { roles: { has: 'administrator' }, id: { notIn: pair.map(({ id }) => id) } },
      data: { deactivatedAt: at(0).now },
    });
    return [...pair];
  }
  afterAll(async () => {
    const id = home.administrator.id;
    await db.person.update({ where: { id }, data: { deactivatedAt: null } });
  });
  const remaining = () =>
    db.person.count({ where: { roles: { has: 'administrator' }, deactivatedAt: null } });
  const demote = (by: PersonActor, whom: PersonActor) =>
    setRoles(as(by), whom.id, {
      ...once(),
      basedOn: 1,
      roles: ['viewer'],
    });

  test.each<[string, (by: PersonActor, whom: PersonActor) => Promise<void>]>([
    ['deactivate', (by, whom) => deactivatePerson(as(by), whom.id, { ...once(), reason: 'r' })],
    ['demote', demote],
  ])('two who %s each other at once: one of them stays', async (_, run) => {
    const [one, other] = await two();
    const tried = await Promise.allSettled([run(one, other), run(other, one)]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await remaining()).toBe(1);
  });

  test('is not replaced by one who was invited and has never come', async () => {
    const [one, other] = await two();
    const { personId } = await invitePerson(as(one), newcomer(['administrator']));
    await deactivatePerson(as(one), other.id, { ...once(), reason: 'Left' });
    const newcome: PersonActor = { ...one, id: personId, version: 1 };
    await expect(demote(newcome, one)).rejects.toMatchObject({
      message: expect.stringContaining('last administrator'),
    });
    const hash = await db.person.findUniqueOrThrow({ where: { id: one.id } });
    await db.person.update({
      where: { id: personId },
      data: { passwordHash: hash.passwordHash },
    });
    await demote(newcome, one);
    expect(await remaining()).toBe(1);
  });

  test('keeps the account of single sign-on that lets them in', async () => {
    const [one, other] = await two();
    await db.person.update({ where: { id: one.id }, data: { passwordHash: null } });
    await link(one);
    await deactivatePerson(as(one), other.id, { ...once(), reason: 'Left' });
    await expect(unlinkSingleSignOn(as(one), one.id, once())).rejects.toThrow(
      /No other administrator could sign in/,
    );
    await reactivatePerson(as(one), other.id, { ...once(), roles: ['administrator'] });
    await unlinkSingleSignOn(as(one), one.id, once());
  });

  test('is not replaced by one with a password, where none is taken', async () => {
    const [one, other] = await two();
    await db.identity.create({
      data: {
        personId: one.id,
        issuer: 'https://id.example',
        subject: one.id,
        linkedAt: at(0).now,
        lastUsedAt: at(0).now,
      },
    });
    await setAccessRules(as(one), await rules({ passwordsAllowed: false }));
    await expect(demote(other, one)).rejects.toThrow(/last administrator/);
    await setAccessRules(as(one), await rules({ passwordsAllowed: true }));
    await demote(other, one);
    expect(await remaining()).toBe(1);
  });
});

describe('handing over', () => {
  const form = (toId: string) => ({ ...once(), toId, reason: 'They left in June' });

  test('gives everything open to one person, and leaves what is closed and said', async () => {
    const { owner } = await fresh();
    const meeting = await buildMeeting(system, {
      date: '2026-09-03',
      startsAt: '14:00',
      venue: 'Hall',
    });
    await buildMeetingAction(system, meeting, owner);
    const before = (await getPerson(officer, owner)).items;
    expect(before).toHaveLength(1);
    await handOver(officer, owner, form(home.member.id));
    expect((await getPerson(officer, owner)).items).toEqual([]);
    const { items } = await getPerson(officer, home.member.id);
    expect(items.map(({ reference }) => reference)).toContain(before[0]?.reference);
    const history = await getHistory(officer, before[0]?.reference ?? '', 1);
    expect(JSON.stringify(history)).toContain('Handed over from');
    const actions = await db.meetingAction.findMany({
      where: { meeting: { slug: meeting } },
      include: { events: true },
    });
    expect(actions.map(({ ownerId, events }) => [ownerId, events.map(({ kind }) => kind)])).toEqual(
      [
        [owner, ['withdrawn']],
        [home.member.id, []],
      ],
    );
  });

  test('nobody is made accountable for what is hidden from them', async () => {
    const hidden = await buildLocalAction(system);
    await restrict(system, hidden, [awayId]);
    const { number } = await db.item.findUniqueOrThrow({ where: { reference: hidden } });
    const assign = (ownerId: string) =>
      assignOwner(officer, hidden, {
        ...once(),
        basedOn: number,
        ownerId,
        leadOrganisationId: undefined,
        words: undefined,
      });
    for (const { id } of [home.viewer, away.member]) {
      await expect(assign(id)).rejects.toMatchObject({
        fields: { ownerId: expect.stringContaining('may not see it') },
      });
    }
    // Whoever cannot sign in at all reads nothing here, and can be asked all the same.
    const partner = await addPerson(system, {
      ...once(),
      name: 'A partner',
      position: 'Manager',
      organisationId: homeId,
    });
    await assign(partner);
  });

  test.each([
    ['people of an organisation it is hidden from', () => away.member],
    ['viewers', () => home.viewer],
  ])('stops at what is hidden from %s: nothing of it changes hands', async (_, to) => {
    const { owner } = await fresh();
    const hidden = await buildLocalAction(system, { scheduling: 'due', due: '2027-06-30' });
    await own(system, hidden, { ownerId: owner, leadOrganisationId: undefined });
    await rate(system, hidden, { rag: 'green', headline: 'h', words: 'w', recovery: undefined });
    await restrict(system, hidden, [awayId]);
    const before = await digest(db);
    await expect(handOver(officer, owner, form(to().id))).rejects.toMatchObject({
      fields: { toId: expect.stringContaining(hidden) },
    });
    expect(await digest(db)).toEqual(before);
  });

  test.each(['the same person', 'somebody deactivated', 'nobody'])('not to %s', async (whom) => {
    const { owner, deactivated } = await fresh();
    const ids = { 'the same person': owner, 'somebody deactivated': deactivated };
    const toId = ids[whom as keyof typeof ids] ?? randomUUID();
    await expect(handOver(officer, owner, form(toId))).rejects.toMatchObject({
      fields: { toId: expect.anything() },
    });
  });
});

describe('erasing a name', () => {
  test('waits until nothing that is open is theirs, a meeting action included', async () => {
    const { leaver } = await fresh();
    const meeting = await buildMeeting(system, {
      date: '2026-09-10',
      startsAt: '14:00',
      venue: 'Hall',
    });
    const stands = (deactivatedAt: Date | null) =>
      db.person.update({ where: { id: leaver }, data: { deactivatedAt } });
    // From the time before they left.
    await stands(null);
    await buildMeetingAction(system, meeting, leaver);
    await buildDoneAction(system, meeting, leaver);
    await stands(at(0).now);
    expect(await getPerson(administrator, leaver)).toMatchObject({
      openMeetingActions: 1,
      owns: 0,
    });
    const erase = () =>
      erasePerson(administrator, leaver, { ...once(), reason: 'They asked for it' });
    await expect(erase()).rejects.toThrow(/Hand over/);
    await handOver(administrator, leaver, {
      ...once(),
      toId: home.member.id,
      reason: 'They left',
    });
    await erase();
    expect(await getPerson(administrator, leaver)).toMatchObject({ openMeetingActions: 0 });
  });

  test('blanks it everywhere and changes nothing else', async () => {
    const person = await account(['commissioner']);
    const { name } = person;
    const reference = await buildLocalAction(as(person));
    await changePerson(administrator, person.id, {
      ...once(),
      basedOn: 1,
      name: `${name} Married`,
      position: 'Commissioner',
      organisationId: homeId,
      email: await emailOf(person),
    });
    await deactivatePerson(administrator, person.id, { ...once(), reason: 'Left' });
    // Before they were invited, and from a provider: events of nobody's account.
    const email = await emailOf(person);
    const caller = { address: '10.0.0.9', agent: 'Their browser' };
    const note = (personId: string | null, detail: string | null) =>
      noteSecurityEvent(at(0), { kind: 'sign_in.refused', personId, caller, detail });
    await note(null, `nobody was invited with this account: ${email.toUpperCase()}`);
    await note(null, `nobody was invited with this account: jo${email}`);
    await note(person.id, null);
    const before = await digest(db);
    await erasePerson(administrator, person.id, { ...once(), reason: 'They asked' });
    const after = await digest(db);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.sort()).toEqual([
      'AuditEvent',
      'Erasure',
      'Person',
      'PersonVersion',
      'SecurityEvent',
      // That it was said: a digest, which tells nobody what.
      'Submission',
    ]);
    const noted = { where: { address: caller.address }, orderBy: { id: 'asc' } } as const;
    expect(await db.securityEvent.findMany(noted)).toMatchObject([
      { detail: null, agent: caller.agent },
      { detail: `nobody was invited with this account: jo${email}` },
      { personId: person.id, agent: null },
    ]);
    const names = await db.personVersion.findMany({ where: { personId: person.id } });
    expect(names.map((one) => one.name)).toEqual(['Name erased', 'Name erased']);
    const history = JSON.stringify(await getHistory(officer, reference, 1));
    expect(history).toContain('Name erased');
    expect(history).not.toContain(name);
    const listed = (await listPeople(officer)).find(({ id }) => id === person.id);
    expect(listed).toMatchObject({ name: 'Name erased', email: null, roles: [] });
    // Who did it, and why, is on record.
    const where = { personId: person.id };
    expect(await db.erasure.count({ where: { ...where, authorId: home.administrator.id } })).toBe(
      1,
    );
    expect(
      await db.auditEvent.findFirst({ where: { ...where, kind: 'person.erased' } }),
    ).toMatchObject({ authorId: home.administrator.id, reason: 'They asked' });
    const everything = await Promise.all(
      Object.keys(after).map((table) =>
        db.$queryRawUnsafe<Array<{ n: number }>>(
          `SELECT count(*)::int AS n FROM "${table}" t WHERE t::text LIKE $1`,
          `%${name}%`,
        ),
      ),
    );
    expect(everything.map((rows) => rows[0]?.n).filter((count) => count !== 0)).toEqual([]);
  });

  test('is for those who left: neither who can sign in nor who owns something', async () => {
    const { active, owner } = await fresh();
    const erase = (id: string) => erasePerson(administrator, id, { ...once(), reason: 'r' });
    await expect(erase(active)).rejects.toThrow(/Deactivate them first/);
    await deactivatePerson(administrator, owner, { ...once(), reason: 'Left' });
    await expect(erase(owner)).rejects.toThrow(/Hand over what they own first/);
  });

  test('is the only way in which a version of a person ever changes', async () => {
    for (const change of [
      `UPDATE "PersonVersion" SET name = 'Other'`,
      `UPDATE "PersonVersion" SET name = 'Name erased', position = 'Other'`,
      `DELETE FROM "PersonVersion"`,
      `TRUNCATE "PersonVersion" CASCADE`,
    ]) {
      await expect(db.$executeRawUnsafe(change)).rejects.toThrow(/append|never|only/i);
    }
  });
});

test('a new address makes links to the old one useless, and stands in no row that is kept for good', async () => {
  const person = await account(['member']);
  const was = await emailOf(person);
  const { token } = await makeLinkAgain(administrator, person.id, once());
  const { name } = person;
  const email = `${randomUUID()}@home.example`;
  const form = { ...once(), basedOn: 1, name, position: 'Member', organisationId: undefined };
  await changePerson(administrator, person.id, { ...form, email });
  // Nor does a form that was drawn before put it back, though it is their name alone that has versions.
  const stale = changePerson(administrator, person.id, {
    ...form,
    ...once(),
    position: 'Chair',
    email: was,
  });
  await expect(stale).rejects.toMatchObject({
    number: 2,
    changes: [{ details: expect.arrayContaining([{ label: 'Email address now', value: email }]) }],
  });
  await expect(getAccessLink(at(1), token ?? '')).rejects.toThrow(NotFoundError);
  const kept = JSON.stringify(
    await db.auditEvent.findMany({ where: { personId: person.id } }),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );
  expect(kept).toContain('"email"');
  expect(kept).not.toContain(email);
  expect(kept).not.toContain(was);
  expect(await signIn(at(1), was, PASSWORD)).toBeNull();
  expect(await signIn(at(1), email, PASSWORD)).not.toBeNull();
});
