import { expect, test } from 'vitest';
import { getSecurityEvents } from '@/lib/data/security-events-view';
import { countDownload, noteRefusedAction } from '@/lib/data/unusual';
import { NotAllowedError } from '@/lib/domain/errors';
import { securityQuerySchema } from '@/lib/domain/security-query';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const { home } = await makeActors(db);
const CALLER = { address: '10.1.2.3', agent: 'A browser' };
const asker = (who: typeof home.member, now: string) => ({ db, now: new Date(now), actor: who });

const listed = async (kind: string) => {
  const query = securityQuerySchema.parse({ kind });
  const { rows } = await getSecurityEvents(contextOf(db, home.administrator), query);
  return rows.map(({ person, address, detail }) => [person?.id, address, detail]);
};

test('refusals are told once an hour, then by tens, and by hundreds', async () => {
  const refused = new NotAllowedError(undefined, 'manageSettings');
  for (const now of ['2026-12-01T10:00:00Z', '2026-12-01T10:59:59Z', '2026-12-01T11:00:00Z']) {
    await noteRefusedAction(asker(home.member, now), CALLER, refused);
  }
  await noteRefusedAction(asker(home.officer, '2026-12-01T11:00:01Z'), CALLER, refused);
  const said = 'Change the board’s settings';
  expect(await listed('action.refused')).toEqual([
    [home.officer.id, CALLER.address, said],
    [home.member.id, CALLER.address, said],
    [home.member.id, CALLER.address, said],
  ]);
  await Promise.all(
    Array.from({ length: 24 }, () =>
      noteRefusedAction(asker(home.member, '2026-12-01T11:30:00Z'), CALLER, refused),
    ),
  );
  expect((await listed('action.refused')).map(([, , detail]) => detail)).toEqual([
    `${said} (10 refusals since 11:00)`,
    said,
    said,
    said,
  ]);
});

test('61 files within an hour are told once, however many come at once', async () => {
  const now = '2026-12-01T14:20:00Z';
  for (let batch = 0; batch < 5; batch += 1) {
    await Promise.all(
      Array.from({ length: 20 }, () => countDownload(asker(home.member, now), CALLER)),
    );
    expect(await listed('downloads.many')).toEqual(
      batch < 3 ? [] : [[home.member.id, CALLER.address, '61 files since 14:00']],
    );
  }
  await Promise.all(
    Array.from({ length: 60 }, () =>
      countDownload(asker(home.member, '2026-12-01T15:20:00Z'), CALLER),
    ),
  );
  expect(await listed('downloads.many')).toHaveLength(1);
});
