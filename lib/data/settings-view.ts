import type { ConflictingChange } from '@/lib/domain/errors';
import { ITEM_KINDS, KIND_NAMES } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { RAG_NAMES, RAG_STATUSES } from '@/lib/domain/rag';
import { redactPath } from '@/lib/domain/redaction';
import { secondStepRuleWords, secondStepWords } from '@/lib/domain/settings';
import type { SettingsView } from '@/lib/domain/settings-view';
import type { VersionChange } from '@/lib/domain/version-change';
import type { BoardView } from '@/lib/domain/view';
import { toAuthor } from './authors';
import { getBoard, toBoard } from './board';
import { type Context, demand } from './context';
import type { Transaction } from './database';

/** Every setting in words, in the order of their page. */
function inWords(board: BoardView): Array<[string, string]> {
  return [
    ['Name', board.name],
    ['Areas', board.areas.join(', ') || 'None'],
    ['Updates due', `${board.updatesDueDays} working days before a meeting`],
    ['Papers issued', `${board.papersIssuedDays} clear working days before a meeting`],
    ['Due soon', `${board.dueSoonDays} days before the due date`],
    ['Evidence reviewed', `after ${board.reviewMonths} months`],
    ['Time out', `after ${board.sessionIdleMinutes} minutes without use`],
    ['Signed in', `for ${board.sessionHours} hours at the most`],
    ['Second step', secondStepWords(board)],
    ['Second step of administrators and officers', secondStepRuleWords(board)],
    ['Passwords', board.passwordsAllowed ? 'Allowed' : 'Switched off: single sign-on only'],
    ['Security events', `kept for ${board.securityMonths} months`],
    ['Storage', `${board.storageMb.toLocaleString('en-GB')} MB of files`],
    ['RAG key', board.ragKeyConfirmed ? 'Confirmed by the board' : 'Not confirmed yet'],
    ...ITEM_KINDS.flatMap((kind) =>
      RAG_STATUSES.map((status): [string, string] => [
        `${RAG_NAMES[status]}, ${KIND_NAMES[kind].one.toLowerCase()}`,
        board.ragKey[kind][status],
      ]),
    ),
  ];
}

function differences(before: BoardView | undefined, after: BoardView): VersionChange['changes'] {
  const earlier = new Map(before && inWords(before));
  return inWords(after).flatMap(([label, to]) => {
    const from = earlier.get(label) ?? null;
    return before && from !== to ? [{ label, from, to }] : [];
  });
}

type Settings = Pick<Transaction, 'boardSettings' | 'auditEvent'>;

/** @param mayRedact whether the redaction of a reason is offered */
async function versions(db: Settings, mayRedact = false): Promise<VersionChange[]> {
  const rows = await db.boardSettings.findMany({
    orderBy: { version: 'asc' },
    include: { author: true },
  });
  const told = await db.auditEvent.findMany({
    where: { kind: 'settings.changed', reason: { not: null } },
  });
  const reasons = new Map(told.map(({ subjectNumber, ...event }) => [subjectNumber, event]));
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const reasoned = reasons.get(row.version);
    return {
      version: row.version,
      at: row.recordedAt.toISOString(),
      author: toAuthor(row.author),
      title: before ? 'Settings changed' : 'First settings',
      reason: reasoned?.reason ?? null,
      redact:
        reasoned && mayRedact
          ? redactPath({ table: 'AuditEvent', key: { seq: Number(reasoned.seq) } })
          : null,
      changes: differences(before && toBoard(before), toBoard(row)),
    };
  });
}

/** What was saved after a form was opened, for the conflict page. @param basedOn its version */
export async function settingsChanges(
  { db }: { db: Settings },
  basedOn: number,
): Promise<ConflictingChange[]> {
  return (await versions(db))
    .filter(({ version }) => version > basedOn)
    .map(({ at, author, changes }) => ({
      who: author?.name ?? 'The system',
      at,
      what: 'Changed the settings',
      details: changes.map(({ label, to }) => ({ label, value: to ?? '' })),
    }));
}

/** The board's settings and every change to them, newest first. @throws NotAllowedError */
export async function getSettings(context: Context): Promise<SettingsView> {
  demand(context, 'read');
  const [board, history] = await Promise.all([
    getBoard(context),
    versions(context.db, can(context.actor, 'redact')),
  ]);
  return {
    board,
    history: history.reverse(),
    mayChange: can(context.actor, 'manageSettings'),
  };
}
