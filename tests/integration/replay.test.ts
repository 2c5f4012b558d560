import { beforeAll, describe, expect, test } from 'vitest';
import { getHistory } from '@/lib/data/history';
import { getItem } from '@/lib/data/item-view';
import { toPlainDate } from '@/lib/data/plain-date';
import { standingLinks } from '@/lib/data/visibility';
import type { FieldChange } from '@/lib/domain/field-change';
import { contextOf, makeActors } from '../support/actors';
import { testDatabase } from '../support/database';
import { liveThrough } from '../support/history-of-writes';
import { randomFrom } from '../support/random';

const STATE = [
  'rag',
  'headline',
  'ownerId',
  'leadOrganisationId',
  'ourRole',
  'firstDueDate',
  'dueDate',
  'reviewDate',
  'lifecycle',
  'outcome',
  'closedOn',
] as const;
type State = Record<(typeof STATE)[number], string | null>;

function stateOf(row: Record<(typeof STATE)[number], string | Date | null>): State {
  return Object.fromEntries(
    STATE.map((field) => {
      const value = row[field];
      return [field, value instanceof Date ? toPlainDate(value) : value];
    }),
  ) as State;
}

const { db } = await testDatabase();
const actors = await makeActors(db);
const life = await liveThrough(db, actors, randomFrom(20261123), 800);
const items = await db.item.findMany({
  orderBy: { ordinal: 'asc' },
  include: {
    statusUpdates: { orderBy: { number: 'asc' } },
    wordings: { orderBy: { number: 'asc' } },
    statements: { orderBy: { number: 'asc' } },
    restrictions: { orderBy: { number: 'asc' } },
    evidence: { include: { events: { orderBy: { number: 'asc' } } } },
    auditEvents: { orderBy: { seq: 'asc' } },
  },
});
type Lived = (typeof items)[number];
const touched = items.filter((item) => life.references.includes(item.reference));
const oneToEnd = (rows: ReadonlyArray<{ number: number }>) => {
  expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
};

test('it was a full life', () => {
  // Everything happened, and not just once.
  expect(Object.keys(life.happened)).toHaveLength(30);
  expect(Math.min(...Object.values(life.happened))).toBeGreaterThan(1);
  expect(touched.length).toBeGreaterThan(10);
  expect(Math.max(...touched.map((item) => item.number))).toBeGreaterThan(8);
});

describe('the projection on the item', () => {
  test.each(items)('$reference is its latest rows', (item) => {
    oneToEnd(item.statusUpdates);
    oneToEnd(item.wordings);
    oneToEnd(item.restrictions);
    for (const kind of ['our_response', 'national_position']) {
      oneToEnd(item.statements.filter((row) => row.kind === kind));
    }
    for (const one of item.evidence) oneToEnd(one.events);

    const update = item.statusUpdates.at(-1);
    if (!update) throw new Error('no first row');
    expect(stateOf(item)).toEqual(stateOf(update));
    expect(item.number).toBe(update.number);
    const said = item.statusUpdates.filter((row) => ['rag', 'no_change'].includes(row.kind));
    expect(item.lastUpdateAt).toEqual(said.at(-1)?.recordedAt ?? null);

    const wording = item.wordings.at(-1);
    expect([item.wordingNumber, item.shortTitle, item.text, item.yourReference]).toEqual([
      wording?.number,
      wording?.shortTitle,
      wording?.text,
      wording?.yourReference,
    ]);
    const restriction = item.restrictions.at(-1);
    expect(item.restricted).toBe(restriction?.restricted ?? false);
    expect(item.hiddenFrom).toEqual(restriction?.hiddenFrom ?? []);
  });
});

const changesOf = (event: Lived['auditEvents'][number]) =>
  event.changes as unknown as FieldChange[];

