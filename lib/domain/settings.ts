import { z } from 'zod';
import { basedOn, optionalText, requiredLine } from './fields';
import { ITEM_KINDS } from './item';
import { mendLine, mendText } from './mend-text';
import { ROLE_NAMES, ROLES, type Role } from './permissions';
import { RAG_NAMES, RAG_STATUSES } from './rag';
import { SECOND_STEP_DAYS } from './second-step-rule';
import { readStored } from './stored';
import type { BoardView } from './view';

const AREAS = 30;

/** One a line; empty lines and repetitions are left out. */
const lines = z
  .string()
  .optional()
  .transform((text) => [...new Set(mendText(text).split('\n').map(mendLine))].filter(Boolean))
  .pipe(
    z
      .array(z.string().max(80, 'Use 80 characters or fewer for each area'))
      .max(AREAS, `Name ${AREAS} areas or fewer`),
  );

/** What the board is called and where it is. */
export const boardNameSchema = basedOn.extend({
  name: requiredLine('Enter the board’s name', 120),
  areas: lines,
});
export type BoardName = z.infer<typeof boardNameSchema>;

function wholeNumber(missing: string, least: number, most: number) {
  const range = `${missing}, a whole number from ${least} to ${most}`;
  return requiredLine(range, 10)
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, range)
    .transform(Number);
}

/** The numbers that dates are worked out with. */
export const dateRulesSchema = basedOn
  .extend({
    updatesDueDays: wholeNumber('Enter when updates are due', 1, 60),
    papersIssuedDays: wholeNumber('Enter when papers are issued', 0, 59),
    dueSoonDays: wholeNumber('Enter when an action is due soon', 1, 365),
    reviewMonths: wholeNumber('Enter when evidence is reviewed', 1, 60),
  })
  .superRefine(({ updatesDueDays, papersIssuedDays }, context) => {
    // Papers go out one working day more before the meeting than there are clear days between.
    if (updatesDueDays <= papersIssuedDays) {
      context.addIssue({
        code: 'custom',
        path: ['updatesDueDays'],
        message: `Updates are due no later than papers go out: enter ${papersIssuedDays + 1} or more`,
      });
    }
  });
export type DateRules = z.infer<typeof dateRulesSchema>;

/** How people get in, how long they stay, and how long that is remembered. */
export const accessRulesSchema = basedOn
  .extend({
    sessionIdleMinutes: wholeNumber('Enter after how many minutes people are signed out', 5, 240),
    sessionHours: wholeNumber('Enter how many hours a session lasts', 1, 24),
    secondStepRoles: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((value) => [value ?? []].flat())
      .pipe(z.array(z.enum(ROLES, 'Choose roles from the list'))),
    passwordsAllowed: z
      .enum(['yes', 'no'], 'Say whether passwords are allowed')
      .transform((value) => value === 'yes'),
    securityMonths: wholeNumber('Enter for how many months security events are kept', 6, 84),
  })
  .superRefine(({ sessionIdleMinutes, sessionHours }, context) => {
    if (sessionIdleMinutes > sessionHours * 60) {
      context.addIssue({
        code: 'custom',
        path: ['sessionIdleMinutes'],
        message: `A session lasts ${sessionHours * 60} minutes in all: enter no more than that`,
      });
    }
  });
export type AccessRules = z.infer<typeof accessRulesSchema>;

/** Whether administrators and officers need a second step; and why not, where they do not. */
export const secondStepRuleSchema = basedOn
  .extend({
    needed: z
      .enum(['yes', 'no'], 'Say whether they need one')
      .transform((value) => value === 'yes'),
    reason: optionalText(500),
  })
  .superRefine(({ needed, reason }, context) => {
    if (needed || reason) return;
    context.addIssue({
      code: 'custom',
      path: ['reason'],
      message: 'Say why they do not need one',
    });
  });
export type SecondStepRule = z.infer<typeof secondStepRuleSchema>;

/** Whether the rule of a real board stands, in words. */
export function secondStepRuleWords({ secondStepOutside }: Pick<BoardView, 'secondStepOutside'>) {
  return secondStepOutside
    ? `needed within ${SECOND_STEP_DAYS} days of getting the role, where the database is the operator’s own`
    : 'left to them, as the board decided';
}

/** How much files may take. */
export const storageRulesSchema = basedOn.extend({
  storageMb: wholeNumber('Enter how much files may take', 100, 10_000_000),
});
export type StorageRules = z.infer<typeof storageRulesSchema>;

/** "Public-health officer, Administrator", or that nobody needs one. */
export function secondStepWords(board: { secondStepRoles: readonly Role[] }): string {
  const names = board.secondStepRoles.map((role) => ROLE_NAMES[role]);
  return names.length > 0 ? `needed by ${names.join(', ')}` : 'for whoever sets one up';
}

const meaning = (status: keyof typeof RAG_NAMES) =>
  requiredLine(`Say what ${RAG_NAMES[status]} means`, 120);
const meanings = z.object({
  red: meaning('red'),
  amber: meaning('amber'),
  green: meaning('green'),
  blue: meaning('blue'),
});

const ownRagKeysSchema = z.partialRecord(
  z.enum(ITEM_KINDS),
  z.partialRecord(z.enum(RAG_STATUSES), z.string()),
);

/** What a board says of statuses in words of its own: none, or some. @throws Error for anything else */
export function readOwnRagKeys({ ragKey }: { ragKey: unknown }) {
  return readStored(ownRagKeysSchema, ragKey ?? {}, 'RAG key of the board');
}

/** What each status means for each kind. */
export const ragKeySchema = basedOn.extend({
  recommendation: meanings,
  commitment: meanings,
  local_action: meanings,
});
export type RagKeyForm = z.infer<typeof ragKeySchema>;
