import { randomUUID } from 'node:crypto';
import { ConflictError, NotAllowedError, RuleError } from '@/lib/domain/errors';
import type { FieldChange } from '@/lib/domain/field-change';
import { ROLES } from '@/lib/domain/permissions';
import type {
  AccessRules,
  BoardName,
  DateRules,
  RagKeyForm,
  SecondStepRule,
  StorageRules,
} from '@/lib/domain/settings';
import type { BoardSettings } from '@/prisma/client/client';
import { lockAccess } from './administrators';
import { getBoard } from './board';
import { change } from './change';
import { author, type Context, demand } from './context';
import type { Transaction } from './database';
import { lock } from './lock';
import { endSessionsAgainstRules } from './sessions';
import { settingsChanges } from './settings-view';

type Row = Omit<BoardSettings, 'version' | 'recordedAt' | 'authorId' | 'authorVersion'>;

/** Appends a row of settings in which some differ. Repeating a submission is harmless. */
function save(
  context: Context,
  action: string,
  form: { submissionId: string; basedOn: number; reason?: string | null },
  patch: Partial<Row>,
  /** What else has to be so, @throws RuleError. */
  check: (tx: Transaction) => Promise<void> = async () => {},
): Promise<void> {
  return change(
    context,
    { action, form },
    async (by) => {
      await lock(by.tx, 'board settings');
      demand(await lockAccess(by.tx, context), 'manageSettings');
      const { version, name, ragKey, ...rest } = await getBoard({ db: by.tx });
      if (form.basedOn !== version) {
        throw new ConflictError(version, await settingsChanges({ db: by.tx }, form.basedOn));
      }
      const { secondStepRoles } = rest;
      const now: Row = { ...rest, secondStepRoles: [...secondStepRoles], boardName: name, ragKey };
      const next: Row = { ...now, ...patch };
      const changes = (Object.keys(patch) as Array<keyof Row>).flatMap((field): FieldChange[] => {
        const [from, to] = [now[field], next[field]];
        if (JSON.stringify(from) === JSON.stringify(to)) return [];
        // The words of the key stay in their row.
        return [
          field === 'ragKey' ? { field, from: null, to: null } : { field, ...values(from, to) },
        ];
      });
      if (changes.length === 0) throw new RuleError({ '': 'Nothing has changed yet' });
      await check(by.tx);
      await by.tx.boardSettings.create({
        data: {
          ...next,
          ragKey: next.ragKey ?? {},
          version: version + 1,
          recordedAt: by.now,
          ...author(context),
        },
      });
      const { reason = null } = form;
      await by.record({ kind: 'settings.changed', subjectNumber: version + 1, changes, reason });
      await endSessionsAgainstRules(by, next);
    },
    () => undefined,
  );
}

function values(from: unknown, to: unknown): Pick<FieldChange, 'from' | 'to'> {
  return { from: from as FieldChange['from'], to: to as FieldChange['to'] };
}

/** What the board is called, and its areas. @throws NotAllowedError, ConflictError, RuleError */
export function nameBoard(context: Context, form: BoardName): Promise<void> {
  return save(context, 'nameBoard', form, { boardName: form.name, areas: form.areas });
}

/** The numbers that dates are worked out with. @throws NotAllowedError, ConflictError, RuleError */
export function setDateRules(context: Context, form: DateRules): Promise<void> {
  const { updatesDueDays, papersIssuedDays, dueSoonDays, reviewMonths } = form;
  return save(context, 'setDateRules', form, {
    updatesDueDays,
    papersIssuedDays,
    dueSoonDays,
    reviewMonths,
  });
}

/** How much files may take. @throws NotAllowedError, ConflictError, RuleError */
export function setStorageRules(context: Context, form: StorageRules): Promise<void> {
  return save(context, 'setStorageRules', form, { storageMb: form.storageMb });
}

/** Whether whoever asks has signed in by single sign-on. */
async function hasIdentity({ actor }: Context, tx: Transaction): Promise<boolean> {
  if (actor.kind === 'system') return true;
  return (await tx.identity.count({ where: { personId: actor.id } })) > 0;
}

/** How people get in, and for how long. @throws NotAllowedError, ConflictError, RuleError */
export function setAccessRules(context: Context, form: AccessRules): Promise<void> {
  const { sessionIdleMinutes, sessionHours, passwordsAllowed, securityMonths } = form;
  const secondStepRoles = ROLES.filter((role) => form.secondStepRoles.includes(role));
  const rules = { sessionIdleMinutes, sessionHours, secondStepRoles, passwordsAllowed };
  return save(context, 'setAccessRules', form, { ...rules, securityMonths }, async (tx) => {
    if (passwordsAllowed || (await hasIdentity(context, tx))) return;
    throw new RuleError({
      passwordsAllowed: 'Sign in by single sign-on yourself first, so that you are not locked out',
    });
  });
}

/**
 * Whether administrators and officers need a second step where the database is the operator's own.
 * Why not goes into the record.
 * @throws NotAllowedError, ConflictError, RuleError
 */
export function setSecondStepRule(context: Context, form: SecondStepRule): Promise<void> {
  return save(context, 'setSecondStepRule', form, { secondStepOutside: form.needed });
}

/**
 * Lets people in by password again: an operator's command, for the day that single sign-on is gone.
 * @throws NotAllowedError for anybody but the system
 */
export async function allowPasswords(context: Context): Promise<void> {
  if (context.actor.kind !== 'system') throw new NotAllowedError();
  const board = await getBoard(context);
  if (board.passwordsAllowed) return;
  const form = { submissionId: randomUUID(), basedOn: board.version };
  await save(context, 'allowPasswords', form, { passwordsAllowed: true });
}

/** The board's own words of the RAG key, or that the default is its own too. @throws NotAllowedError, ConflictError, RuleError */
export function setRagKey(context: Context, form: RagKeyForm): Promise<void> {
  const { recommendation, commitment, local_action } = form;
  const unrated = (kind: typeof recommendation) => ({ ...kind, not_rated: 'Nobody has said yet' });
  return save(context, 'setRagKey', form, {
    ragKeyConfirmed: true,
    ragKey: {
      recommendation: unrated(recommendation),
      commitment: unrated(commitment),
      local_action: unrated(local_action),
    },
  });
}
