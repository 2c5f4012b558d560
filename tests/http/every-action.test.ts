import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PersonActor, ROLES, type Role } from '@/lib/domain/permissions';
import { builtActions } from '../support/built';
import { allows, DESIGN } from '../support/design-table';
import { ENTRANCES, type Entrance, OPEN_ENTRANCES, QUESTIONED } from '../support/entrances';
import { cookieOf, db } from '../support/http';
import { noticeAt } from '../support/notice-at';
import { about, again, type Form, openForm, outcomeOf, send } from '../support/sent-form';
import {
  type Cast,
  type Kind,
  makeCast,
  makePlaces,
  makeThing,
  type Places,
  type Thing,
} from '../support/subjects';
import { digest } from '../support/whole-database';

const ACTIONS = new Map(builtActions().map(({ id, name }) => [name, id]));

test('every action of the build is in the table, and the table holds no other', () => {
  const known = [...Object.keys(ENTRANCES), ...Object.keys(OPEN_ENTRANCES)];
  expect([...ACTIONS.keys()].sort()).toEqual(known.sort());
});

let cast: Cast;
let places: Places;
const cookies = new Map<string, string>();

beforeAll(async () => {
  cast = await makeCast(db);
  places = await makePlaces(db, cast);
});
// Some actions end sessions.
beforeEach(() => cookies.clear());

async function cookieFor(person: PersonActor): Promise<string> {
  const cookie = cookies.get(person.id) ?? (await cookieOf(person.id));
  cookies.set(person.id, cookie);
  return cookie;
}

async function sent(form: Form, person?: PersonActor) {
  return outcomeOf(await send(again(form), person && (await cookieFor(person))));
}

async function formOf(name: string, thing: Thing, owner = cast.somebody): Promise<Form> {
  const { page, fill, seenBy = 'both' } = ENTRANCES[name] as Entrance;
  const seer = { owner, officer: cast.away.officer, both: cast.both }[seenBy];
  return openForm(
    typeof page === 'string' ? thing.page + page : page(places, thing),
    ACTIONS.get(name) ?? '',
    await cookieFor(seer),
    typeof fill === 'function' ? fill(places) : fill,
  );
}

const NOTHING: Thing = { key: '', page: '' };
const UPLOAD = 'app/(board)/import/actions.ts#uploadAction';

/** Something of somebody's; an upload of those who may not make one is a made-up one. */
async function make(kind: Kind, owner: PersonActor, hiddenFrom?: string[]): Promise<Thing> {
  if (kind !== 'upload' && kind !== 'upload with a question') {
    return makeThing(db, kind, owner, places.held, hiddenFrom);
  }
  const form = await formOf(UPLOAD, NOTHING);
  const fields = form.fields.map(
    ([name, value]) => [name, name === 'file' && kind !== 'upload' ? QUESTIONED : value] as const,
  );
  const { says } = await sent({ ...form, fields }, owner);
  const key = /^\/import\/([^/]+)\/columns$/.exec(says)?.[1] ?? crypto.randomUUID();
  return { key, page: `/import/${key}` };
}

/** Kinds of things that are hidden along with a local action. */
const HIDDEN: readonly Kind[] = [
  ...(['open', 'proposed', 'closed', 'asked', 'restricted'] as const),
  ...(['evidence', 'restricted evidence', 'decision'] as const),
];

/** The database but for what being there, and being refused, leave behind. */
async function state(): Promise<Record<string, string>> {
  const {
    Session: _seen,
    SecurityEvent: _noted,
    HourlyCount: _often,
    RateLimit: _counted,
    ...rest
  } = await digest(db);
  return rest;
}

/** Whether the table lets a role do it to a local action of somebody else's, or of its own. */
function may({ row, about: kind, silent }: Entrance, role: Role, own: boolean): boolean {
  if (row === 'signed in') return true;
  const cell = DESIGN[row][ROLES.indexOf(role)] ?? '';
  const allowed = allows(cell, { kind: 'local_action', own, added: own });
  // An upload is nobody else's, whatever the roles are.
  return allowed && (!kind?.startsWith('upload') || own || silent === true);
}

/** The page that a form leads to says what it did, first of all; a paragraph's says it there. */
async function expectNotice(led: string, entrance: Entrance, person: PersonActor): Promise<void> {
  // What is shown in place of the form leads nowhere, and a step of an import may lead back.
  if (!led.startsWith('/') || entrance.onward || led.endsWith('moved=yes')) return;
  const notice = await noticeAt(led, await cookieFor(person));
  expect(notice?.says, led).toMatch(/\w/);
  expect(notice?.first, led).toBe(!led.includes('paragraph='));
}

