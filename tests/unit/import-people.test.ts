import { expect, test } from 'vitest';
import { indexPeople, readOrganisation, readOwner } from '@/lib/domain/import-people';

const ORGANISATIONS = [
  { id: 'o-cgl', name: 'Change Grow Live', shortName: 'CGL' },
  { id: 'o-ph', name: 'Public Health', shortName: null },
  { id: 'o-pol', name: 'Exampleshire Police', shortName: null },
];
const person = (id: string, name: string, position: string, organisationId: string | null) => ({
  id,
  name,
  position,
  organisationId,
  organisation: ORGANISATIONS.find((one) => one.id === organisationId)?.name ?? null,
  roles: [],
});
const index = indexPeople({
  organisations: ORGANISATIONS,
  people: [
    person('anna', 'Anna Smith', 'Service Manager', 'o-cgl'),
    person('alan', 'Alan Smith', 'Inspector', 'o-pol'),
    person('jo', 'Dr Jo O’Neill', 'Consultant in Public Health', 'o-ph'),
    person('zoe', 'Zoë Brown', 'Commissioner', 'o-ph'),
    person('sam1', 'Sam Green', 'Officer', 'o-ph'),
    person('sam2', 'Sam Green', 'Officer', 'o-pol'),
    person('kim1', 'Kim White', 'Nurse', 'o-cgl'),
    person('kim2', 'Kim White', 'Commissioner for health', 'o-ph'),
  ],
});

test.each([
  ['Anna Smith', 'anna exact'],
  ['anna smith', 'anna'],
  ['Smith, Anna', 'anna'],
  ['Ms Anna Smith', 'anna'],
  ['A Smith (CGL)', 'anna'],
  ['A. Smith (CGL) / Public Health', 'anna, also Public Health'],
  ['A Smith, Exampleshire Police', 'alan'],
  ['A Smith', 'asked anna alan'],
  ['Smith', 'asked anna alan'],
  ['J O’Neill', 'jo'],
  ["Dr J O'Neill", 'jo'],
  ['Z Brown', 'zoe'],
  ['Brown Z', 'zoe'],
  ['Zoe Brown / Probation', 'zoe, also Probation'],
  ['Z Brown (CGL)', 'asked zoe, also CGL'],
  ['Consultant in Public Health', 'jo'],
  ['Officer', 'asked sam1 sam2'],
  ['Sam Green', 'asked sam1 sam2'],
  ['Sam Green (Officer)', 'asked sam1 sam2'],
  ['Kim White', 'asked kim1 kim2'],
  ['Kim White (Commissioner for health)', 'kim2 exact'],
  ['Z Brown & J O’Neill', 'asked zoe jo'],
  ['CGL', 'body o-cgl'],
  ['All partners', 'asked'],
  ['Nobody Here', 'asked'],
  ['TBC', 'empty'],
  ['', 'empty'],
])('“%s”', (text, expected) => {
  const read = readOwner(text, index);
  const also = 'also' in read && read.also.length > 0 ? `, also ${read.also.join(' ')}` : '';
  const said = {
    empty: () => 'empty',
    person: () => (read.is === 'person' ? `${read.person.id}${read.exact ? ' exact' : ''}` : ''),
    organisation: () => (read.is === 'organisation' ? `body ${read.organisation.id}` : ''),
    asked: () =>
      read.is === 'asked' ? ['asked', ...read.likely.map(({ id }) => id)].join(' ') : '',
  }[read.is]();
  expect(said + also).toBe(expected);
});

test.each([
  ['CGL', 'o-cgl'],
  ['the Change, Grow Live', 'o-cgl'],
  ['Police', 'asked o-pol'],
  ['Somebody', 'asked'],
  ['', 'empty'],
])('the body “%s”', (text, expected) => {
  const read = readOrganisation(text, index);
  if (read.is === 'asked')
    expect(['asked', ...read.likely.map(({ id }) => id)].join(' ')).toBe(expected);
  else expect(read.is === 'organisation' ? read.organisation.id : read.is).toBe(expected);
});
