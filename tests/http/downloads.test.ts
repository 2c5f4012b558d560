import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ask, cookieOf, db, personOf } from '../support/http';

interface File {
  address: string;
  kind: string;
  /** Who may not have it, though signed in; null where everybody may. */
  not: 'viewer' | null;
}

/** Route handlers that hand over no file. */
const NO_FILES = [
  'app/api/auth/callback/[provider]',
  'app/api/auth/sign-in/[provider]',
  'app/api/health/live',
  'app/api/health/ready',
  'app/api/session',
];

/** By the folder of its route handler: a file that the demo board has. */
async function filesOfDemo(): Promise<Record<string, File>> {
  const issued = await db.issuedFile.findFirstOrThrow({
    where: { name: 'paper.pdf', audience: 'members', issue: { kind: 'paper', withdrawal: null } },
    include: { issue: { include: { meeting: true } } },
  });
  const { meeting, version } = issued.issue;
  const issue = `/papers/${meeting.slug}/${version}`;
  const minutes = await db.minutesVersion.findFirstOrThrow({ include: { meeting: true } });
  const drafted = await db.meeting.findFirstOrThrow({
    where: { cancelled: false, paperIssues: { none: {} }, date: { gt: new Date() } },
    orderBy: { date: 'asc' },
  });
  const evidence = await db.evidence.findFirstOrThrow({
    where: { kind: 'file', events: { none: {} }, item: { restricted: false } },
  });
  const everybody = (address: string, kind: string): File => ({ address, kind, not: null });
  return {
    'app/(board)/[register]/export/[format]': everybody(
      '/local-actions.csv?rag=red&q=a',
      'export.register',
    ),
    'app/(board)/activity/csv': everybody('/activity/csv?kind=status', 'export.activity'),
    'app/(board)/activity/security/csv': {
      address: '/activity/security/csv',
      kind: 'export.security',
      not: 'viewer',
    },
    'app/(board)/evidence/[id]/file': everybody(
      `/evidence/${evidence.id}/file`,
      'download.evidence',
    ),
    'app/(board)/meetings/[slug]/minutes.docx': everybody(
      `/meetings/${minutes.meeting.slug}/minutes.docx`,
      'download.minutes',
    ),
    'app/(board)/meetings/[slug]/paper/files/[file]': {
      address: `/meetings/${drafted.slug}/paper.html`,
      kind: 'download.paper_draft',
      not: 'viewer',
    },
    'app/(board)/people/[id]/held.zip': {
      address: `/people/${await personOf('member')}/held.zip`,
      kind: 'person.file_made',
      not: 'viewer',
    },
    'app/(board)/papers/[meeting]/[version]/[file]': {
      address: `${issue}/paper.pdf`,
      kind: 'download.paper',
      // Something in the demo board is restricted: a viewer has the public version.
      not: 'viewer',
    },
    'app/(board)/papers/[meeting]/[version]/public/[file]': everybody(
      `${issue}/public/paper.pdf`,
      'download.paper',
    ),
  };
}

const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => path.basename(name) === 'route.ts')
  .map((name) => path.posix.join('app', path.dirname(name)))
  .filter((name) => !NO_FILES.includes(name))
  .sort();
let files: Record<string, File>;
let administrator: string;
let officer: string;
let viewer: string;

beforeAll(async () => {
  files = await filesOfDemo();
  [administrator = '', officer = '', viewer = ''] = await Promise.all(
    (['administrator', 'officer', 'viewer'] as const).map(async (role) =>
      cookieOf(await personOf(role)),
    ),
  );
});

/** What a request leaves in the audit. */
async function leaves(request: () => Promise<Response>) {
  const last = await db.auditEvent.aggregate({ _max: { seq: true } });
  const answer = await request();
  const body = await answer.arrayBuffer();
  const events = await db.auditEvent.findMany({ where: { seq: { gt: last._max.seq ?? 0n } } });
  return { status: answer.status, size: body.byteLength, events };
}

test('every route that hands over a file is tried here', () => {
  expect(routes.length).toBeGreaterThan(0);
  expect(Object.keys(files).sort()).toEqual(routes);
});

test.each(routes)('%s leaves one event, by whoever has the file', async (route) => {
  const file = files[route];
  if (!file) throw new Error(`There is no file for ${route}.`);
  const [cookie, role] = /^(export|person)/.test(file.kind)
    ? ([administrator, 'administrator'] as const)
    : ([officer, 'officer'] as const);
  const { status, size, events } = await leaves(() => ask(file.address, { cookie }));
  expect([status, size > 0]).toEqual([200, true]);
  expect(events.map(({ kind, authorId }) => [kind, authorId])).toEqual([
    [file.kind, await personOf(role)],
  ]);
  const headers = await leaves(() => ask(file.address, { cookie, method: 'HEAD' }));
  expect(headers).toMatchObject({ status: 200, size: 0, events: [] });
});

test.each(routes)('%s leaves none where nothing is handed over', async (route) => {
  const file = files[route];
  if (!file) throw new Error(`There is no file for ${route}.`);
  const nobody = await leaves(() => ask(file.address));
  expect(nobody).toMatchObject({ status: 303, events: [] });
  const asked = await leaves(() => ask(file.address, { cookie: viewer }));
  if (file.not) expect(asked).toMatchObject({ status: 404, events: [] });
  else expect([asked.status, asked.events.length]).toEqual([200, 1]);
});

test('an export says of which register, and what it was narrowed by, but for no words', async () => {
  const { events } = await leaves(() =>
    ask('/local-actions.csv?rag=red&q=secretwords', { cookie: officer }),
  );
  expect(events[0]?.changes).toEqual([
    { field: 'register', from: null, to: 'local_action' },
    { field: 'format', from: null, to: 'csv' },
    { field: 'filters', from: null, to: ['q', 'rag'] },
  ]);
});

test('the file of activity has the lines of its page', async () => {
  const answer = await ask('/activity/csv?kind=settings.changed', { cookie: viewer });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="activity /);
  const text = await answer.text();
  expect(text).toMatch(/^\uFEFF?"Date","Time in London","Who","Position","What","Subject",/);
});