/** Whether a page bound something to its form that says what it is about. */
const names = (value: unknown): value is string | object =>
  typeof value === 'string' ? !value.startsWith('$') : typeof value === 'object' && value !== null;

/** The same with something else in the place of its words. */
const forge = (value: string | object, forged: unknown): unknown =>
  typeof value === 'string'
    ? forged
    : Object.fromEntries(Object.keys(value).map((key) => [key, forged]));

interface Call {
  by: string;
  may: boolean;
  form: Form;
  person: PersonActor | undefined;
}

/** Every call of an action that the table has an answer to. */
async function callsOf(name: string, entrance: Entrance): Promise<Call[]> {
  const { about: kind } = entrance;
  // Something is hidden from one organisation, whose officers are kept from drafts of papers.
  const people = kind ? cast.home : cast.away;
  const theirs = kind ? await make(kind, cast.somebody) : NOTHING;
  const form = await formOf(name, theirs);
  const calls: Call[] = [{ by: 'nobody', may: false, form, person: undefined }];
  for (const role of ROLES) {
    calls.push({ by: role, may: may(entrance, role, false), form, person: people[role] });
  }
  if (!kind) return calls;
  const instead = (other: Thing, { id }: PersonActor) => {
    const swapped = about(
      form,
      new Map([
        [theirs.key, other.key],
        [cast.somebody.id, id],
      ]),
    );
    expect(swapped).not.toEqual(form);
    return swapped;
  };
  for (const role of ROLES) {
    const person = people[role];
    const own = instead(await make(kind, person), person);
    calls.push({ by: `${role}, of their own`, may: may(entrance, role, true), form: own, person });
  }
  if (HIDDEN.includes(kind)) {
    const { member } = cast.home;
    const kept = instead(await make(kind, member, [cast.homeId]), member);
    for (const person of [...Object.values(cast.home), cast.away.viewer]) {
      calls.push({ by: `${person.name}, hidden from them`, may: false, form: kept, person });
    }
  }
  return calls;
}

describe('each action, called by everybody', () => {
  test.each(Object.entries(ENTRANCES))('%s', async (name, entrance) => {
    const calls = await callsOf(name, entrance);
    const before = await state();
    for (const { by, form, person } of calls.filter((call) => !call.may)) {
      const { is, says } = await sent(form, person);
      const refused = person ? is === 'not allowed' || is === 'not found' : is === 'sign in';
      expect(refused, `${by}: ${is}, ${says}`).toBe(true);
    }
    // What a page bound its form to comes back from a browser: a condition finds nothing either.
    const named = calls.find(({ form }) => form.bound.some(names));
    for (const forged of named && entrance.about ? [{ not: '' }, { OR: [{}] }, ['R1'], 7] : []) {
      const { form } = named as Call;
      const bound = form.bound.map((value) => (names(value) ? forge(value, forged) : value));
      await sent({ ...form, bound }, entrance.seenBy ? cast.somebody : cast.both);
    }
    expect(await state()).toEqual(before);
    const answers: string[] = [];
    let done = false;
    for (const { by, form, person } of calls.filter((call) => call.may)) {
      const answered = await sent(form, person);
      // Once one has done it, another may find it done: but is not told that they may not.
      expect(answered.is, `${by}: ${answered.says}`).toBe('let through');
      answers.push(answered.says);
      done ||= answered.done === true;
      if (answered.done && person) await expectNotice(answered.says, entrance, person);
    }
    // The form was good, so that it was no reason to refuse anybody.
    if (!entrance.stuck) expect(done, answers.join('\n')).toBe(true);
  });
});

describe('each action that anybody may call opens nothing', () => {
  test.each(Object.entries(OPEN_ENTRANCES))('%s', async (name, entrance) => {
    const { page, bound, fields, says: all, nobody = all } = entrance;
    const action = ACTIONS.get(name) ?? '';
    const form = { page, action, bound: [...bound], fields: Object.entries(fields) };
    const before = await state();
    for (const person of [undefined, ...Object.values(cast.home)]) {
      const { is, says } = await sent(form, person);
      expect(is).not.toBe('broken');
      expect(says).toMatch(person ? all : nobody);
    }
    expect(await state()).toEqual(before);
  });
});
