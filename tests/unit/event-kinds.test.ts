import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DECISION_RESULTS } from '@/lib/domain/decision';
import { EVENT_GROUP_NAMES, EVENT_TITLES, kindsOf } from '@/lib/domain/event-kinds';
import {
  MeetingActionEventKind,
  PaperIssueKind,
  ProposalKind,
  QuestionEventKind,
  StatementKind,
  UpdateKind,
} from '@/prisma/client/enums';

function textsBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

const data = textsBelow('lib/data', '.ts');
/** The words that stand for a kind in the calls of some functions. */
const argued = (functions: string): string[] =>
  data.flatMap((text) =>
    [...text.matchAll(new RegExp(`\\b(?:${functions})\\([^;]*?'([a-z_]+)',`, 'g'))].map(
      ([, kind = '']) => kind,
    ),
  );

/** What a part of a kind that is worked out can be. */
const WORKED_OUT: Record<string, readonly string[]> = {
  'update.': Object.values(UpdateKind),
  'proposal.': Object.values(ProposalKind),
  'decision.': DECISION_RESULTS,
  'statement.': Object.values(StatementKind),
  'question.': Object.values(QuestionEventKind),
  'meeting_action.': Object.values(MeetingActionEventKind),
  'meeting.': ['edited', 'cancelled', 'restored'],
  'minutes.': ['saved', 'agreed'],
  'grouping.': ['renamed', 'retired', 'restored'],
  'redaction.': ['declined', 'withdrawn'],
  'paper.': argued('onDraft|onParagraph'),
};

/** Every kind that the code, or a function of the database, can write. */
function written(): Set<string> {
  const kinds = new Set<string>();
  const calls = [...data, ...textsBelow('app', '.ts'), ...textsBelow('lib/server', '.ts')].flatMap(
    (text) => [
      ...text.matchAll(
        /(?:\brecord|noteDownload|auditEvent\.create)\((?:\w+, )?\{\s*(?:data: \{[^}]*?)?kind: (.*)/g,
      ),
    ],
  );
  for (const [, expression = ''] of calls) {
    for (const [, literal = ''] of expression.matchAll(/['`]([^'`]*\.[^'`]*)['`]/g)) {
      const [before = '', after] = literal.split(/\$\{[^}]*\}/);
      if (after === undefined) kinds.add(literal);
      else if (before === '')
        for (const one of Object.values(PaperIssueKind)) kinds.add(one + after);
      else {
        const parts = WORKED_OUT[before];
        expect(parts, `what can follow ${before}`).toBeDefined();
        for (const part of parts ?? []) kinds.add(before + part);
      }
    }
  }
  for (const sql of textsBelow('prisma/migrations', '.sql')) {
    const [inserts] = [sql.match(/INSERT INTO "AuditEvent"[^;]*;/g) ?? []];
    for (const insert of inserts) {
      for (const [kind] of insert.matchAll(/(?<=')[a-z_]+\.[a-z_]+(?=')/g)) kinds.add(kind);
      if (insert.includes("i.kind::text || '.withdrawn'")) {
        for (const one of Object.values(PaperIssueKind)) kinds.add(`${one}.withdrawn`);
      }
    }
  }
  return kinds;
}

test('every kind of event that can be written has words, and no other has', () => {
  const kinds = [...written()].sort();
  expect(kinds.length).toBeGreaterThan(70);
  expect(Object.keys(EVENT_TITLES).sort()).toEqual(kinds);
});

test('every kind is in one group', () => {
  const all = EVENT_GROUP_NAMES.flatMap(kindsOf);
  expect(new Set(all).size).toBe(all.length);
});
