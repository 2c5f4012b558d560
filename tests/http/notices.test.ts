import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { NOTICE_KEYS } from '@/lib/domain/notice-keys';
import type { PersonActor } from '@/lib/domain/permissions';
import { builtActions } from '../support/built';
import { cookieOf, db } from '../support/http';
import { noticeAt } from '../support/notice-at';
import { type Form, openForm, outcomeOf, send } from '../support/sent-form';
import { type Cast, makeCast } from '../support/subjects';

const ACTIONS = new Map(builtActions().map(({ id, name }) => [name, id]));
const OWNER = 'app/(board)/[register]/[reference]/owner/actions.ts#assignOwnerAction';
const MAPPING =
  'app/(board)/recommendations/[reference]/mapping/actions.ts#mapRecommendationAction';
const PERSON = 'app/(board)/people/new/actions.ts#addPersonAction';

/** Keys that addresses held before they named the write. */
const OLD_KEYS = [
  ...['owner', 'rag', 'no-change', 'link', 'file', 'response', 'position', 'role', 'created'],
  ...['edited', 'dates', 'links', 'withdrawn', 'restricted', 'released', 'mapping', 'wording'],
  ...['imported', 'person', 'organisation', 'settings', 'redacted', 'meeting-added', 'arranged'],
  ...['proposed', 'asked', 'answered', 'decided', 'decisions', 'superseded', 'acknowledged'],
  ...['paper-edited', 'paper-issued', 'person-changed', 'roles', 'deactivated', 'erased'],
];

let cast: Cast;
let officer: PersonActor;
let cookie = '';
beforeAll(async () => {
  cast = await makeCast(db, '-of-notices');
  officer = cast.away.officer;
  cookie = await cookieOf(officer.id);
});

const form = (page: string, name: string, fill = {}): Promise<Form> =>
  openForm(page, ACTIONS.get(name) ?? '', cookie, fill);
async function led(sent: Form): Promise<string> {
  const { says, done } = await outcomeOf(await send(sent, cookie));
  expect(done, says).toBe(true);
  return says;
}

describe('an address says what the write did that led to it', () => {
  let address = '';
  beforeAll(async () => {
    const owner = cast.away.commissioner;
    address = await led(await form('/recommendations/r21/owner', OWNER, { ownerId: owner.id }));
  });

  test('first of all on the page, with the next step', async () => {
    expect(address).toMatch(/^\/recommendations\/r21\?done=[0-9a-f-]{36}$/);
    const notice = await noticeAt(address, cookie);
    expect(notice).toMatchObject({ first: true });
    expect(notice?.says).toMatch(/^Owner of R21 is now .*Post a status update on R21$/);
  });

  test('to nobody else', async () => {
    for (const other of [cast.home.officer, cast.away.member, cast.away.viewer, cast.both]) {
      expect(await noticeAt(address, await cookieOf(other.id))).toBeNull();
    }
    expect(await noticeAt(address)).toBeNull();
  });

  test('nor on the page of an earlier day', async () => {
    expect(await noticeAt(`${address}&as-at=2026-11-30`, cookie)).toBeNull();
  });

  test('and no more when something else was recorded about it', async () => {
    const owner = cast.away.member;
    const next = await led(await form('/recommendations/r21/owner', OWNER, { ownerId: owner.id }));
    expect(await noticeAt(address, cookie)).toBeNull();
    expect((await noticeAt(next, cookie))?.says).toMatch(/^Owner of R21 is now /);
  });
});

test('where nothing was changed, that is said, to whoever sent it', async () => {
  const address = await led(await form('/recommendations/r23/mapping', MAPPING));
  expect(await noticeAt(address, cookie)).toEqual({ says: 'Nothing was changed', first: true });
  expect(await noticeAt(address, await cookieOf(cast.home.officer.id))).toBeNull();
});

test('somebody added on the way is told of on the form they were missing from', async () => {
  const to = encodeURIComponent('/recommendations/r24/owner');
  const name = `Sam ${randomUUID()}`;
  const address = await led(await form(`/people/new?to=${to}`, PERSON, { name }));
  expect(address).toMatch(/^\/recommendations\/r24\/owner\?person=[0-9a-f-]{36}&done=/);
  const notice = await noticeAt(address, cookie);
  expect(notice).toMatchObject({ first: true });
  // With no step beside the form that waits.
  expect(notice?.says).toMatch(new RegExp(`^${name} .* added$`));
});

describe('an address that was typed says nothing', () => {
  const typed = [...OLD_KEYS, ...NOTICE_KEYS, randomUUID(), 'A'.repeat(90)];

  test.each(typed)('%s', async (key) => {
    expect(await noticeAt(`/settings?done=${key}`, cookie)).toBeNull();
  });

  test.each(['/recommendations/r1', '/meetings/members', '/people', '/import', '/account'])(
    '%s',
    async (page) => {
      for (const key of ['owner', 'nothing']) {
        expect(await noticeAt(`${page}?done=${key}`, cookie), key).toBeNull();
      }
    },
  );

  test.each(['/sign-in', '/sign-in/forgotten'])('%s', async (page) => {
    for (const key of NOTICE_KEYS) expect(await noticeAt(`${page}?done=${key}`), key).toBeNull();
  });
});
