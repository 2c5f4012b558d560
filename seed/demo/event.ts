import type { Context } from '@/lib/data/context';
import type { Calendar } from './calendar';
import type { Cast } from './cast';
import type { AccountKey } from './people';
import type { Days } from './story';

/** One thing that somebody did on a day. */
export interface TimedEvent {
  day: Days;
  by: AccountKey;
  run(context: Context): Promise<unknown>;
}

/** What events draw on: dates, people, and the ids of items, themes and objectives by name. */
export interface Stage {
  calendar: Calendar;
  cast: Cast;
  ids: Map<string, string>;
}

/** @param names references or codes with spaces between them */
export function idsOf({ ids }: Stage, names: string): string[] {
  return names.split(' ').map((name) => {
    const id = ids.get(name);
    if (!id) throw new Error(`The demo names ${name}, which is not there.`);
    return id;
  });
}
