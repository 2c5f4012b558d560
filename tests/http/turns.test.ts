import { beforeAll, expect, test } from 'vitest';
import { ask, cookieOf, db, personOf } from '../support/http';

/** All files of a draft, which take the app the longest. */
let archive: string;
let officer: string;
let viewer: string;

beforeAll(async () => {
  const { slug } = await db.meeting.findFirstOrThrow({
    where: { cancelled: false, paperIssues: { none: {} }, date: { gt: new Date() } },
    orderBy: { date: 'asc' },
  });
  archive = `/meetings/${slug}/paper.zip`;
  [officer = '', viewer = ''] = await Promise.all(
    (['officer', 'viewer'] as const).map(async (role) => cookieOf(await personOf(role))),
  );
});

const download = (signal?: AbortSignal) => ask(archive, { cookie: officer, signal });

test('of many at once by one person some wait, the next are told, and others go on', async () => {
  let files = 0;
  const many = Array.from({ length: 10 }, async () => {
    const answer = await download();
    const body = await answer.arrayBuffer();
    if (answer.status === 200) files += 1;
    return { answer, words: answer.status === 200 ? '' : Buffer.from(body).toString() };
  });
  // Those that are not made are told at once.
  await Promise.race(many);
  const before = files;
  const page = await ask('/recommendations', { cookie: viewer });
  expect([page.status, before]).toEqual([200, 0]);
  await page.text();
  const answers = await Promise.all(many);
  const told = answers.filter(({ answer }) => answer.status !== 200);
  expect(answers.length - told.length).toBeGreaterThanOrEqual(4);
  expect(told.length).toBeGreaterThan(0);
  for (const { answer, words } of told) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '10']);
    expect(words).toContain('Your other download is still being made');
  }
});

test('whoever goes away gives their turns back', async () => {
  const gone = new AbortController();
  const six = Array.from({ length: 6 }, () =>
    download(gone.signal).then(
      ({ status }) => status,
      () => 'left',
    ),
  );
  // Two have no place: they are told at once.
  expect(await Promise.race(six)).toBe(429);
  gone.abort();
  expect(await Promise.all(six)).toContain('left');
  expect((await download()).status).toBe(200);
});
