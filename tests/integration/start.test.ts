import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrangeRecommendations } from '@/lib/data/arrangement';
import { getBoard } from '@/lib/data/board';
import { createFirstAdministrator } from '@/lib/data/first-administrator';
import { getHistory } from '@/lib/data/history';
import { planMeetings } from '@/lib/data/meeting-plan';
import { listMeetings } from '@/lib/data/meetings-view';
import { addOrganisation, addPerson } from '@/lib/data/people';
import { nameBoard, setRagKey } from '@/lib/data/settings';
import { getStart, listArrangement } from '@/lib/data/start';
import type { ArrangedRow } from '@/lib/domain/arrangement';
import { ConflictError, NotAllowedError, RuleError } from '@/lib/domain/errors';
import { proposeYear } from '@/lib/domain/meeting-plan';
import type { PersonActor } from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction, opened, own } from '@/seed/builders/register';
import { contextOf } from '../support/actors';
import { testDatabase } from '../support/database';
import { digest } from '../support/whole-database';

/** Nothing but the reference content, as a board of one's own starts. */
const { db } = await testDatabase();
const system = contextOf(db);
const sent = () => ({ submissionId: randomUUID() });
const undone = async (context = system) =>
  (await getStart(context)).steps.filter(({ done }) => !done).map(({ step }) => step);
const rowOf = async (reference: string) => {
  const row = (await listArrangement(system)).find((one) => one.reference === reference);
  if (!row) throw new Error('no such row');
  return row;
};
const arrange = (
  rows: Record<string, ArrangedRow>,
  { context = officer, basedOn = 0 } = {},
): Promise<void> => arrangeRecommendations(context, { ...sent(), basedOn, rows });
const failure = (attempt: Promise<unknown>) =>
  attempt.then(
    () => new Error('it was written'),
    (error: unknown) => error,
  );

let [admin, officer, member] = [system, system, system];
let [organisationId, ownerId] = ['', ''];

beforeAll(async () => {
  const people = await db.person.count();
  expect(people).toBe(0);
  await createFirstAdministrator(system, {
    email: 'first@board.example',
    name: 'First',
    position: 'Administrator',
    organisation: 'Exampleshire Council',
  });
  const first = await db.person.findFirstOrThrow();
  const actor: PersonActor = {
    kind: 'person',
    id: first.id,
    version: 1,
    name: first.name,
    roles: first.roles,
    organisationId: null,
  };
  admin = contextOf(db, actor);
});

describe('a board that begins with the reference content', () => {
  test('has everything before it, and says who may do it', async () => {
    const view = await getStart(admin);
    expect(view).toMatchObject({ done: 0, complete: false });
    expect(view.facts).toMatchObject({ recommendations: 32, withoutRole: 0, people: 1 });
    expect(view.steps.filter(({ mayDo }) => mayDo).map(({ step }) => step)).toEqual([
      'board',
      'key',
      'people',
    ]);
  });

  test('names itself and its areas', async () => {
    const { version } = await getBoard({ db });
    await nameBoard(admin, { ...sent(), basedOn: version, name: 'Our board', areas: ['Ours'] });
    expect(await undone()).toEqual([
      'key',
      'people',
      'meetings',
      'recommendations',
      'actions',
      'baseline',
    ]);
  });

  test('looks at the key: saving it as it is says that it is right', async () => {
    const { version, ragKey } = await getBoard({ db });
    await setRagKey(admin, { ...sent(), basedOn: version, ...ragKey });
    expect((await getBoard({ db })).ragKey).toEqual(ragKey);
    expect(await undone()).toEqual([
      'people',
      'meetings',
      'recommendations',
      'actions',
      'baseline',
    ]);
    // Once it is said, the same key again is no change.
    const again = setRagKey(admin, { ...sent(), basedOn: version + 1, ...ragKey });
    expect(await failure(again)).toBeInstanceOf(RuleError);
  });

  test('adds people', async () => {
    organisationId = await addOrganisation(admin, { ...sent(), name: 'The council' });
    ownerId = await addPerson(admin, { ...sent(), name: 'Ada', position: 'Head', organisationId });
    const account = (role: 'officer' | 'member') =>
      buildAccount(system, {
        email: `${role}@board.example`,
        name: role,
        position: 'Position',
        roles: [role],
        organisationId,
      });
    officer = contextOf(db, await account('officer'));
    member = contextOf(db, await account('member'));
    expect(await undone()).toEqual(['meetings', 'recommendations', 'actions', 'baseline']);
  });

  test('sets a year of meetings at once, or none of them', async () => {
    const dates = proposeYear('2026-12-03', 'quarterly').map((date, index) => ({
      key: `m${index + 1}`,
      date,
    }));
    const form = { startsAt: '14:00', venue: 'County Hall', dates };
    await expect(planMeetings(admin, { ...sent(), ...form })).rejects.toThrow(NotAllowedError);
    const before = await digest(db);
    const twice = [...dates, { key: 'm5', date: '2027-03-04' }];
    const error = await failure(planMeetings(officer, { ...sent(), ...form, dates: twice }));
    expect((error as RuleError).fields).toEqual({
      'dates.m5': 'There is a meeting on 4 March 2027 at 14:00 already',
    });
    expect(await digest(db)).toEqual(before);
    await planMeetings(officer, { ...sent(), ...form });
    expect((await listMeetings(officer)).map(({ date }) => date)).toEqual(
      dates.map(({ date }) => date),
    );
    expect(await undone()).toEqual(['recommendations', 'actions']);
  });

  test('sets our role, owner and lead of all recommendations on one page', async () => {
    const rows = await listArrangement(officer);
    expect(rows.map(({ reference }) => reference)).toEqual(
      Array.from({ length: 32 }, (_, index) => `R${index + 1}`),
    );
    await arrange(
      Object.fromEntries(
        rows.map(({ reference, number, ourRole }) => [
          reference,
          {
            number,
            ourRole: reference === 'R1' ? 'deliver' : (ourRole ?? ''),
            ownerId: ourRole === 'watch' && reference !== 'R1' ? '' : ownerId,
            leadOrganisationId: '',
          },
        ]),
      ),
    );
    expect(await rowOf('R1')).toMatchObject({
      ourRole: 'deliver',
      owner: { name: 'Ada' },
      lead: { name: 'The council' },
      number: 3,
    });
    const watched = rows.filter((row) => row.ourRole === 'watch' && row.reference !== 'R1');
    for (const { reference, number } of watched) {
      expect((await rowOf(reference)).number).toBe(number);
    }
    const { entries } = await getHistory(officer, 'R1', 1);
    expect(entries.slice(0, 2).map(({ title, author }) => [title, author?.name])).toEqual([
      ['Owner assigned', 'officer'],
      ['Our role set', 'officer'],
    ]);
  });

  test('is then ready, once it has its local actions', async () => {
    expect(await undone()).toEqual(['actions']);
    await buildLocalAction(officer, {});
    expect(await getStart(member)).toMatchObject({ complete: true, done: 7 });
  });
});

