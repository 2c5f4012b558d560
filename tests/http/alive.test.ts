import { expect, test } from 'vitest';
import { ROLES } from '@/lib/domain/permissions';
import { ask, cookieOf, personOf } from '../support/http';

test.each(ROLES)('a session of the %s opens the board', async (role) => {
  const cookie = await cookieOf(await personOf(role));
  expect((await ask('/', { cookie })).status).toBe(200);
  expect((await ask('/')).status).toBe(303);
});
