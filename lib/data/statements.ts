import { londonDay } from '@/lib/domain/dates';
import { ConflictError, RuleError } from '@/lib/domain/errors';
import { STATEMENT_NAMES, type Stated, type StatementKind } from '@/lib/domain/statement';
import { change } from './change';
import { author, type Context, demand } from './context';
import { demandOpen, lockItem, recordTime } from './items';
import { toColumn, toPlainDate } from './plain-date';

function state(
  context: Context,
  reference: string,
  kind: StatementKind,
  form: Omit<Stated, 'url'> & { url?: string },
): Promise<void> {
  return change(
    context,
    { action: kind, subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      if (kind === 'our_response') {
        demand(context, 'stateResponse', item);
        demandOpen(item);
      } else {
        // What the national side does can be noted of a heading or a closed item too.
        demand(context, 'statePosition', item);
      }
      if (form.statedOn > londonDay(by.now)) {
        throw new RuleError({ statedOn: 'The date must be today or in the past' });
      }
      const latest = await by.tx.statement.findFirst({
        where: { itemId: item.id, kind },
        orderBy: { number: 'desc' },
        include: { author: true },
      });
      const number = (latest?.number ?? 0) + 1;
      if (form.basedOn !== number - 1) {
        throw new ConflictError(
          number - 1,
          latest
            ? [
                {
                  who: latest.author?.name ?? 'The system',
                  at: latest.recordedAt.toISOString(),
                  what: `Changed the ${STATEMENT_NAMES[kind].toLowerCase()}`,
                  details: [{ label: STATEMENT_NAMES[kind], value: latest.words }],
                },
              ]
            : [],
        );
      }
      const same =
        latest?.words === form.words &&
        latest.url === (form.url ?? null) &&
        toPlainDate(latest.statedOn) === form.statedOn;
      if (same) throw new RuleError({ '': 'Nothing has changed yet' });
      const recordedAt = await recordTime(by, item);
      await by.tx.statement.create({
        data: {
          itemId: item.id,
          kind,
          number,
          recordedAt,
          ...author(context),
          words: form.words,
          url: form.url,
          statedOn: toColumn(form.statedOn),
        },
      });
      await by.record({
        kind: `statement.${kind}`,
        itemId: item.id,
        subjectNumber: number,
        recordedAt,
      });
    },
    () => undefined,
  );
}

/** Our response. @throws NotFoundError, NotAllowedError, ConflictError, RuleError */
export function stateResponse(context: Context, reference: string, form: Omit<Stated, 'url'>) {
  return state(context, reference, 'our_response', form);
}

/** The national position. @throws NotFoundError, NotAllowedError, ConflictError */
export function statePosition(context: Context, reference: string, form: Stated) {
  return state(context, reference, 'national_position', form);
}