describe('the page of all recommendations', () => {
  test('saves nothing when nothing was changed', async () => {
    const { number, ourRole, owner, lead } = await rowOf('R2');
    const same = {
      number,
      ourRole: ourRole ?? '',
      ownerId: owner?.id ?? '',
      leadOrganisationId: lead?.id ?? '',
    } as const;
    const before = await digest(db);
    expect(await failure(arrange({ R2: same }))).toMatchObject({
      fields: { '': 'Nothing has changed yet' },
    });
    expect(await digest(db)).toEqual(before);
  });

  test('says at each row what is wrong, and then saves none of them', async () => {
    const [r2, r3, r4] = [await rowOf('R2'), await rowOf('R3'), await rowOf('R4')];
    const before = await digest(db);
    const error = await failure(
      arrange({
        R2: { number: r2.number, ourRole: 'deliver' },
        R3: { number: r3.number, ownerId: '' },
        R4: { number: r4.number, ownerId: randomUUID(), leadOrganisationId: '' },
      }),
    );
    expect((error as RuleError).fields).toEqual({
      'rows.R3.ownerId': expect.stringContaining('Choose an owner'),
      'rows.R4.ownerId': 'Choose an owner',
    });
    expect(await digest(db)).toEqual(before);
  });

  test('shows what others saved about the changed rows alone, and then takes them', async () => {
    const rows = await listArrangement(officer);
    const number = (reference: string) =>
      rows.find((row) => row.reference === reference)?.number ?? 0;
    const other = await addPerson(admin, {
      ...sent(),
      name: 'Bea',
      position: 'Head',
      organisationId,
    });
    for (const reference of ['R5', 'R7']) {
      await own(member, reference, { ownerId: other, leadOrganisationId: undefined });
    }
    // R5 and R8 are changed; R7 is sent as it was drawn, and stays as the other one saved it.
    const sheet: Record<string, ArrangedRow> = {
      R5: { number: number('R5'), ourRole: 'deliver', ownerId, leadOrganisationId: organisationId },
      R7: { number: number('R7'), ownerId, leadOrganisationId: organisationId },
      R8: { number: number('R8'), ourRole: 'watch' },
    };
    const error = (await failure(arrange(sheet))) as ConflictError;
    expect(error).toBeInstanceOf(ConflictError);
    expect(error.changes.map(({ who, what }) => [who, what])).toEqual([
      ['member', 'R5: Assigned an owner'],
    ]);
    // Somebody is quicker once more: that is shown before anything is saved.
    await own(member, 'R8', { ownerId: other, leadOrganisationId: undefined });
    const again = (await failure(arrange(sheet, { basedOn: error.number }))) as ConflictError;
    expect(again).toBeInstanceOf(ConflictError);
    expect(again.changes).toHaveLength(2);
    await arrange(sheet, { basedOn: again.number });
    expect(await rowOf('R5')).toMatchObject({ ourRole: 'deliver', owner: { name: 'Bea' } });
    expect(await rowOf('R7')).toMatchObject({ owner: { name: 'Bea' } });
    expect(await rowOf('R8')).toMatchObject({ ourRole: 'watch', owner: { name: 'Bea' } });
  });

  test('lets a member set owners, not our role', async () => {
    const { number } = await rowOf('R9');
    const role: ArrangedRow = { number, ourRole: 'deliver' };
    expect(await failure(arrange({ R9: role }, { context: member }))).toBeInstanceOf(
      NotAllowedError,
    );
    const id = (await db.person.findFirstOrThrow({ where: { name: 'Bea' } })).id;
    await arrange({ R9: { number, ownerId: id } }, { context: member });
    expect((await rowOf('R9')).owner?.name).toBe('Bea');
    const { may } = (await listArrangement(member)).find((row) => row.reference === 'R9') ?? {};
    expect(may).toEqual({ setOurRole: false, setOwner: true });
  });

  test('is of recommendations', async () => {
    const reference = await buildLocalAction(officer);
    const error = await failure(arrange({ [reference]: { number: 1, ownerId } }));
    expect(String(error)).toContain('was not found');
  });

  test('shows a lead of its own as it is', async () => {
    const away = await addOrganisation(admin, { ...opened(), name: 'The trust' });
    const { number } = await rowOf('R10');
    await arrange({ R10: { number, ownerId, leadOrganisationId: away } });
    expect((await rowOf('R10')).lead?.name).toBe('The trust');
  });
});
