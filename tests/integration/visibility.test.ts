import { expect, test } from 'vitest';
import { getItem } from '@/lib/data/item-view';
import { addOrganisation } from '@/lib/data/people';
import { getRegister } from '@/lib/data/register';
import { standingEvidence, visibleItem } from '@/lib/data/visibility';
import {
  type Actor,
  maySee,
  type PersonActor,
  type Restricted,
  ROLES,
  type Role,
  systemActor,
} from '@/lib/domain/permissions';
import { buildAccount } from '@/seed/builders/accounts';
import { buildLocalAction, opened } from '@/seed/builders/register';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { hideEvidence, makeEvidence, release, restrict, showEvidence } from '../support/make';
import { registerQuery } from '../support/reads';

const { db } = await testDatabase();
const { home, homeId, awayId } = await makeActors(db);
const system = contextOf(db);
const independentId = await addOrganisation(system, { name: 'Independent', ...opened() });
// Somebody has to be left who can release it.
await buildAccount(system, {
  email: 'independent@officer.example',
  name: 'Independent officer',
  position: 'Officer',
  roles: ['officer'],
  organisationId: independentId,
});

/** Every restriction there can be: as it was put on, and what is true of it then. */
const MARKS: ReadonlyArray<{ steps: Array<string[] | 'released'>; is: Restricted }> = [
  { steps: [], is: { restricted: false, hiddenFrom: [] } },
  { steps: [[]], is: { restricted: true, hiddenFrom: [] } },
  { steps: [[homeId]], is: { restricted: true, hiddenFrom: [homeId] } },
  { steps: [[awayId]], is: { restricted: true, hiddenFrom: [awayId] } },
  { steps: [[homeId, awayId]], is: { restricted: true, hiddenFrom: [homeId, awayId] } },
  { steps: [[homeId], 'released'], is: { restricted: false, hiddenFrom: [] } },
  { steps: [[homeId], [awayId]], is: { restricted: true, hiddenFrom: [awayId] } },
  { steps: [[homeId], 'released', [awayId]], is: { restricted: true, hiddenFrom: [awayId] } },
  { steps: [[homeId], []], is: { restricted: true, hiddenFrom: [] } },
];

const person = (organisationId: string | null, roles: Role[]): PersonActor => ({
  ...home.member,
  organisationId,
  roles,
});
const ACTORS: Actor[] = [
  systemActor,
  ...[homeId, awayId, independentId, null].flatMap((organisationId) => [
    person(organisationId, []),
    ...ROLES.map((role) => person(organisationId, [role])),
    ...ROLES.map((role) => person(organisationId, ['viewer', role])),
  ]),
];

const items: string[] = [];
const evidence: string[] = [];
const host = await buildLocalAction(system);
for (const { steps } of MARKS) {
  const reference = await buildLocalAction(system);
  const id = await makeEvidence(system, host);
  for (const step of steps) {
    await (step === 'released' ? release(system, reference) : restrict(system, reference, step));
    await (step === 'released' ? showEvidence(system, id) : hideEvidence(system, id, step));
  }
  items.push(reference);
  evidence.push(id);
}

test('whoever belongs to no organisation sees nothing that is hidden from any', () => {
  const seen = MARKS.map(({ is }) => maySee(person(null, ['administrator', 'officer']), is));
  expect(seen).toEqual(MARKS.map(({ is }) => !is.restricted || is.hiddenFrom.length === 0));
});

test.each(ACTORS)('SQL and maySee agree: $roles of $organisationId', async (actor) => {
  const seen = MARKS.map(({ is }) => maySee(actor, is));
  const rows = await db.$queryRaw<Array<{ reference: string }>>`
    SELECT i.reference FROM "Item" i WHERE ${visibleItem(actor)}`;
  const references = rows.map((row) => row.reference);
  expect(items.map((reference) => references.includes(reference))).toEqual(seen);
  const standing = await db.$queryRaw<Array<{ id: string }>>`
    SELECT e.id FROM ${standingEvidence(contextOf(db, actor))} e`;
  const ids = standing.map((row) => row.id);
  expect(evidence.map((id) => ids.includes(id))).toEqual(seen);
});

test('and so do the reads', async () => {
  for (const actor of ACTORS) {
    if (actor.kind === 'person' && actor.roles.length === 0) continue;
    const context = contextOf(db, actor);
    const seen = MARKS.map(({ is }) => maySee(actor, is));
    const { rows } = await getRegister(context, 'local_action', registerQuery());
    const references = rows.map((row) => row.reference);
    expect(items.map((reference) => references.includes(reference))).toEqual(seen);
    const ids = (await getItem(context, host)).evidenceList.map((one) => one.id);
    expect(evidence.map((id) => ids.includes(id))).toEqual(seen);
  }
});
