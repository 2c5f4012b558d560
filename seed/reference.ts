import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/data/database';
import { referenceOrdinal } from '@/lib/domain/item';
import reference from './content/reference.json';
export async function seedReference(db: Database, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    if (await tx.source.count()) return;
    const R = await tx.source.create({ data: reference.sources[0]! });
    const C = await tx.source.create({ data: reference.sources[1]! });
    const at = { recordedAt: now };
    const org = new Map<string, string>();
    for (const o of reference.organisations) {
      const x = await tx.organisation.create({ data: { createdAt: now, code: o.code, national: true, version: 1, name: o.name, shortName: o.code, nowCalled: o.now } });
      await tx.organisationVersion.create({ data: { organisationId: x.id, version: 1, name: o.name, shortName: o.code, nowCalled: o.now, ...at } });
      org.set(o.code, x.id);
    }
    const g = new Map<string, string>();
    const group = async (kind: 'theme' | 'key_area' | 'strategy_priority' | 'part', code: string, name: string, ordinal: number) => {
      const x = await tx.grouping.create({ data: { kind, code, name, ordinal, version: 1 } });
      await tx.groupingVersion.create({ data: { groupingId: x.id, version: 1, name, ...at } });
      g.set(`${kind} ${code}`, x.id);
    };
    for (const [i, t] of reference.themes.entries()) await group('theme', t.code, t.name, i);
    for (const [i, t] of reference.keyAreas.entries()) await group('key_area', t.letter, t.text, i);
    for (const [i, t] of reference.strategyPriorities.entries()) await group('strategy_priority', t.reference, t.text, i);
    const parts = [...new Set(reference.recommendations.map((r) => r.part))];
    for (const [i, p] of parts.entries()) await group('part', `part-${i + 1}`, p, i);
    const ids = new Map<string, string>();
    for (const r of reference.recommendations) {
      const id = randomUUID(); ids.set(r.reference, id);
      const base = { shortTitle: r.shortTitle, text: r.text };
      await tx.item.create({ data: { id, kind: 'recommendation', reference: r.reference, ordinal: referenceOrdinal(r.reference), sourceId: R.id, createdAt: now, lastRecordedAt: now, number: 1, wordingNumber: 1, ourRole: r.ourRole as 'watch', ...base } });
      await tx.itemWording.create({ data: { itemId: id, number: 1, ...at, ...base } });
      await tx.statusUpdate.create({ data: { itemId: id, number: 1, kind: 'baseline', rag: 'not_rated', lifecycle: 'open', ourRole: r.ourRole as 'watch', ...at } });
      for (const d of r.deadlines) await tx.nationalDeadline.create({ data: { itemId: id, text: d.text, basis: d.basis, date: d.isoDate ? new Date(d.isoDate) : null } });
      for (const b of r.bodies) await tx.link.create({ data: { fromId: id, organisationId: org.get(b.code)!, capacity: b.role, ...at } });
      for (const t of r.themes) await tx.link.create({ data: { fromId: id, toGroupingId: g.get(`theme ${t}`)!, ...at } });
      for (const k of r.keyAreas) await tx.link.create({ data: { fromId: id, toGroupingId: g.get(`key_area ${k}`)!, closestFit: (reference.keyAreas.find((a) => a.letter === k)!.closestFit as number[]).includes(r.number), ...at } });
      await tx.link.create({ data: { fromId: id, toGroupingId: g.get(`part part-${parts.indexOf(r.part) + 1}`)!, ...at } });
    }
    for (const c of reference.commitments) {
      const id = randomUUID(); ids.set(c.reference, id);
      const base = { shortTitle: c.text.slice(0, 80), text: c.text };
      await tx.item.create({ data: { id, kind: 'commitment', reference: c.reference, ordinal: referenceOrdinal(c.reference), sourceId: C.id, commitmentKind: c.kind as 'commitment', rated: c.rated, parentId: c.group ? ids.get(c.group)! : null, createdAt: now, lastRecordedAt: now, number: 1, wordingNumber: 1, ...base } });
      await tx.itemWording.create({ data: { itemId: id, number: 1, ...at, ...base, amount: c.amount?.display, amountPeriod: c.amount?.period, editorNote: c.note } });
      await tx.statusUpdate.create({ data: { itemId: id, number: 1, kind: 'baseline', rag: 'not_rated', lifecycle: 'open', ...at } });
      if (c.deadline) await tx.nationalDeadline.create({ data: { itemId: id, text: c.deadline.text, basis: c.deadline.means, date: c.deadline.isoDate ? new Date(c.deadline.isoDate) : null } });
      for (const a of c.answers) await tx.link.create({ data: { fromId: id, toItemId: ids.get(`R${a.recommendation}`)!, strength: a.strength as 'direct', ...at } });
    }
    await tx.boardSettings.create({ data: { version: 1, boardName: 'Exampleshire Drug and Alcohol Delivery Board', areas: ['Exampleshire'], illustrative: true, dueSoonDays: 30, reviewMonths: 12, ...at } });
  }, { timeout: 60000 });
}
