import { describe, expect, test } from 'vitest';
import { ITEM_KINDS } from '@/lib/domain/item';
import {
  can,
  isOnlyViewer,
  maySee,
  PERMISSIONS,
  type Permission,
  type PersonActor,
  ROLES,
  type Role,
  systemActor,
} from '@/lib/domain/permissions';
import { allows, DESIGN } from '../../support/design-table';

const ME = 'me';
const SOMEBODY = 'somebody else';
const person = (...roles: Role[]): PersonActor => ({
  kind: 'person',
  id: ME,
  version: 1,
  name: 'Me',
  roles,
  organisationId: null,
});
const INVITED: ReadonlyArray<readonly Role[]> = [
  ...ROLES.map((role) => [role]),
  ['viewer', 'member'],
  ['viewer', 'officer'],
  ['member', 'administrator'],
  ['administrator', 'viewer'],
];
const SUBJECTS = ITEM_KINDS.flatMap((kind) =>
  [ME, SOMEBODY, null].flatMap((ownerId) =>
    [ME, SOMEBODY, null].flatMap((addedById) =>
      INVITED.map((roles) => ({ kind, ownerId, addedById, roles })),
    ),
  ),
);
type Subject = (typeof SUBJECTS)[number];

const circumstances = ({ kind, ownerId, addedById, roles }: Subject) => ({
  kind,
  own: ownerId === ME,
  added: addedById === ME,
  invited: roles,
});
const asked = can as (actor: unknown, permission: Permission, subject?: Subject) => boolean;

test('the table has the rows of the design, and no others', () => {
  expect(Object.keys(PERMISSIONS).sort()).toEqual(Object.keys(DESIGN).sort());
});

describe.each(Object.keys(DESIGN) as Permission[])('%s', (permission) => {
  test.each(ROLES.map((role, column) => [role, DESIGN[permission][column] ?? ''] as const))(
    '%s: “%s”',
    (role, cell) => {
      for (const subject of SUBJECTS) {
        const may = asked(person(role), permission, subject);
        expect({ ...subject, may }).toEqual({
          ...subject,
          may: allows(cell, circumstances(subject)),
        });
      }
      // Asked about nothing in particular, only what holds for everything is granted.
      expect(asked(person(role), permission)).toBe(cell === '✓');
    },
  );

  test('the system may', () => {
    expect(asked(systemActor, permission)).toBe(true);
  });

  test('somebody without a role may not', () => {
    for (const subject of SUBJECTS) {
      expect(asked(person(), permission, subject)).toBe(false);
    }
  });

  test('two roles: either is enough', () => {
    for (const [i, one] of ROLES.entries()) {
      for (const [j, other] of ROLES.entries()) {
        for (const subject of SUBJECTS) {
          const [a = '', b = ''] = [DESIGN[permission][i], DESIGN[permission][j]];
          expect(asked(person(one, other), permission, subject)).toBe(
            allows(a, circumstances(subject)) || allows(b, circumstances(subject)),
          );
        }
      }
    }
  });
});

describe('the restricted rule', () => {
  const HOME = 'home';
  const AWAY = 'away';
  const at = (organisationId: string | null, ...roles: Role[]) => ({
    ...person(...roles),
    organisationId,
  });

  test.each<[string, PersonActor | typeof systemActor, string[], boolean]>([
    ['the system', systemActor, [HOME, AWAY], true],
    ['a viewer', at(HOME, 'viewer'), [], false],
    ['a viewer of another organisation', at(HOME, 'viewer'), [AWAY], false],
    ['a viewer of none', at(null, 'viewer'), [], false],
    ['somebody without a role', at(HOME), [], false],
    ['a member', at(HOME, 'member'), [], true],
    ['a member, hidden from another', at(HOME, 'member'), [AWAY], true],
    ['a member of where it is hidden from', at(HOME, 'member'), [HOME], false],
    ['one of several', at(HOME, 'member'), [AWAY, HOME], false],
    ['a member of no organisation', at(null, 'member'), [HOME], false],
    ['the same, hidden from nobody', at(null, 'member'), [], true],
    ['a commissioner of where it is hidden from', at(HOME, 'commissioner'), [HOME], false],
    ['an officer of where it is hidden from', at(HOME, 'officer'), [HOME], false],
    ['an administrator of where it is hidden from', at(HOME, 'administrator'), [HOME], false],
    ['an administrator of elsewhere', at(AWAY, 'administrator'), [HOME], true],
    ['a viewer who is a member too', at(HOME, 'viewer', 'member'), [AWAY], true],
    ['the same, of where it is hidden from', at(HOME, 'viewer', 'member'), [HOME], false],
  ])('%s', (_, actor, hiddenFrom, sees) => {
    expect(maySee(actor, { restricted: true, hiddenFrom })).toBe(sees);
    // What is not restricted is seen by everyone, whatever an old mark still names.
    expect(maySee(actor, { restricted: false, hiddenFrom })).toBe(true);
  });

  test('only a viewer', () => {
    expect(isOnlyViewer(person('viewer'))).toBe(true);
    expect(isOnlyViewer(person('viewer', 'officer'))).toBe(false);
    expect(isOnlyViewer(person('administrator'))).toBe(false);
    expect(isOnlyViewer(systemActor)).toBe(false);
  });
});