describe('the audit trail, played from the start,', () => {
  test.each(touched)('leads $reference to where it is', (item) => {
    const [first] = item.statusUpdates;
    if (!first) throw new Error('no first row');
    const created = item.kind === 'local_action';
    const state: Record<string, unknown> = created
      ? {
          ...stateOf(first),
          ownerId: null,
          leadOrganisationId: null,
          dueDate: null,
          reviewDate: null,
        }
      : stateOf(first);
    let number = 1;
    for (const event of item.auditEvents) {
      if (!event.kind.startsWith('update.') && event.kind !== 'item.created') continue;
      if (event.kind !== 'item.created') expect(event.subjectNumber).toBe(++number);
      for (const { field, from, to } of changesOf(event)) {
        if (field === 'headline') continue;
        expect({ field, is: state[field] }).toEqual({ field, is: from });
        state[field] = to;
      }
      const row = item.statusUpdates[number - 1];
      if (!row) throw new Error(`no row ${number}`);
      // Words are kept in the row alone, so that a redaction has one place to mend.
      state.headline = row.headline;
      expect(state).toEqual(stateOf(row));
      expect(event.recordedAt).toEqual(row.recordedAt);
      expect([event.authorId, event.authorVersion]).toEqual([row.authorId, row.authorVersion]);
    }
    expect(number).toBe(item.number);
    expect(state).toEqual(stateOf(item));
  });

  test('leads to the links that stand', async () => {
    for (const item of touched.filter((one) => one.kind === 'local_action')) {
      const standing = new Set<string>();
      for (const event of item.auditEvents.filter((one) => one.kind === 'links.changed')) {
        const [change] = changesOf(event);
        for (const id of [change?.from ?? []].flat())
          expect(standing.delete(String(id))).toBe(true);
        for (const id of [change?.to ?? []].flat()) {
          expect(standing.has(String(id))).toBe(false);
          standing.add(String(id));
        }
      }
      const rows = await db.$queryRaw<Array<{ id: string }>>`
        SELECT coalesce(l."toItemId", l."toGroupingId")::text AS id FROM ${standingLinks(contextOf(db))} l
        WHERE l."fromId" = ${item.id}::uuid`;
      expect(rows.map((row) => row.id).sort()).toEqual([...standing].sort());
    }
  });

  test('has an event for every row, and a row for every event', () => {
    for (const item of touched) {
      const count = (kind: RegExp) => item.auditEvents.filter((one) => kind.test(one.kind)).length;
      const events = item.evidence.flatMap((one) => one.events);
      expect({
        updates: count(/^update\./),
        wordings: count(/^wording\./),
        statements: count(/^statement\./),
        restrictions: count(/^item\.(restricted|released)$/),
        evidence: count(/^evidence\.added$/),
        events: count(/^evidence\.(withdrawn|restricted|released)$/),
      }).toEqual({
        updates: item.statusUpdates.length - 1,
        wordings: item.wordings.length - 1,
        statements: item.statements.length,
        restrictions: item.restrictions.length,
        evidence: item.evidence.length,
        events: events.length,
      });
    }
  });
});

describe('time', () => {
  test.each(touched)('never goes back for $reference, though clocks disagreed', async (item) => {
    const inOrder = (rows: ReadonlyArray<{ recordedAt: Date }>) => {
      const times = rows.map((row) => row.recordedAt.toISOString());
      expect(times).toEqual([...times].sort());
    };
    inOrder(item.statusUpdates);
    inOrder(item.wordings);
    inOrder(item.restrictions);
    for (const kind of ['our_response', 'national_position']) {
      inOrder(item.statements.filter((row) => row.kind === kind));
    }
    for (const one of item.evidence) inOrder([one, ...one.events]);
    inOrder(await db.link.findMany({ where: { fromId: item.id }, orderBy: { seq: 'asc' } }));
    // All that happened to it, whatever it was, in one line.
    inOrder(item.auditEvents);
    const latest = item.auditEvents.at(-1)?.recordedAt ?? item.createdAt;
    expect(item.lastRecordedAt).toEqual(latest);
  });
});

describe('pages read after it', () => {
  const context = contextOf(db, actors.away.officer);
  let checked = 0;
  beforeAll(() => {
    checked = 0;
  });

  test('the history tells every event once, newest first', async () => {
    for (const item of touched) {
      const seqs: string[] = [];
      const { pages } = await getHistory(context, item.reference, 1);
      for (let page = 1; page <= pages; page += 1) {
        const { entries, total } = await getHistory(context, item.reference, page);
        expect(total).toBe(item.auditEvents.length);
        seqs.push(...entries.map((entry) => entry.seq));
        for (const entry of entries) {
          // In words, not in the names of columns or ids.
          expect(entry.title).not.toMatch(/[._]/);
          expect(JSON.stringify(entry.changes)).not.toMatch(/[0-9a-f]{8}-|_|Id"/);
          checked += 1;
        }
      }
      expect(seqs).toEqual(item.auditEvents.map((event) => String(event.seq)).reverse());
    }
    expect(checked).toBeGreaterThan(300);
  });

  test('the item’s page says what its rows say', async () => {
    for (const item of touched) {
      const view = await getItem(context, item.reference);
      const dates = item.statusUpdates.map((row) => toPlainDate(row.dueDate));
      const set = dates.findIndex((date) => date !== null);
      const moved = (index: number) => index > set && set >= 0 && dates[index] !== dates[index - 1];
      // What a superseding decision took back did not move it; nor did the taking back.
      const back = item.statusUpdates.filter(
        (row, index) => row.kind === 'correction' && moved(index),
      );
      const all = dates.filter((_, index) => moved(index)).length;
      expect({ ...stateOf(item), moves: view.moves }).toEqual({
        ...stateOf(item),
        moves: all - 2 * back.length,
      });
      expect(view.updates.map((update) => update.number)).toEqual(
        item.statusUpdates.map((row) => row.number).reverse(),
      );
      expect(view.number).toBe(item.number);
      expect(view.evidenceList.map((one) => one.id).sort()).toEqual(
        item.evidence.map((one) => one.id).sort(),
      );
    }
  });
});
