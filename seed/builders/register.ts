import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/data/context';
import { createLocalAction } from '@/lib/data/local-actions';
import { statePosition, stateResponse } from '@/lib/data/statements';
import { assignOwner, reportNoChange, setDates, setRagStatus } from '@/lib/data/status-updates';
import type { SetDates } from '@/lib/domain/due-date';
import type { CreateLocalAction } from '@/lib/domain/local-action';
import type { AssignOwner } from '@/lib/domain/owner';
import type { Stated, StatementKind } from '@/lib/domain/statement';
import type { NoChange, SetRag } from '@/lib/domain/status-update';

/** What a form carries that nobody types, filled in as a freshly opened form would have it. */
export const opened = () => ({ submissionId: randomUUID() });
type Typed<Form> = Omit<Form, 'submissionId' | 'basedOn'>;

/** The same for a form that was drawn from the item as it is now. */
export async function formOn({ db }: Context, reference: string) {
  const { number } = await db.item.findUniqueOrThrow({
    where: { reference },
    select: { number: true },
  });
  return { ...opened(), basedOn: number };
}

/** A local action with only what matters to the caller. @returns its reference */
export function buildLocalAction(
  context: Context,
  action: Partial<CreateLocalAction> = {},
): Promise<string> {
  return createLocalAction(context, {
    shortTitle: 'Open a second needle exchange',
    text: 'Open a second needle exchange, in the north of the county.',
    itemIds: [],
    groupingIds: [],
    ...opened(),
    ...action,
  });
}

export async function rate(context: Context, reference: string, update: Typed<SetRag>) {
  await setRagStatus(context, reference, { ...update, ...(await formOn(context, reference)) });
}

export async function keepRating(context: Context, reference: string, update: Typed<NoChange>) {
  await reportNoChange(context, reference, { ...update, ...(await formOn(context, reference)) });
}

export async function own(context: Context, reference: string, owner: Typed<AssignOwner>) {
  await assignOwner(context, reference, { ...owner, ...(await formOn(context, reference)) });
}

export async function plan(context: Context, reference: string, dates: Typed<SetDates>) {
  await setDates(context, reference, { ...dates, ...(await formOn(context, reference)) });
}

/** Our response or the national position. */
export async function declare(
  context: Context,
  reference: string,
  kind: StatementKind,
  said: Typed<Stated>,
) {
  const basedOn = await context.db.statement.count({ where: { kind, item: { reference } } });
  const form = { ...said, ...opened(), basedOn };
  if (kind === 'national_position') return statePosition(context, reference, form);
  const { url: _, ...response } = form;
  return stateResponse(context, reference, response);
}
