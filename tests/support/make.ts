import { acknowledgeChallenges } from '@/lib/data/acknowledgements';
import { change } from '@/lib/data/change';
import type { Context } from '@/lib/data/context';
import { addEvidenceFile, addEvidenceLink, withdrawEvidence } from '@/lib/data/evidence';
import { lockItem } from '@/lib/data/items';
import { addOrganisation } from '@/lib/data/people';
import { toColumn } from '@/lib/data/plain-date';
import { askQuestion } from '@/lib/data/questions';
import {
  releaseEvidence,
  releaseItem,
  restrictEvidence,
  restrictItem,
} from '@/lib/data/restrictions';
import { appendUpdate } from '@/lib/data/status-updates';
import type { PlainDate } from '@/lib/domain/dates';
import type { AddLink } from '@/lib/domain/evidence';
import type { Outcome } from '@/lib/domain/item';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Restrict } from '@/lib/domain/restriction';
import { buildAccount } from '@/seed/builders/accounts';
import { buildMeeting } from '@/seed/builders/board';
import { askToClose, decideAt } from '@/seed/builders/decisions';
import { editDraft, leaveOut, printOtherwise } from '@/seed/builders/papers';
import { askToRedact } from '@/seed/builders/redactions';
import { buildLocalAction, opened, rate } from '@/seed/builders/register';
import { PAPER } from './paper-keys';
import { PDF, sampleFile } from './sample-files';

/** Evidence that is a link. @returns its id */
export function makeEvidence(
  context: Context,
  reference: string,
  more: Partial<AddLink> = {},
): Promise<string> {
  return addEvidenceLink(context, reference, {
    title: 'Minutes of the steering group',
    shows: 'That it was agreed.',
    datedOn: '2026-09-01',
    reviewOn: undefined,
    url: 'https://www.example.org/minutes',
    ...opened(),
    ...more,
  });
}

/** Evidence that is a small PDF. @returns its id */
export function makeFile(
  context: Context,
  reference: string,
  { name = 'paper.pdf', title = 'A paper' } = {},
): Promise<string> {
  return addEvidenceFile(context, reference, {
    title,
    shows: 'That it was done.',
    datedOn: '2026-09-01',
    reviewOn: undefined,
    file: sampleFile(name, PDF),
    ...opened(),
  });
}

export function withdraw(context: Context, evidenceId: string, reason = 'It was wrong.') {
  return withdrawEvidence(context, evidenceId, { reason, ...opened() });
}

export const restriction = (
  hiddenFrom: readonly string[] = [],
  more: Partial<Restrict> = {},
): Restrict => ({
  category: 'commercial',
  reason: 'A tender is running.',
  review: '2027-06-30',
  hiddenFrom: [...hiddenFrom],
  ...opened(),
  ...more,
});

export function restrict(context: Context, reference: string, hiddenFrom: readonly string[] = []) {
  return restrictItem(context, reference, restriction(hiddenFrom));
}
export function release(context: Context, reference: string) {
  return releaseItem(context, reference, { reason: 'It is public now.', ...opened() });
}
export function hideEvidence(context: Context, id: string, hiddenFrom: readonly string[] = []) {
  return restrictEvidence(context, id, restriction(hiddenFrom));
}
export function showEvidence(context: Context, id: string) {
  return releaseEvidence(context, id, { reason: 'It is public now.', ...opened() });
}

/** The state that a closure leaves, without the proposal, the evidence and the decision it takes. */
export function close(context: Context, reference: string, outcome: Outcome, closedOn: string) {
  return change(
    context,
    null,
    async (by) => {
      const item = await lockItem(by, reference);
      await appendUpdate(by, item, 'baseline', {
        lifecycle: 'closed',
        outcome,
        closedOn: toColumn(closedOn),
        ...(outcome === 'complete' ? { rag: 'blue' } : {}),
      });
    },
    () => undefined,
  );
}

/** A meeting whose paper somebody has worked on. @returns its address */
export async function makePaper(context: Context, date: PlainDate): Promise<string> {
  const slug = await buildMeeting(context, { date, startsAt: '16:00', venue: 'Hall' });
  const { edited, leftOut, item } = PAPER;
  const { headline } = await context.db.item.findUniqueOrThrow({ where: { reference: item } });
  if (!headline) {
    const said = { headline: 'As it is', words: 'As it is', recovery: undefined };
    await rate(context, item, { rag: 'green', ...said });
  }
  await editDraft(context, slug, edited, 'What somebody wrote');
  await leaveOut(context, slug, leftOut);
  await printOtherwise(context, slug, item, 'As it prints');
  return slug;
}

/** A stage of its life that some writes need an item to be in. */
export type Stage = 'open' | 'proposed' | 'closed' | 'asked';

/**
 * Brings an open item to a stage: somebody proposes to close it, and a meeting agrees; or somebody
 * asks about it.
 * @param held a meeting of that day
 */
export async function bringTo(
  stage: Stage,
  context: Context,
  reference: string,
  held: string,
  proposer: Context = context,
): Promise<void> {
  if (stage === 'open') return;
  if (stage === 'asked') {
    return askQuestion(proposer, reference, { words: 'When?', ...opened() });
  }
  await askToClose(proposer, reference, { outcome: 'superseded', reason: 'Another does it' });
  if (stage === 'closed') await decideAt(context, held, { [reference]: { result: 'agreed' } });
}

/** Acknowledges that an item has no owner, for the next meeting. */
export function acknowledge(
  context: Context,
  meeting: string,
  reference: string,
  reason = 'The post is being filled.',
  rule = 'no_owner',
) {
  const challenges = [{ rule, reference }];
  return acknowledgeChallenges(context, { meeting, challenges, reason, ...opened() });
}

/** Two local actions without an owner, one of them acknowledged for the next meeting. */
export async function makeChallenges(context: Context, meeting: string) {
  const [open, acknowledged] = [await buildLocalAction(context), await buildLocalAction(context)];
  await acknowledge(context, meeting, acknowledged);
  return { meeting, open, acknowledged };
}

/** Somebody who holds both of the roles that a redaction takes. */
export async function makeRedactor(context: Context, tag = ''): Promise<PersonActor> {
  const organisationId = await addOrganisation(context, {
    ...opened(),
    name: `Body of both roles${tag}`,
  });
  return buildAccount(context, {
    email: `both@roles${tag}.example`,
    name: `Somebody with both roles${tag}`,
    position: 'Officer',
    roles: ['officer', 'administrator'],
    organisationId,
  });
}

/** Asks for the redaction of what a piece of evidence of its own shows. @returns its id */
export async function makeRedaction(context: Context, reference: string): Promise<string> {
  const id = await makeEvidence(context, reference);
  return askToRedact(context, { table: 'Evidence', key: { id } }, ['shows'], 'It names somebody');
}
