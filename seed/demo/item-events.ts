import type { Context } from '@/lib/data/context';
import { setOurRole } from '@/lib/data/status-updates';
import { londonDay } from '@/lib/domain/dates';
import { declare, formOn, keepRating, own, plan, rate } from '../builders/register';
import type { Stage, TimedEvent } from './event';
import type { AccountKey } from './people';
import type { Entry } from './story';

/** What somebody said about an item, as the writes that record it. */
export function entryEvents(
  stage: Stage,
  reference: string,
  author: AccountKey,
  entries: readonly Entry[],
): TimedEvent[] {
  return entries.map((entry) => ({
    day: entry.day,
    by: entry.by ?? author,
    run: (context) => write(stage, context, reference, entry),
  }));
}

async function write(stage: Stage, context: Context, reference: string, entry: Entry) {
  const statedOn = londonDay(context.now);
  switch (entry.is) {
    case 'rag':
      return rate(context, reference, entry);
    case 'no_change':
      return keepRating(context, reference, entry);
    case 'owner': {
      const ownerId = stage.cast.people[entry.owner];
      return own(context, reference, {
        ownerId,
        leadOrganisationId: undefined,
        words: entry.words,
      });
    }
    case 'due':
      return plan(context, reference, {
        scheduling: 'due',
        due: stage.calendar.date(entry.due),
        review: undefined,
        words: entry.words,
      });
    case 'role':
      return setOurRole(context, reference, {
        ourRole: entry.role,
        words: entry.words,
        ...(await formOn(context, reference)),
      });
    case 'response':
      return declare(context, reference, 'our_response', {
        words: entry.words,
        url: undefined,
        statedOn,
      });
    case 'position':
      return declare(context, reference, 'national_position', {
        words: entry.words,
        url: entry.url,
        statedOn,
      });
  }
}
